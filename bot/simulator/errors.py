"""What can go wrong: a refusal of the Bot API, and a refusal of the control API.

ApiError      answered to the bot with Telegram's own words and `error_code` = HTTP status
TroubleError       answered to whoever plays the people (page or test)
"""

from typing import Any


class ApiError(Exception):
    """A refusal as the Bot API words it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON that Telegram answers."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class TroubleError(Exception):
    """A person tried what their phone would not let them do; `status` is the HTTP status to answer."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def bad(reason: str) -> ApiError:
    """400, worded as Telegram words it: the first letter small unless it starts a constant."""
    constant = len(reason) > 1 and (reason[1].isupper() or reason[1] == "_")
    return ApiError(400, "Bad Request: " + (reason if constant else reason[:1].lower() + reason[1:]))


def forbidden(reason: str) -> ApiError:
    """403: the chat exists, but the bot may not."""
    return ApiError(403, f"Forbidden: {reason}")
