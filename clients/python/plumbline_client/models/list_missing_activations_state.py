from enum import StrEnum


class ListMissingActivationsState(StrEnum):
    LOCKED = "locked"
    LOCKING = "locking"
    NAMED = "named"
    OPEN = "open"
    POST_TEST = "post_test"
    PRE_TEST = "pre_test"

    def __str__(self) -> str:
        return str(self.value)
