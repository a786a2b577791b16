from enum import StrEnum


class StudentIdentifier(StrEnum):
    ID = "id"
    NAME = "name"
    USERNAME = "username"

    def __str__(self) -> str:
        return str(self.value)
