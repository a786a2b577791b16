from enum import StrEnum


class PaperPart(StrEnum):
    ANSWER_KEY = "answer_key"
    ANSWER_SHEETS = "answer_sheets"
    TEST = "test"

    def __str__(self) -> str:
        return str(self.value)
