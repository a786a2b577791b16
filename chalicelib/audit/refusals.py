"""The history's refusals, each with the way out."""

from __future__ import annotations

from chalicelib.errors import Invalid, ProblemType

from .model import MOST_DAYS

DAYS_TURNED = ProblemType(
    "days_turned", Invalid, "The last day is before the first one.", "Exchange the two days."
)
TOO_MANY_DAYS = ProblemType(
    "too_many_days",
    Invalid,
    f"The history shows at most {MOST_DAYS} days at once.",
    "Choose a later first day, or an earlier last one.",
)
