from enum import StrEnum


class ResultProgress(StrEnum):
    COMPLETE = "complete"
    NOT_STARTED = "not_started"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)
