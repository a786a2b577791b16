from enum import StrEnum


class TrackerRole(StrEnum):
    ADMINISTRATOR = "administrator"
    COLLABORATOR = "collaborator"
    OWNER = "owner"

    def __str__(self) -> str:
        return str(self.value)
