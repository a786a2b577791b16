"""One version number: `chalicelib/release.py` has it, and everything else follows."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from chalicelib.release import VERSION
from tests.house.sources import ROOT


def read_project(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / folder / "pyproject.toml").read_text())
    return found


def test_the_project_takes_its_version_from_the_release() -> None:
    project = read_project(".")
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {
        "attr": "chalicelib.release.VERSION"
    }


def test_the_python_client_has_the_version_of_the_api_that_it_was_made_from() -> None:
    assert read_project("clients/python")["project"]["version"] == VERSION


def test_the_changelog_ends_its_unreleased_section_with_this_release() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert headings[:2] == ["Unreleased", VERSION]


def test_nothing_else_of_ours_spells_the_version_as_its_own() -> None:
    """A version beside a name like `version` or `VERSION`: all but the client's own file."""
    spelled = re.compile(rf'(?i)version"?\s*[:=]\s*"{re.escape(VERSION)}"')
    files = [
        path
        for folder in ("chalicelib", "plumb", "infra", "openapi", "clients")
        for pattern in ("*.py", "*.toml", "*.json", "*.yaml")
        for path in (ROOT / folder).rglob(pattern)
        if not {"node_modules", "build", "description"} & set(path.parts)
    ]
    found = [path for path in (ROOT / "pyproject.toml", *files) if spelled.search(path.read_text())]
    assert [path.relative_to(ROOT).as_posix() for path in sorted(found)] == [
        "chalicelib/release.py",
        "clients/python/pyproject.toml",
    ]
