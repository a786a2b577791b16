"""Put the demonstration district on disk, as the files a district would bring."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from plumb.demo import assessments, framework, roster
from plumb.demo.district import DemoSize, make


def write(folder: Path, size: DemoSize | None = None) -> list[Path]:
    """Write the roster zip, the standards and the tests into a folder; return the paths.

    `roster.zip` (OneRoster 1.2, bulk), `standards.json` (CASE 1.1), `assessments.json` (the bodies
    that are posted to the API).
    """
    district = make(size)
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        "roster.zip": roster.package(district),
        "standards.json": framework.package_json(),
        "assessments.json": _json([asdict(one) for one in assessments.ALL]),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
