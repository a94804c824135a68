"""Which stored updates are on their way through this process, so that a replay never handles one twice."""

from collections.abc import Iterable


class InFlight:
    """Ids of updates that were stored or replayed and are not finished. One event loop, no locks."""

    def __init__(self) -> None:
        self._ids: set[int] = set()

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def begin(self, update_ids: Iterable[int]) -> None:
        """They are on their way. Called before they are stored, so that no replay sees them unguarded."""
        self._ids.update(update_ids)

    def end(self, update_ids: Iterable[int]) -> None:
        """Their turns are over, or they were not taken on."""
        self._ids.difference_update(update_ids)
