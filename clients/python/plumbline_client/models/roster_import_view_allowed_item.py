from enum import StrEnum


class RosterImportViewAllowedItem(StrEnum):
    APPLY = "apply"
    CONFIRM_DROPS_AND_APPLY = "confirm_drops_and_apply"
    DISCARD = "discard"
    RESTORE = "restore"

    def __str__(self) -> str:
        return str(self.value)
