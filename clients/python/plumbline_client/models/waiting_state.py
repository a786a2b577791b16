from enum import StrEnum


class WaitingState(StrEnum):
    LATE = "late"
    LATER = "later"
    UNDER_WAY = "under_way"

    def __str__(self) -> str:
        return str(self.value)
