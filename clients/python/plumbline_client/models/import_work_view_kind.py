from enum import StrEnum


class ImportWorkViewKind(StrEnum):
    ROSTER_IMPORT = "roster_import"
    STANDARDS_IMPORT = "standards_import"

    def __str__(self) -> str:
        return str(self.value)
