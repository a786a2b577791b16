from enum import StrEnum


class AdditionViewNotificationState(StrEnum):
    HELD = "held"
    LATER = "later"
    NONE = "none"
    WRITING = "writing"
    WRITTEN = "written"

    def __str__(self) -> str:
        return str(self.value)
