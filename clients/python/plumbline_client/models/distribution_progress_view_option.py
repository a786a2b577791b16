from enum import StrEnum


class DistributionProgressViewOption(StrEnum):
    NOW = "now"
    SCHEDULE = "schedule"

    def __str__(self) -> str:
        return str(self.value)
