from enum import StrEnum


class PersonViewAllowedItem(StrEnum):
    INVITE = "invite"
    SIGN_OUT = "sign_out"

    def __str__(self) -> str:
        return str(self.value)
