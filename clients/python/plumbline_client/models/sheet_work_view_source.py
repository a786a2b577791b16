from enum import StrEnum


class SheetWorkViewSource(StrEnum):
    DISTRICT = "district"
    TEACHER = "teacher"
    TEAM = "team"

    def __str__(self) -> str:
        return str(self.value)
