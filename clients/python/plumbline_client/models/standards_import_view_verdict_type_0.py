from enum import StrEnum


class StandardsImportViewVerdictType0(StrEnum):
    ACCEPT = "accept"
    HOLD = "hold"
    REJECT = "reject"
    ROW_ERRORS = "row_errors"
    WARN = "warn"

    def __str__(self) -> str:
        return str(self.value)
