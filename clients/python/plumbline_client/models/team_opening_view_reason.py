from enum import StrEnum


class TeamOpeningViewReason(StrEnum):
    NOBODY_RECEIVED_IT = "nobody_received_it"
    PROCESS_DISCARDED = "process_discarded"
    TEAM_NOT_FOUND = "team_not_found"
    TEAM_RETIRED = "team_retired"
    TOO_MANY_OPEN_PROCESSES = "too_many_open_processes"
    VALUE_0 = ""

    def __str__(self) -> str:
        return str(self.value)
