from enum import StrEnum


class SentResponseFileLayout(StrEnum):
    AUTO = "auto"
    LONG = "long"
    WIDE = "wide"

    def __str__(self) -> str:
        return str(self.value)
