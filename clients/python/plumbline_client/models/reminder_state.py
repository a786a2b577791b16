from enum import StrEnum


class ReminderState(StrEnum):
    WRITING = "writing"
    WRITTEN = "written"

    def __str__(self) -> str:
        return str(self.value)
