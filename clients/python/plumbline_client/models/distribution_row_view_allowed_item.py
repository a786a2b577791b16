from enum import StrEnum


class DistributionRowViewAllowedItem(StrEnum):
    ADD = "add"
    AUTOMATE = "automate"
    CANCEL = "cancel"
    CHANGE = "change"
    MOVE_GIVE_UNTIL = "move_give_until"
    RECALL = "recall"
    RESTORE = "restore"
    RETRY = "retry"

    def __str__(self) -> str:
        return str(self.value)
