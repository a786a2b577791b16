"""The files for the hosting page: the same checks as `.ci/run`, forms for issues, one template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from chalicelib.release import VERSION
from tests.house.sources import ROOT

GITHUB = ROOT / ".github"
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


def workflow() -> dict[Any, Any]:
    found: dict[Any, Any] = load(GITHUB / "workflows" / "ci.yml")
    return found


def test_hosted_checks_are_the_steps_of_ci_run() -> None:
    steps = re.findall(r"^make (\S+)$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)
    assert len(steps) == len(set(steps)) > 3
    assert workflow()["jobs"]["step"]["strategy"]["matrix"]["step"] == steps
    (ours,) = re.findall(r"^ci: ([a-z0-9 -]+?) *##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert ours.split() == steps


def test_hosted_checks_try_every_python_that_the_project_takes() -> None:
    matrix = workflow()["jobs"]["step"]["strategy"]["matrix"]
    tried = {*matrix["python"], *(each["python"] for each in matrix["include"])}
    needs = re.search(
        r'requires-python = ">=3\.(\d+),<3\.(\d+)"', (ROOT / "pyproject.toml").read_text()
    )
    assert needs
    assert tried == {f"3.{minor}" for minor in range(int(needs[1]), int(needs[2]))}


def test_hosted_checks_may_read_the_sources_and_nothing_else() -> None:
    assert workflow()["permissions"] == {}
    assert {name: each["permissions"] for name, each in workflow()["jobs"].items()} == {
        "step": {"contents": "read"}
    }
    on = workflow()[True]  # YAML 1.1 reads the word `on` as true
    assert set(on) == {"push", "pull_request"}, (
        "nothing that runs a stranger's code with our rights"
    )


def test_actions_are_pinned_by_commit_and_say_their_version() -> None:
    text = (GITHUB / "workflows" / "ci.yml").read_text()
    used = re.findall(r"uses: (.+)", text)
    assert used
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert not [each for each in used if not pinned.fullmatch(each)]


@pytest.mark.parametrize("path", [p for p in FORMS if p.stem != "config"], ids=lambda p: p.stem)
def test_a_form_says_what_it_is_for_and_asks_each_thing_once(path: Path) -> None:
    form = load(path)
    assert {"name", "description", "labels", "body"} <= set(form)
    assert {each["type"] for each in form["body"]} <= KINDS
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    ids = [each["id"] for each in asked]
    assert len(ids) == len(set(ids))
    assert all(each["attributes"]["label"] for each in asked)
    assert any(each.get("validations", {}).get("required") for each in asked)


def test_files_that_forms_and_template_name_exist() -> None:
    texts = [path.read_text() for path in (*FORMS, GITHUB / "pull_request_template.md")]
    named = {name for text in texts for name in re.findall(r"[\w./-]+\.md|docs/[\w/]+", text)}
    assert {"CONTRIBUTING.md", "SECURITY.md", "docs/adr"} <= named
    assert not [name for name in named if not (ROOT / name).exists()]


def test_security_names_the_release_that_gets_fixes() -> None:
    minor = VERSION.rpartition(".")[0]
    assert f"| {minor}.x and the main branch | yes |" in (ROOT / "SECURITY.md").read_text()
