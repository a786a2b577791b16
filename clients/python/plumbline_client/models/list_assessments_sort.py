from enum import StrEnum


class ListAssessmentsSort(StrEnum):
    CHANGED_AT = "changed_at"
    CREATED_AT = "created_at"
    TITLE = "title"

    def __str__(self) -> str:
        return str(self.value)
