"""How email settings say no."""

from __future__ import annotations

from chalicelib.errors import Conflict, Forbidden, ProblemType, Unavailable, not_found

NOT_YOUR_CHOICE = ProblemType(
    "not_your_choice",
    Forbidden,
    "You cannot change a colleague's email settings.",
    "They can do it themselves, or ask a district administrator.",
)
REMINDER_BUSY = ProblemType(
    "reminder_busy",
    Unavailable,
    "Others are reminding the same people right now.",
    "Try again in a minute.",
)
EMAIL_NOT_FOUND = not_found("email", "e_mail_not_found")
EMAIL_NOT_SENT_AGAIN = ProblemType(
    "email_not_sent_again",
    Conflict,
    "This email cannot be sent again now.",
    "{why}",
)
