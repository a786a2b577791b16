from enum import StrEnum


class AssessmentViewAllowedItem(StrEnum):
    APPROVE = "approve"
    COPY = "copy"
    CORRECT = "correct"
    DELETE = "delete"
    DISTRIBUTE = "distribute"
    EDIT = "edit"
    WITHDRAW_APPROVAL = "withdraw_approval"

    def __str__(self) -> str:
        return str(self.value)
