from enum import StrEnum


class UndeliveredEmailViewKind(StrEnum):
    ASSESSMENT_DELIVERED = "assessment_delivered"
    PROCESS_FINISHED = "process_finished"
    REMINDER = "reminder"

    def __str__(self) -> str:
        return str(self.value)
