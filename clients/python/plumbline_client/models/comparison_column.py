from enum import StrEnum


class ComparisonColumn(StrEnum):
    CHANGE = "change"
    MATCHED_CHANGE = "matched_change"
    MATCHED_POST = "matched_post"
    MATCHED_PRE = "matched_pre"
    MATCHED_RELATIVE = "matched_relative"
    MATCHED_STUDENT_COUNT = "matched_student_count"
    NAME = "name"
    POST = "post"
    POST_STUDENT_COUNT = "post_student_count"
    PRE = "pre"
    PRE_STUDENT_COUNT = "pre_student_count"
    RELATIVE = "relative"
    TEACHER = "teacher"

    def __str__(self) -> str:
        return str(self.value)
