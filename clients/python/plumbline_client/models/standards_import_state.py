from enum import StrEnum


class StandardsImportState(StrEnum):
    APPLIED = "applied"
    APPLYING = "applying"
    AWAITING_UPLOAD = "awaiting_upload"
    DISCARDED = "discarded"
    HELD = "held"
    READY = "ready"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
