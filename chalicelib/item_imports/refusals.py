"""How imports of questions say no."""

from __future__ import annotations

from chalicelib.errors import Invalid, ProblemType, TooLarge, not_found

ITEM_IMPORT_NOT_FOUND = not_found("item import")
FILE_TYPE_UNKNOWN = ProblemType(
    "file_type_unknown",
    Invalid,
    "Files of this type cannot be imported.",
    "Upload a QTI package (.zip) or a single question (.xml).",
)
FILE_TOO_LARGE = ProblemType(
    "file_too_large",
    TooLarge,
    "This file is larger than {most} MB.",
    "Export the questions in several packages, or without recordings.",
)
