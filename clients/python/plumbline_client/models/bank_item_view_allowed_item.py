from enum import StrEnum


class BankItemViewAllowedItem(StrEnum):
    COPY = "copy"

    def __str__(self) -> str:
        return str(self.value)
