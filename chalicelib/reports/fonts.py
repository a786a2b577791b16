"""Where the fonts of reports are: in the report function's layer, or in the repository."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from chalicelib.rendering import TEMPLATES

LAYERED = "report_fonts"
"""The package in which `infra/layer.py` ships them: functions with the layer can import it,
wherever that is unpacked.
"""


def fonts() -> Path:
    """Return the folder; of a package without code, so that finding it runs nothing."""
    found = find_spec(LAYERED)
    if found is not None and found.submodule_search_locations:
        return Path(next(iter(found.submodule_search_locations)))
    return TEMPLATES / "reports" / "fonts"
