from enum import StrEnum


class NumericItemViewScoring(StrEnum):
    ALL_OR_NOTHING = "all_or_nothing"
    ANY_ANSWER = "any_answer"
    EVERYONE = "everyone"
    LISTED = "listed"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)
