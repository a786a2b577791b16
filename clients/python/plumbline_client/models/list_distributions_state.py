from enum import StrEnum


class ListDistributionsState(StrEnum):
    CANCELED = "canceled"
    DELIVERED = "delivered"
    DELIVERING = "delivering"
    RECALLED = "recalled"
    SCHEDULED = "scheduled"

    def __str__(self) -> str:
        return str(self.value)
