from enum import StrEnum


class UnconfirmedAdminReason(StrEnum):
    OTHER_OFFICE = "other_office"
    SCHOOL_AND_DISTRICT = "school_and_district"

    def __str__(self) -> str:
        return str(self.value)
