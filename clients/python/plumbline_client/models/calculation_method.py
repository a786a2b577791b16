from enum import StrEnum


class CalculationMethod(StrEnum):
    AVERAGE = "average"
    DECAYING_AVERAGE = "decaying_average"
    HIGHEST = "highest"
    MODE = "mode"
    MOST_RECENT = "most_recent"
    N_TIMES = "n_times"

    def __str__(self) -> str:
        return str(self.value)
