from enum import StrEnum


class PageViewAllowedItem(StrEnum):
    SAVE_PAGE = "save_page"

    def __str__(self) -> str:
        return str(self.value)
