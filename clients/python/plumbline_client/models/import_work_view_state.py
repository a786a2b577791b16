from enum import StrEnum


class ImportWorkViewState(StrEnum):
    HELD = "held"
    READY = "ready"

    def __str__(self) -> str:
        return str(self.value)
