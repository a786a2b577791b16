from enum import StrEnum


class RosterImportState(StrEnum):
    APPLIED = "applied"
    APPLYING = "applying"
    AWAITING_UPLOAD = "awaiting_upload"
    CHECKING = "checking"
    DISCARDED = "discarded"
    HELD = "held"
    READY = "ready"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
