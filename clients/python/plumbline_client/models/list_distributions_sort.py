from enum import StrEnum


class ListDistributionsSort(StrEnum):
    CREATED_AT = "created_at"
    GIVE_UNTIL_DATE = "give_until_date"
    START = "start"
    TITLE = "title"

    def __str__(self) -> str:
        return str(self.value)
