from enum import StrEnum


class SheetViewAllowedItem(StrEnum):
    CORRECT = "correct"
    ENTER = "enter"

    def __str__(self) -> str:
        return str(self.value)
