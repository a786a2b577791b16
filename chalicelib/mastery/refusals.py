"""How the mastery grid says no."""

from __future__ import annotations

from chalicelib.errors import Invalid, ProblemType

STANDARD_NOT_TRACKED = ProblemType(
    "standard_not_tracked",
    Invalid,
    "This tracker does not track this standard.",
    "Choose one that its grid shows.",
)
