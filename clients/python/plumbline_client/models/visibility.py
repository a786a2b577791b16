from enum import StrEnum


class Visibility(StrEnum):
    COMMUNITY = "community"
    DISTRICT = "district"
    PRIVATE = "private"
    SCHOOL = "school"

    def __str__(self) -> str:
        return str(self.value)
