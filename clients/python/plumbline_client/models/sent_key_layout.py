from enum import StrEnum


class SentKeyLayout(StrEnum):
    AUTO = "auto"
    GRADEHUB = "gradehub"
    PLAIN = "plain"
    ZIPGRADE = "zipgrade"

    def __str__(self) -> str:
        return str(self.value)
