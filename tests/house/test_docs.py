"""The documentation says what the code does: keys, routes, refusals, rules, alarms, links."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from chalicelib.storage import keys
from docs import reference

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "bench" / "README.md"])
RULES = re.findall(r"^\| ([A-Z]\d+) \|", (DOCS / "glossary.md").read_text(), re.MULTILINE)
SERIES = {"R": 7, "A": 12, "T": 11, "D": 17, "P": 16, "X": 6}
"""The last rule of each series."""


def shorten_path(path: Path) -> str:
    return str(path.relative_to(ROOT))


def list_rendered_keys() -> Iterator[tuple[str, list[str]]]:
    """Every function of storage/keys/ with the texts of its rendered example."""
    for name, function in vars(keys).items():
        ours = inspect.isfunction(function) and function.__module__.startswith(keys.__name__)
        if not ours or name.startswith("_"):
            continue
        example = re.search(r">>> .*\n\s*(.+)", inspect.getdoc(function) or "")
        assert example or name == "join", f"{name} shows no rendered example"
        yield name, re.findall(r"'([^']*)'", example[1]) if example else []


@pytest.mark.parametrize(("name", "texts"), list(list_rendered_keys()))
def test_every_key_stands_in_the_data_model_as_its_docstring_shows_it(
    name: str, texts: list[str]
) -> None:
    lines = [
        line
        for line in (DOCS / "data-model.md").read_text().splitlines()
        if f"`{name}`" in line and all(f"`{text}`" in line for text in texts)
    ]
    assert lines, f"docs/data-model.md has no line with `{name}` and {texts}"


@pytest.mark.parametrize("page", ["api.md", "errors.md", "screens.md"])
def test_written_pages_are_up_to_date(page: str) -> None:
    assert (DOCS / page).read_text() == reference.PAGES[page](), "run `make docs`"


def test_every_route_stands_in_the_api_page() -> None:
    import app  # noqa: F401 - its doors are what is described
    from chalicelib.web.lazy_routes import every_domain

    text = (DOCS / "api.md").read_text()
    missing = [
        f"{route.method} {route.path}"
        for routes in every_domain()
        for route in routes.routes
        if f"| {route.method} | `{route.path}` |" not in text
    ]
    assert not missing


def test_no_rule_is_missing_or_there_twice() -> None:
    listed = {f"{letter}{n}" for letter, last in SERIES.items() for n in range(1, last + 1)}
    assert not listed - set(RULES)
    assert len(RULES) == len(set(RULES))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_stands_in_the_glossary_with_where_it_is_kept(rule: str) -> None:
    rows = [
        line
        for line in (DOCS / "glossary.md").read_text().splitlines()
        if line.startswith(f"| {rule} |")
    ]
    assert len(rows) == 1
    assert rows[0].rstrip(" |").rsplit("|", 1)[1].strip(), f"{rule} does not say where it is kept"


def test_every_alarm_stands_in_operations() -> None:
    resources = yaml.safe_load((ROOT / "infra" / "resources.yaml").read_text())["Resources"]
    alarms = [n for n, each in resources.items() if each.get("Type") == "AWS::CloudWatch::Alarm"]
    text = (DOCS / "operations.md").read_text()
    assert not [name for name in alarms if f"`{name}`" not in text]


def list_logged() -> Iterator[str]:
    """Return what is read of students, and every metric that is named in the code."""
    for path in sorted((ROOT / "chalicelib").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).removeprefix("observability.")
            if called == "read_of_students" and isinstance(node.args[1], ast.Constant):
                yield str(node.args[1].value)
            elif called == "count":
                yield from (each.arg for each in node.keywords if each.arg)


def test_every_read_of_students_and_every_metric_stands_in_operations() -> None:
    named = set(list_logged())
    assert {"sheet history", "people_reminded"} < named
    page = (DOCS / "operations.md").read_text()
    assert not [name for name in named if f"`{name}`" not in page]


def decisions() -> list[Path]:
    return sorted((DOCS / "adr").glob("[0-9]*.md"))


@pytest.mark.parametrize("path", decisions(), ids=shorten_path)
def test_a_decision_has_context_decision_and_what_it_costs(path: Path) -> None:
    text = path.read_text()
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]
    assert "**Against it:**" in text.split("## Consequences")[1]


def test_every_decision_is_listed() -> None:
    listed = re.findall(
        r"\]\(([0-9]{4}-[a-z0-9-]+\.md)\)", (DOCS / "adr" / "README.md").read_text()
    )
    assert listed == [path.name for path in decisions()]


def headings_of(path: Path) -> set[str]:
    """Headings as GitHub turns them into anchors."""
    found = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.casefold()).replace(" ", "-") for text in found}


@pytest.mark.parametrize("page", PAGES, ids=shorten_path)
def test_relative_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (page.parent / target).resolve() if target else page
        lost = anchor and file.suffix == ".md" and anchor not in headings_of(file)
        if not file.exists() or lost:
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=shorten_path)
def test_files_that_are_named_exist(page: Path) -> None:
    named = re.findall(
        r"`((?:chalicelib|tests|infra|plumb|bench|docs|templates|\.chalice)/[\w./-]*)`",
        page.read_text(),
    )
    assert not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"])
def test_modules_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`[\w/]*?(\w+\.py)`", page.read_text())
    assert not set(named) - list_modules()


@cache
def list_modules() -> frozenset[str]:
    """Return the file names of all Python modules of the project."""
    folders = ("chalicelib", "plumb", "infra", "bench", "docs", "findings", "simulator", "tests")
    return frozenset(
        p.name for f in (*folders, "openapi", "clients") for p in (ROOT / f).rglob("*.py")
    ) | {"app.py"}


@pytest.mark.parametrize("page", PAGES, ids=shorten_path)
def test_make_targets_that_are_named_exist(page: Path) -> None:
    targets = re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"`make ([a-z0-9-]+)", page.read_text())
    assert not [name for name in named if name not in targets]


def commands(command: Any, name: str = "plumb") -> Iterator[str]:
    """Every command that an operator can type."""
    inner = getattr(command, "commands", {})
    for word, each in inner.items():
        yield from commands(each, f"{name} {word}")
    if not inner:
        yield name


def test_every_command_of_plumb_stands_in_its_page() -> None:
    from plumb.cli import app

    text = (DOCS / "plumb.md").read_text()
    assert not [each for each in commands(get_command(app)) if each not in text]


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= 110


def test_every_service_of_the_stack_stands_in_what_is_proved(template: dict[str, Any]) -> None:
    text = (DOCS / "proved.md").read_text()
    services = {each["Type"].split("::")[1] for each in template["Resources"].values()}
    assert len(services) > 8
    assert not [name for name in services if f"\n| {name} | " not in text]


@pytest.mark.parametrize(
    ("name", "pins"), [("moto", "requirements-dev.txt"), ("ministack", "requirements-local.txt")]
)
def test_the_page_of_proofs_names_the_stand_ins_as_they_are_pinned(name: str, pins: str) -> None:
    pinned = re.search(rf"^{name}(?:\[\w+\])?==(\S+)", (ROOT / pins).read_text(), re.MULTILINE)
    assert pinned
    for page in ("proved.md", "local-cloud.md")[: 1 + (name == "ministack")]:
        assert f"{name} {pinned[1]}" in (DOCS / page).read_text()


MADE = {"dist", "__pycache__", "plumbline.egg-info"}
"""Folders that tools make; git ignores them."""


def test_the_readme_maps_every_folder_and_no_other() -> None:
    text = (ROOT / "README.md").read_text().partition("## Folders")[2]
    mapped = re.findall(r"^([a-z_.]+)/? +\S", text.split("```")[1], re.MULTILINE)
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."}
    assert set(mapped) == folders - MADE | {"app.py"}


def test_the_readme_leads_to_every_page() -> None:
    text = (ROOT / "README.md").read_text()
    pages = [path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md")]
    assert not [page for page in pages if "/adr/0" not in page and f"]({page})" not in text]
