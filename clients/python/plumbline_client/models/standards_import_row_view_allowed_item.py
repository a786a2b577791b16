from enum import StrEnum


class StandardsImportRowViewAllowedItem(StrEnum):
    APPLY = "apply"
    CONFIRM_DROPS_AND_APPLY = "confirm_drops_and_apply"
    DISCARD = "discard"

    def __str__(self) -> str:
        return str(self.value)
