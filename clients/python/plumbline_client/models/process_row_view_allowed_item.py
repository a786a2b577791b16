from enum import StrEnum


class ProcessRowViewAllowedItem(StrEnum):
    ACTIVATE_POST_TEST = "activate_post_test"
    ACTIVATE_PRE_TEST = "activate_pre_test"
    ATTACH_POST_TEST = "attach_post_test"
    ATTACH_PRE_TEST = "attach_pre_test"
    DISCARD = "discard"
    LOCK = "lock"
    PRINT = "print"
    REMIND = "remind"
    RENAME = "rename"
    SAVE_PAGE = "save_page"
    SET_GOAL = "set_goal"

    def __str__(self) -> str:
        return str(self.value)
