from enum import StrEnum


class JobViewKind(StrEnum):
    ATTACHMENT = "attachment"
    CORRECTION = "correction"
    DISTRIBUTION = "distribution"
    ITEM_IMPORT = "item_import"
    PRINTOUT = "printout"
    PROCESS_LOCK = "process_lock"
    PROCESS_OPENING = "process_opening"
    REMINDER = "reminder"
    ROSTER_IMPORT = "roster_import"
    SHEETS = "sheets"
    STANDARDS_IMPORT = "standards_import"
    TRACKER_BATCH = "tracker_batch"

    def __str__(self) -> str:
        return str(self.value)
