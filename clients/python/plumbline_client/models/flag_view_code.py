from enum import StrEnum


class FlagViewCode(StrEnum):
    ALL_THE_SAME = "all_the_same"
    ALPHA_NEGATIVE = "alpha_negative"
    CHECK_THE_KEY = "check_the_key"
    CHOSEN_MORE_THAN_RIGHT = "chosen_more_than_right"
    EVERYBODY_RIGHT = "everybody_right"
    FEW_STUDENTS = "few_students"
    NEVER_CHOSEN = "never_chosen"
    NOBODY_RIGHT = "nobody_right"
    OFTEN_LEFT_OUT = "often_left_out"
    STRONG_STUDENTS_CHOSE_IT = "strong_students_chose_it"
    TELLS_LITTLE = "tells_little"
    TOO_EASY = "too_easy"
    TOO_HARD = "too_hard"

    def __str__(self) -> str:
        return str(self.value)
