from enum import StrEnum


class ColumnRole(StrEnum):
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    IGNORED = "ignored"
    POINTS = "points"
    QUESTION = "question"
    RESPONSE = "response"
    STATUS = "status"
    STUDENT = "student"
    VERSION = "version"

    def __str__(self) -> str:
        return str(self.value)
