from enum import StrEnum


class AssessmentViewNotReadyReasonsItem(StrEnum):
    DOCUMENT = "document"
    ITEMS = "items"
    STANDARDS_SET = "standards_set"

    def __str__(self) -> str:
        return str(self.value)
