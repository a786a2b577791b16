from enum import StrEnum


class ListStandardsImportProblemsSeverity(StrEnum):
    ERROR = "error"
    HOLD = "hold"
    REJECT = "reject"
    VALUE_0 = ""
    WARNING = "warning"

    def __str__(self) -> str:
        return str(self.value)
