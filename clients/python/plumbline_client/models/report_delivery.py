from enum import StrEnum


class ReportDelivery(StrEnum):
    ATTACHED = "attached"
    LINK = "link"

    def __str__(self) -> str:
        return str(self.value)
