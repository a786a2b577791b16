from enum import StrEnum


class AssessmentKind(StrEnum):
    DOCUMENT = "document"
    ITEM = "item"

    def __str__(self) -> str:
        return str(self.value)
