from enum import StrEnum


class NotCountedReason(StrEnum):
    NO_RESULTS = "no_results"
    NO_SHEET = "no_sheet"
    OTHER_STANDARDS = "other_standards"
    PARTLY_ENTERED = "partly_entered"
    RECALLED = "recalled"

    def __str__(self) -> str:
        return str(self.value)
