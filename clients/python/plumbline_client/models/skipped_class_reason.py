from enum import StrEnum


class SkippedClassReason(StrEnum):
    CLASS_PAST = "class_past"
    HAS_TRACKER = "has_tracker"
    NO_TEACHER = "no_teacher"

    def __str__(self) -> str:
        return str(self.value)
