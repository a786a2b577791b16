"""The refusals of attachments."""

from __future__ import annotations

from chalicelib.errors import Conflict, Invalid, ProblemType, TooLarge, not_found

ATTACHMENT_NOT_FOUND = not_found("attachment")
ATTACHMENT_TYPE_INVALID = ProblemType(
    "attachment_type_invalid",
    Invalid,
    "Files of this type cannot be attached.",
    "Save it as one of these: {endings}.",
)
ATTACHMENT_NAME_INVALID = ProblemType(
    "attachment_name_invalid",
    Invalid,
    "The name of this file does not fit its type.",
    "Give it a name that ends with {endings} and has no slash.",
)
ATTACHMENT_TOO_LARGE = ProblemType(
    "attachment_too_large",
    TooLarge,
    "A file can have at most {largest} MB.",
    "Make it smaller, or attach it in parts.",
)
TOO_MANY_ATTACHMENTS = ProblemType(
    "too_many_attachments",
    Conflict,
    "An assessment has at most {most} attachments.",
    "Remove one first.",
)
