from enum import StrEnum


class StudentPresence(StrEnum):
    ABSENT = "absent"
    EXEMPT = "exempt"
    PRESENT = "present"

    def __str__(self) -> str:
        return str(self.value)
