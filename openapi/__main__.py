"""Write the OpenAPI document and its page: `python -m openapi [FOLDER]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from chalicelib.web.documentation import FOLDER

from .files import write

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m openapi", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where to write")
    write(parser.parse_args().folder)
