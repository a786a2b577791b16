from enum import StrEnum


class ResultStatus(StrEnum):
    ABSENT = "absent"
    EXEMPT = "exempt"
    NOT_ENTERED = "not_entered"
    PARTIAL = "partial"
    TESTED = "tested"

    def __str__(self) -> str:
        return str(self.value)
