from enum import StrEnum


class TeamViewAllowedItem(StrEnum):
    BRING_BACK = "bring_back"
    CHANGE_LEADERS = "change_leaders"
    CHANGE_LEVELS = "change_levels"
    CHANGE_MEMBERS = "change_members"
    LEAVE = "leave"
    RENAME = "rename"
    RETIRE = "retire"
    START_PROCESS = "start_process"

    def __str__(self) -> str:
        return str(self.value)
