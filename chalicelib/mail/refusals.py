"""How e-mail settings say no."""

from __future__ import annotations

from chalicelib.errors import Forbidden, ProblemType

NOT_YOUR_CHOICE = ProblemType(
    "not_your_choice",
    Forbidden,
    "You cannot change a colleague's e-mail settings.",
    "They can do it themselves, or ask a district administrator.",
)
