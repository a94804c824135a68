"""What can go wrong with storage.

```
DatabaseError
├── StorageFailedError          a statement failed: disk full, read-only, locked, connection lost
├── PragmaError                 a connection does not promise what it must (WAL, FULL, secure_delete, …)
├── NestedUnitOfWorkError       a unit of work was begun inside another one of the same task
├── WrongKeyError               the database belongs to another master key
├── StaleCaseError              a case was saved that was not read in the same unit of work
├── CaseGoneError               the key of a case was destroyed: nothing can be read or added any more
├── AuditError                  a row of the audit was altered, removed or added by other hands
├── SealError                   a sealed value was tampered with, moved, or its key is not in the ring
├── KeyRingError                a master key is missing, malformed or badly kept
└── AlreadyRunningError         another process uses this database
```

Callers outside `db` never see an exception of SQLAlchemy or of a driver.
"""


class DatabaseError(Exception):
    """The root of everything this package raises."""


class StorageFailedError(DatabaseError):
    """A statement failed: nothing of the unit of work was kept, unless it was the commit itself."""


class PragmaError(DatabaseError):
    """A connection was opened, but it does not keep what the database promises."""


class NestedUnitOfWorkError(DatabaseError):
    """A task that already has a unit of work began another one, which would wait for itself for ever."""


class WrongKeyError(DatabaseError):
    """The master key is not the one this database was made with: every child would look like a stranger."""


class StaleCaseError(DatabaseError):
    """A case must be read in the unit of work that saves it, or a newer topic could be overwritten."""


class CaseGoneError(DatabaseError):
    """The case expired or was deleted; its key is destroyed."""


class AuditError(DatabaseError):
    """The audit's chain is broken; `row` is the first number that does not fit."""

    def __init__(self, row: int) -> None:
        super().__init__(f"the audit does not hold at row {row}")
        self.row = row


class SealError(DatabaseError):
    """A sealed value does not open: tampered with, taken from another row, or sealed with an unknown key."""


class KeyRingError(DatabaseError):
    """A master key cannot be used: missing, malformed, readable by others, or kept beside the database."""


class AlreadyRunningError(DatabaseError):
    """Another process holds the lock of this database."""
