from enum import StrEnum


class StudentComparisonColumn(StrEnum):
    CHANGE = "change"
    CLASS = "class"
    NAME = "name"
    POST = "post"
    PRE = "pre"
    RELATIVE = "relative"
    TEACHER = "teacher"

    def __str__(self) -> str:
        return str(self.value)
