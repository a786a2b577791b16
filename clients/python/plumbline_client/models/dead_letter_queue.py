from enum import StrEnum


class DeadLetterQueue(StrEnum):
    DELIVERIES = "deliveries"
    EMAILS = "emails"
    EVENTS = "events"
    JOBS = "jobs"
    REPORTS = "reports"

    def __str__(self) -> str:
        return str(self.value)
