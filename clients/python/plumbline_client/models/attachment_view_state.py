from enum import StrEnum


class AttachmentViewState(StrEnum):
    AWAITING_UPLOAD = "awaiting_upload"
    READY = "ready"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
