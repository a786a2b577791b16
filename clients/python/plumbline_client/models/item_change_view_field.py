from enum import StrEnum


class ItemChangeViewField(StrEnum):
    KEY = "key"
    POINTS = "points"
    SCORING = "scoring"
    TOLERANCE = "tolerance"

    def __str__(self) -> str:
        return str(self.value)
