"""How e-mail settings say no."""

from __future__ import annotations

from chalicelib.errors import Forbidden, ProblemType, Unavailable

NOT_YOUR_CHOICE = ProblemType(
    "not_your_choice",
    Forbidden,
    "You cannot change a colleague's e-mail settings.",
    "They can do it themselves, or ask a district administrator.",
)
REMINDER_BUSY = ProblemType(
    "reminder_busy",
    Unavailable,
    "Others are reminding the same people right now.",
    "Try again in a minute.",
)
