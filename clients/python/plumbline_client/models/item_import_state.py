from enum import StrEnum


class ItemImportState(StrEnum):
    AWAITING_UPLOAD = "awaiting_upload"
    EXPIRED = "expired"
    IMPORTED = "imported"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
