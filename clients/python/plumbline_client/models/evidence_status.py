from enum import StrEnum


class EvidenceStatus(StrEnum):
    ABSENT = "absent"
    COUNTED = "counted"
    EXEMPT = "exempt"
    NOT_COUNTED = "not_counted"
    NOT_ENTERED = "not_entered"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)
