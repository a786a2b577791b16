from enum import StrEnum


class UnpairedReason(StrEnum):
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"
    EXEMPT = "exempt"
    NOT_ENTERED = "not_entered"
    NOT_GIVEN = "not_given"
    NOT_LISTED = "not_listed"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)
