from enum import StrEnum


class ImportProblemViewSeverity(StrEnum):
    ERROR = "error"
    HOLD = "hold"
    REJECT = "reject"
    WARNING = "warning"

    def __str__(self) -> str:
        return str(self.value)
