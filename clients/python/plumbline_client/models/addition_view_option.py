from enum import StrEnum


class AdditionViewOption(StrEnum):
    NOW = "now"
    SCHEDULE = "schedule"

    def __str__(self) -> str:
        return str(self.value)
