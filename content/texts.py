"""Interface texts: Fluent messages per language."""

from collections.abc import Mapping
from dataclasses import dataclass

from fluent.runtime import FluentBundle


class MissingTextError(KeyError):
    """A key that no file of the language defines, or an argument that a message lacks."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of the interface in every language."""

    bundles: Mapping[str, FluentBundle]

    def say(self, language: str, key: str, /, **arguments: str | int) -> str:
        """The text of `key` in `language` with its placeholders filled.

        Raises:
            MissingTextError: the key or one of its arguments is missing.
        """
        message = self.bundles[language].get_message(key) if self.has(language, key) else None
        if message is None or message.value is None:
            raise MissingTextError(f"{language}: {key}")
        text, errors = self.bundles[language].format_pattern(message.value, arguments)
        if errors:
            raise MissingTextError(f"{language}: {key}: {errors}")
        return str(text)

    def has(self, language: str, key: str) -> bool:
        """Whether the language defines the key."""
        return self.bundles[language].has_message(key)
