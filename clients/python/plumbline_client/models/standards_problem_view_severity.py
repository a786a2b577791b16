from enum import StrEnum


class StandardsProblemViewSeverity(StrEnum):
    ERROR = "error"
    HOLD = "hold"
    REJECT = "reject"
    WARNING = "warning"

    def __str__(self) -> str:
        return str(self.value)
