from enum import StrEnum


class NewStartOccurrenceType0(StrEnum):
    EARLIER = "earlier"
    LATER = "later"

    def __str__(self) -> str:
        return str(self.value)
