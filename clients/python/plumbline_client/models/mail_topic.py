from enum import StrEnum


class MailTopic(StrEnum):
    DISTRIBUTION = "distribution"
    PROCESS = "process"

    def __str__(self) -> str:
        return str(self.value)
