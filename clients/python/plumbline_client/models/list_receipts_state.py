from enum import StrEnum


class ListReceiptsState(StrEnum):
    CANCELED = "canceled"
    DELIVERED = "delivered"
    FAILED = "failed"
    PENDING = "pending"
    SKIPPED = "skipped"
    VALUE_0 = ""

    def __str__(self) -> str:
        return str(self.value)
