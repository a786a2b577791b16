"""Where the local cloud keeps things, and the ports it listens on."""

from __future__ import annotations

import errno
import json
import os
import re
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(os.environ.get("PLUMB_FOLDER", ROOT / ".local"))
HOST = "127.0.0.1"


@dataclass(frozen=True)
class LocalPlaces:
    """The folder of one local cloud; removing it forgets everything."""

    folder: Path = HERE

    @property
    def cloud(self) -> Path:
        """The local cloud's own state: tables, queues, users, functions."""
        return self.folder / "cloud"

    @property
    def outbox(self) -> Path:
        """One `.eml` file per email."""
        return self.folder / "outbox"

    @property
    def log(self) -> Path:
        """The output of the local cloud while it runs, functions included."""
        return self.folder / "cloud.log"

    @property
    def stack(self) -> Path:
        """The facts about the deployed stack, for other commands to find."""
        return self.folder / "stack.json"

    def make(self) -> None:
        """Make the folders."""
        for folder in (
            self.cloud / "state",
            self.cloud / "files",
            self.folder / "tmp",
            self.outbox,
        ):
            folder.mkdir(parents=True, exist_ok=True)


@dataclass(frozen=True)
class Ports:
    """The ports of one local cloud."""

    cloud: int = 8400
    outbox: int = 8401
    smtp: int = 8402


def ports(places: LocalPlaces) -> Ports:
    """Get the ports used the last time, or free ones in place of what somebody else took since."""
    noted = places.folder / "ports.json"
    try:
        wanted = Ports(**json.loads(noted.read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        wanted = Ports()
    chosen = Ports(**{name: _free(port) for name, port in asdict(wanted).items()})
    readdress(places, chosen.cloud)
    noted.write_text(json.dumps(asdict(chosen)))
    return chosen


def readdress(places: LocalPlaces, port: int) -> None:
    """Have what the stopped cloud saved speak of the port that it gets now.

    The local cloud names each queue by an address with its port. Under another port its functions
    would never find a message again, without a word.
    """
    saved = [path for name in _ADDRESSED if (path := places.cloud / "state" / name).exists()]
    for path in saved:
        text = path.read_text()
        moved = re.sub(_ADDRESS, rf"\g<1>:{port}", text)
        if moved != text:
            unfinished = path.with_suffix(".part")
            unfinished.write_text(moved)
            unfinished.replace(path)


_ADDRESSED = ("sqs.json", "lambda.json", "cloudformation.json")
_ADDRESS = r"(?<=http://)(localhost|127\.0\.0\.1):\d+(?=[/\"\\'])"
"""An address of this machine, as the state files hold it inside of their texts."""


def _free(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HOST, port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise OSError(errno.EADDRINUSE, "this machine has no free port")
