from enum import StrEnum


class ProcessViewPartsInProgressItem(StrEnum):
    ANALYZE = "analyze"
    GOALS = "goals"
    POST = "post"
    PRE = "pre"
    REFLECT = "reflect"
    STRATEGIES = "strategies"

    def __str__(self) -> str:
        return str(self.value)
