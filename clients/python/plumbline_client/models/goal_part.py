from enum import StrEnum


class GoalPart(StrEnum):
    ADDED = "added"
    CLOSE = "close"
    FAR = "far"
    PROFICIENT = "proficient"
    REMOVED = "removed"

    def __str__(self) -> str:
        return str(self.value)
