from enum import StrEnum


class TeamRole(StrEnum):
    ADMINISTRATOR = "administrator"
    LEADER = "leader"
    MEMBER = "member"
    SCHOOL_ADMINISTRATOR = "school_administrator"

    def __str__(self) -> str:
        return str(self.value)
