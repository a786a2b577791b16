from enum import StrEnum


class TrackerViewAllowedItem(StrEnum):
    ADD_ASSESSMENT = "add_assessment"
    ARCHIVE = "archive"
    CHANGE_COLLABORATORS = "change_collaborators"
    EDIT = "edit"
    LEAVE = "leave"
    REMOVE_ASSESSMENT = "remove_assessment"

    def __str__(self) -> str:
        return str(self.value)
