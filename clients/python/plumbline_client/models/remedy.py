from enum import StrEnum


class Remedy(StrEnum):
    CORRECT_ADDRESS = "correct_address"
    LIFT_BLOCK = "lift_block"
    NONE = "none"
    SEND_AGAIN = "send_again"

    def __str__(self) -> str:
        return str(self.value)
