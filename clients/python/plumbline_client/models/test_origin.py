from enum import StrEnum


class TestOrigin(StrEnum):
    CHOSEN = "chosen"
    COPY = "copy"
    SAME = "same"

    def __str__(self) -> str:
        return str(self.value)
