from enum import StrEnum


class GoalViewAllowedItem(StrEnum):
    SET_GOAL = "set_goal"

    def __str__(self) -> str:
        return str(self.value)
