from enum import StrEnum


class Role(StrEnum):
    DISTRICT_ADMIN = "district_admin"
    SCHOOL_ADMIN = "school_admin"
    TEACHER = "teacher"

    def __str__(self) -> str:
        return str(self.value)
