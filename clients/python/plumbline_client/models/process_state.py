from enum import StrEnum


class ProcessState(StrEnum):
    DISCARDED = "discarded"
    LOCKED = "locked"
    LOCKING = "locking"
    NAMED = "named"
    POST_TEST = "post_test"
    PRE_TEST = "pre_test"

    def __str__(self) -> str:
        return str(self.value)
