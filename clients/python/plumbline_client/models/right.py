from enum import StrEnum


class Right(StrEnum):
    CHANGE_DISTRICT = "change_district"
    CHANGE_SHEET = "change_sheet"
    CREATE_ACTIVATION = "create_activation"
    CREATE_ASSESSMENT = "create_assessment"
    CREATE_DISTRIBUTION = "create_distribution"
    CREATE_PROCESS = "create_process"
    CREATE_ROSTER_IMPORT = "create_roster_import"
    CREATE_STANDARDS_IMPORT = "create_standards_import"
    CREATE_TEAM = "create_team"
    CREATE_TRACKER = "create_tracker"
    CREATE_TRACKER_BATCH = "create_tracker_batch"
    INVITE_PERSON = "invite_person"
    LIST_DISTRIBUTIONS = "list_distributions"
    SET_ASSESSMENT_APPROVAL = "set_assessment_approval"

    def __str__(self) -> str:
        return str(self.value)
