from enum import StrEnum


class ProcessRowViewPartsInProgressItem(StrEnum):
    ANALYZE = "analyze"
    GOALS = "goals"
    POST = "post"
    PRE = "pre"
    REFLECT = "reflect"
    STRATEGIES = "strategies"

    def __str__(self) -> str:
        return str(self.value)
