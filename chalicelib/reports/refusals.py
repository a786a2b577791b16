"""The refusals of printouts."""

from __future__ import annotations

from chalicelib.errors import not_found

PRINTOUT_NOT_FOUND = not_found("printout")
