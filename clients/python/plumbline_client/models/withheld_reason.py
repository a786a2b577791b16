from enum import StrEnum


class WithheldReason(StrEnum):
    NO_GOAL = "no_goal"
    NO_ROOM = "no_room"
    NO_SPREAD = "no_spread"
    PROTECTED = "protected"
    TOO_FEW = "too_few"

    def __str__(self) -> str:
        return str(self.value)
