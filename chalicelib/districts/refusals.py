"""How sign-ins and invitations say no."""

from __future__ import annotations

from chalicelib.errors import Conflict, ProblemType, Unauthenticated, Unavailable, not_found

PERSON_NOT_FOUND = not_found("person")
SIGNED_OUT = ProblemType("signed_out", Unauthenticated, "This sign-in was ended.", "Sign in again.")
SIGN_IN_EXPIRED = ProblemType(
    "sign_in_expired", Unauthenticated, "Your sign-in is no longer valid.", "Sign in again."
)
SIGN_IN_SERVICE_BUSY = ProblemType(
    "sign_in_service_busy",
    Unavailable,
    "The sign-in service did not answer.",
    "Try again in a minute.",
)
ALREADY_SIGNS_IN = ProblemType(
    "already_signs_in",
    Conflict,
    "This person has signed in before and needs no invitation.",
    "A lost password can be reset on the sign-in page.",
)
CANNOT_SIGN_IN = ProblemType(
    "cannot_sign_in",
    Conflict,
    "This person cannot sign in: the roster lists them as disabled or not as staff.",
    "Correct the roster first.",
)
NO_ACCOUNT = ProblemType(
    "no_account",
    Conflict,
    "This person has no account yet, so they cannot be signed out.",
    "Invite them first.",
)
NO_ADDRESS = ProblemType(
    "no_address",
    Conflict,
    "The roster has no email address for this person.",
    "Add one and import the roster first.",
)
SIGN_IN_NAME_TAKEN = ProblemType(
    "sign_in_name_taken",
    Conflict,
    "In the current roster, this sign-in name belongs to somebody else.",
    "Wait until the running import is applied, or give each person their own sign-in name.",
)
SIGN_IN_NAME_RESERVED = ProblemType(
    "sign_in_name_reserved",
    Conflict,
    "The operators gave this sign-in name to an administrator.",
    "Give this person another name in the roster. If it is the same person, ask the operators to "
    "run `plumb deploy` with --admin and --admin-person.",
)
