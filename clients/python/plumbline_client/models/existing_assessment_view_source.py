from enum import StrEnum


class ExistingAssessmentViewSource(StrEnum):
    DISTRICT = "district"
    TEACHER = "teacher"
    TEAM = "team"

    def __str__(self) -> str:
        return str(self.value)
