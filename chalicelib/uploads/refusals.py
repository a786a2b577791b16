"""The refusals of imports of uploaded packages."""

from __future__ import annotations

from chalicelib.errors import Conflict, Invalid, ProblemType

DROPS_NOT_CONFIRMED = ProblemType(
    "drops_not_confirmed",
    Invalid,
    "The import removes more than the district allows without confirmation. {losses}",
    "To apply it anyway, send confirm_drops: true.",
)
IMPORT_NOT_POSSIBLE_NOW = ProblemType(
    "import_not_possible_now",
    Conflict,
    "The import was checked and waits for an admin's confirmation.",
    "Confirm or discard it.",
)
IMPORT_IN_STATE = {
    "ready": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import was checked and is ready to be applied.", "Apply or discard it."
    ),
    "held": IMPORT_NOT_POSSIBLE_NOW,
    "applying": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import is already being applied.", "Wait until it is done."
    ),
    "discarded": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import was discarded.", "Import the file again."
    ),
}
"""By the state of any import; rosters and standards add their own."""
