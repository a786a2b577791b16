from enum import StrEnum


class ProcessOpeningState(StrEnum):
    OPENED = "opened"
    PENDING = "pending"
    SKIPPED = "skipped"

    def __str__(self) -> str:
        return str(self.value)
