from enum import StrEnum


class ProcessStep(StrEnum):
    ANALYZE = "analyze"
    COLLECT = "collect"
    GOALS = "goals"
    LOCKED = "locked"
    POST_TEST = "post_test"
    REFLECT = "reflect"
    STRATEGIES = "strategies"

    def __str__(self) -> str:
        return str(self.value)
