from enum import StrEnum


class SheetHistoryViewAction(StrEnum):
    ACTIVATED = "activated"
    ACTIVATION_UNDONE = "activation_undone"
    ENTERED = "entered"
    IMPORTED = "imported"

    def __str__(self) -> str:
        return str(self.value)
