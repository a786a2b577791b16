from enum import StrEnum


class PageName(StrEnum):
    ANALYZE = "analyze"
    GOALS = "goals"
    REFLECT = "reflect"
    STRATEGIES = "strategies"

    def __str__(self) -> str:
        return str(self.value)
