from enum import StrEnum


class ItemResultViewKind(StrEnum):
    MULTIPLE_CHOICE = "multiple_choice"
    NUMERIC = "numeric"
    POINTS = "points"
    SHORT_TEXT = "short_text"
    SINGLE_CHOICE = "single_choice"
    TRUE_FALSE = "true_false"

    def __str__(self) -> str:
        return str(self.value)
