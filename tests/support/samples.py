"""Sample files that are not part of the project; tests on them are skipped where they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"


def a_sample_key(name: str) -> bytes:
    """Return a sample of answer keys and responses, or skip the test."""
    path = Path(os.environ.get("PLUMBLINE_SAMPLE_DATA", _BESIDE)) / "answer-keys" / name
    if not path.is_file():
        pytest.skip(f"no sample data: {name} (set PLUMBLINE_SAMPLE_DATA)")
    return path.read_bytes()


def a_public_case(nr: str, kind: str = "responses") -> bytes:
    """Return the file of a case after a public report, or skip the test."""
    path = Path(os.environ.get("PLUMBLINE_SAMPLE_DATA", _BESIDE)) / "public-cases" / "items"
    file = path / f"{nr}.{kind}.csv"
    if not file.is_file():
        pytest.skip(f"no sample data: {file.name} (set PLUMBLINE_SAMPLE_DATA)")
    return file.read_bytes()
