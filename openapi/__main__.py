"""Writes the files: `python -m openapi FOLDER`. Without a folder, where the product reads them."""

from __future__ import annotations

import sys
from pathlib import Path

from chalicelib.web.documentation import FOLDER

from .files import write

if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
