from enum import StrEnum


class TrackerMatchViewReason(StrEnum):
    ALREADY_THERE = "already_there"
    ARCHIVED = "archived"
    CLASS_PAST = "class_past"
    FULL = "full"
    GONE = "gone"
    MISSING_STANDARDS = "missing_standards"
    OTHER_SCALE = "other_scale"
    OTHER_SET = "other_set"
    RECALLED_THERE = "recalled_there"
    VALUE_0 = ""

    def __str__(self) -> str:
        return str(self.value)
