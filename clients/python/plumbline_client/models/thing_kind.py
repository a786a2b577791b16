from enum import StrEnum


class ThingKind(StrEnum):
    ASSESSMENT = "assessment"
    ATTACHMENT = "attachment"
    CORRECTION = "correction"
    DISTRIBUTION = "distribution"
    DISTRICT = "district"
    EMAIL = "email"
    ITEM_IMPORT = "item_import"
    JOB = "job"
    OTHER = "other"
    PERSON = "person"
    PRINTOUT = "printout"
    PROCESS = "process"
    REMINDER = "reminder"
    ROSTER_IMPORT = "roster_import"
    SHEET = "sheet"
    STANDARDS_IMPORT = "standards_import"
    TEAM = "team"
    TRACKER = "tracker"
    TRACKER_BATCH = "tracker_batch"

    def __str__(self) -> str:
        return str(self.value)
