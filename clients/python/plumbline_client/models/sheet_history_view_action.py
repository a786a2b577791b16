from enum import StrEnum


class SheetHistoryViewAction(StrEnum):
    ACTIVATED = "activated"
    ENTERED = "entered"
    IMPORTED = "imported"

    def __str__(self) -> str:
        return str(self.value)
