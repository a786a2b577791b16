from enum import StrEnum


class ProcessTest(StrEnum):
    POST = "post"
    PRE = "pre"

    def __str__(self) -> str:
        return str(self.value)
