from enum import StrEnum


class AttachmentViewAllowedItem(StrEnum):
    DOWNLOAD = "download"
    REMOVE = "remove"

    def __str__(self) -> str:
        return str(self.value)
