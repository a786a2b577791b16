from enum import StrEnum


class ImportedItemViewOutcome(StrEnum):
    IMPORTED = "imported"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"

    def __str__(self) -> str:
        return str(self.value)
