from enum import StrEnum


class QuestionViewChange(StrEnum):
    CHANGED = "changed"
    KEY_VERSION = "key_version"
    NEW = "new"
    SAME = "same"

    def __str__(self) -> str:
        return str(self.value)
