from enum import StrEnum


class KeyFileViewLayout(StrEnum):
    GRADEHUB = "gradehub"
    PLAIN = "plain"
    ZIPGRADE = "zipgrade"

    def __str__(self) -> str:
        return str(self.value)
