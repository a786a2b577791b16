"""The rules of imports. docs/architecture.md explains them; here they are data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import PRODUCT, ROOT, nodes, product

GROUND = (
    "acts",
    "clock",
    "csv_cells",
    "errors",
    "file_cells",
    "frozen_models",
    "ids",
    "observability",
    "paging",
    "percents",
    "presence",
    "release",
    "request_cache",
    "rendering",
    "searching",
    "scales",
    "scales.calculation",
    "scales.mastery",
    "scales.palette",
    "scales.scale",
    "settings",
    "spreadsheet_problems",
    "spreadsheets",
    "compression",
    "suppression",
    "tables",
    "workbooks",
    "workbooks.cells",
    "workbooks.parts",
    "workbooks.reading",
    "workbooks.structure",
    "workbooks.writing",
    "workbooks.workbook_problems",
    "zips",
)
"""Modules that everything may stand on."""
STRUCTURE = ("console", "scales", "storage", "web", "wiring", *GROUND)
"""Folders that are no domain."""
SHARED_ROOMS = ("service", "model", "refusals")
"""Rooms of a domain that others may enter."""

FORBIDDEN = (
    # who, never imports, because
    ("storage.*", "@domain", "the table knows keys and writes, not what they mean"),
    ("storage.*", "web.*", "the table knows nothing of HTTP"),
    ("web.*", "@domain", "the edge is the same for every domain"),
    ("@ground", "@domain", "everybody stands on it, so it can stand on nobody"),
    ("@ground", "storage.*", "everybody stands on it, so it can stand on nobody"),
    ("@ground", "web.*", "everybody stands on it, so it can stand on nobody"),
    ("*.model", "storage.table", "a model decides; where it is kept is not its business"),
    ("*.model", "storage.conditions", "a model decides; where it is kept is not its business"),
    ("*.model", "*.repository", "a model decides; where it is kept is not its business"),
    ("*.model", "*.service", "a model does not ask around"),
    ("*.repository", "*.service", "a repository keeps; it does not ask"),
    ("@inside", "*.routes", "nobody but app.py knows routes"),
    ("@inside", "web.*", "only the edge knows HTTP"),
    ("@room", "wiring", "what a domain needs is handed to it; what a view needs, on the request"),
    ("@unseen", "*.wiring", "the root alone puts the stack together; views name it as a type"),
    ("console.*", "@domain", "a screen asks the API, and knows nothing else"),
    ("console.*", "storage.*", "a screen asks the API, and knows nothing else"),
    ("*.routes", "*.routes", "views that several rooms show are in `views.py`"),
    ("*", "app", "the doors open inwards"),
)
"""`@domain` any module of a domain; `@inside` without its routes and views; `@ground` see above.

`@room` any module but the composition root and the wiring of a room; `@unseen` without routes.
"""

FLOORS = (
    # a room imports from floors below its own: never from beside or above
    ("console",),
    ("directory", "work_lists"),
    ("printed_tests", "processes"),
    ("corrections", "attachments", "item_imports", "mastery", "reports", "teams"),
    ("results",),
    ("distribution",),
    ("mail", "trackers"),
    ("assessments",),
    ("audit", "item_analysis", "standards"),
    ("rosters",),
    ("districts",),
    ("findings",),
    ("uploads",),
    ("jobs",),
    ("web",),
    ("storage",),
    ("scales",),
    ("spreadsheets", "tables", "observability"),
    ("workbooks",),
    ("csv_cells",),
    (
        "acts",
        "days",
        "file_cells",
        "paging",
        "percents",
        "release",
        "rendering",
        "spreadsheet_problems",
        "zips",
    ),
    ("searching",),
    (
        "clock",
        "errors",
        "frozen_models",
        "ids",
        "presence",
        "request_cache",
        "settings",
        "compression",
        "suppression",
        "screen_code",
    ),
)
"""Every room of the product but the composition root, which knows them all; the top floor first."""

PROCESS_FLOORS = (
    # the same inside `processes/`, whose root has modules on several floors
    ("wiring",),
    ("locking", "rollout", "routes"),
    ("activation", "analytics_views", "creation", "library", "missing", "reporting", "team_port"),
    ("admin_list", "attached_tests", "goals", "pages", "reminders"),
    ("service",),
    ("roster_sync", "search"),
    ("repository",),
    ("class_rows",),
    ("ports", "views", "visible_process"),
    ("model", "suppression"),
    ("analytics", "moves"),
    ("open_work", "refusals", "scores"),
)

LIBRARIES = {
    # library: who may import it
    "chalice": ("web.authorizer", "web.edge"),
    "boto3": (),
    "botocore": ("wiring.clients", "storage.*", "mail.sender", "districts.accounts.pool"),
    "os": ("settings",),
    "openpyxl": ("workbooks.reading",),
    "xlsxwriter": ("workbooks.writing",),
    "jinja2": ("rendering", "screen_code", "mail.worker"),
    "segno": ("reports.codes",),
    "typst": ("reports.typesetting",),
    "jwt": ("districts.tokens",),
    "cryptography": (),
    "requests": (),
}
FOREIGN_ROOMS = {
    # module of another domain that is neither service nor model: why it may be used
    "districts.accounts.service": "whose accounts are whose; handed over by wiring, as a type",
    "districts.sign_in_entry": "who signs in as what; plain classes that the authorizer reads",
    "districts.sign_in_items": "a person and their sign-in are written in one transaction",
    "jobs.due_work": "what looks after everything due; a worker of any domain is one",
    "jobs.queue": "the one way to send work; it is handed over by wiring and named as a type",
    "standards.algebra": "what a selection of standards is and how two compare; nothing else",
    "standards.grades": "how people write grades; pure",
    "standards.subjects": "how people write subjects; pure",
    "assessments.items": "what an item is and how points are written; pure",
    "assessments.partial_credit": "what a key of listed responses holds; pure",
    "assessments.item_rules": "which items can be scored; pure",
    "assessments.kinds": "what the product knows of each kind of question; pure",
    "assessments.kinds.question_kind": "what there is to know of a kind of question; a type",
    "assessments.responses": "what people write as an answer, cleaned; pure",
    "assessments.scoring": "what an answer is worth; pure",
    "assessments.numerals": "how people write numbers; knows no domain",
    "results.points": "points of a sheet, added up exactly; pure",
    "results.scoring": "what the cells of a sheet earn; pure",
    "findings.selection": "which problems somebody wants to see; pure",
    "distribution.walltime": "how a moment is written for people of a school; pure",
    "trackers.staffing": "whose a tracker is on a day; pure",
    "trackers.ports": "what trackers ask of results: a type that these are written to",
    "trackers.visible_trackers": "classrooms and titles of trackers; as types",
    "trackers.placement": "the tracker that takes a team's test; handed over by wiring",
    "teams.levels": "the bands that a team speaks of; pure",
    "teams.ports": "what a team asks of its processes: types that these are written to",
    "mail.destinations": "the screens that e-mails lead to; data",
    "mail.payload": "what declares a kind of e-mail, which its sender does",
    "mail.reminders.reminder_email": "the lines of a reminder; pure",
    "mail.reminders.model": "the facts of a reminder; pure",
    "mail.reminders.service": "what is asked about reminders; handed over by wiring, as a type",
    "reports.printed_test": "what a test says on paper: types that it is written to",
    "reports.printout": "what somebody wants printed; as a type",
    "reports.retry_schedule": "how a document is waited for; kept in the items of whose it is",
    "processes.moves": "where a process can stand, and who may do what there: data",
    "processes.open_work": "what lies in open processes; handed over by wiring",
    "processes.scores": "which tests a process has; pure",
    "results.progress": "how far classes are; handed over by wiring",
    "rosters.imports.service": "imports of the roster; handed over by wiring, as a type",
    "standards.imports.service": "imports of standards; handed over by wiring, as a type",
    "trackers.boards": "what people work on; handed over by wiring",
    "uploads.json_lines": "reads any uploaded file line by line; knows no domain",
}

DECLARED = {
    # module of another domain: what a domain's wiring declares by it
    "jobs.ports": "long work",
    "uploads.ports": "files that are waited for",
    "reports.ports": "documents that the report function makes",
}


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in product():
        name = ".".join(path.relative_to(PRODUCT).with_suffix("").parts)
        found[name.removesuffix(".__init__") if name != "__init__" else ""] = path
    return found


@cache
def imports(name: str) -> frozenset[str]:
    """Everything a module imports, anywhere in it; our own without `chalicelib.`"""
    path = modules()[name]
    package = path.relative_to(ROOT).parts[:-1]
    importing: list[ast.Import | ast.ImportFrom] = []
    importing += nodes(path, ast.Import)
    importing += nodes(path, ast.ImportFrom)
    found = {each for node in importing for each in _list_imports(node, package)}
    return frozenset(each.removeprefix("chalicelib.") for each in found)


def _list_imports(node: ast.Import | ast.ImportFrom, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    else:
        above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
        base = ".".join(part for part in (above, node.module) if part)
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def is_domain(name: str) -> bool:
    top = name.partition(".")[0]
    return top not in STRUCTURE and (PRODUCT / top).is_dir() and bool(top)


def belongs(name: str, pattern: str) -> bool:
    if pattern == "@domain":
        return is_domain(name)
    if pattern == "@inside":
        return is_domain(name) and not name.endswith((".routes", ".views"))
    if pattern == "@ground":
        return name in GROUND
    if pattern == "@room":
        return name.rpartition(".")[2] != "wiring" and not name.startswith("wiring.")
    if pattern == "@unseen":
        return belongs(name, "@room") and not name.endswith(".routes")
    return fnmatchcase(name, pattern)


@pytest.mark.parametrize(("importer", "imported", "because"), FORBIDDEN, ids=lambda text: text)
def test_the_arrows_point_one_way(importer: str, imported: str, because: str) -> None:
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        if belongs(name, importer)
        for other in imports(name)
        if belongs(other, imported) and other != "web.routes"
    ]
    assert not wrong, f"{because}: {wrong}"


def test_a_domain_enters_another_by_its_service_or_model_only() -> None:
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        if is_domain(name) and not name.endswith(".routes")
        for other in imports(name)
        if other in modules() and is_domain(other) and not _is_own_or_shared(name, other)
    ]
    assert not wrong


def _is_own_or_shared(name: str, other: str) -> bool:
    top, _, room = other.partition(".")
    if name.endswith(".wiring") and other in DECLARED:
        return True
    return top == name.partition(".")[0] or room in ("", *SHARED_ROOMS) or other in FOREIGN_ROOMS


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_has_its_door(library: str) -> None:
    wrong = [
        name
        for name in modules()
        if any(each.partition(".")[0] == library for each in imports(name))
        and not any(fnmatchcase(name, door) for door in LIBRARIES[library])
    ]
    assert not wrong


def test_the_product_never_leans_on_what_is_not_shipped() -> None:
    outside = ("plumb", "infra", "tests", "bench", "moto", "pytest", "rich", "typer")
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        for other in imports(name)
        if other.partition(".")[0] in outside
    ]
    assert not wrong


def rooms() -> set[str]:
    return {name.partition(".")[0] for name in modules()} - {"", "wiring"}


@cache
def list_imported_modules(name: str) -> set[str]:
    """Our own modules that one imports, `from module import name` counted as the module.

    The wiring of a view's own room is left out: it is the type of the services on a request.
    """
    known = modules()
    found = {each if each in known else each.rpartition(".")[0] for each in imports(name)}
    own = f"{name.partition('.')[0]}.wiring" if name.endswith(".routes") else ""
    return {each for each in found if each in known} - {"", name, own}


def test_every_room_stands_on_one_floor() -> None:
    standing = [room for floor in FLOORS for room in floor]
    assert sorted(standing) == sorted(rooms())


def test_no_import_runs_up_or_sideways() -> None:
    floor = {room: n for n, rooms_ in enumerate(FLOORS) for room in rooms_}
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        if name and name != "wiring" and not name.startswith("wiring.")
        for other in list_imported_modules(name)
        if (here := name.partition(".")[0]) != (there := other.partition(".")[0])
        if there != "wiring" or not name.endswith(".wiring")
        if there == "wiring" or floor[here] >= floor[there]
    ]
    assert not wrong


def test_inside_processes_no_import_runs_up_or_sideways() -> None:
    floor = {room: n for n, rooms_ in enumerate(PROCESS_FLOORS) for room in rooms_}
    inside = {name: name.split(".")[1] for name in modules() if name.startswith("processes.")}
    assert floor.keys() == set(inside.values())
    wrong = [
        f"{name} imports {other}"
        for name, here in inside.items()
        for other in list_imported_modules(name) & inside.keys()
        if here != inside[other] and floor[here] >= floor[inside[other]]
    ]
    assert not wrong


@pytest.mark.parametrize(
    "room", sorted(n for n, path in modules().items() if n and path.name == "__init__.py")
)
def test_inside_a_room_nothing_runs_in_a_circle(room: str) -> None:
    """Modules and rooms inside one room can be put in an order: each imports only earlier ones."""
    inside: dict[str, set[str]] = {}
    for name in modules():
        if name.startswith(f"{room}."):
            one = name.removeprefix(f"{room}.").partition(".")[0]
            others = {
                other.removeprefix(f"{room}.").partition(".")[0]
                for other in list_imported_modules(name)
                if other.startswith(f"{room}.")
            }
            inside.setdefault(one, set()).update(others - {one})
    while free := {one for one, others in inside.items() if not others & inside.keys()}:
        for one in free:
            del inside[one]
    assert not inside


def test_a_rule_that_nothing_could_break_is_no_rule() -> None:
    """Every pattern on the left still names some module: a renamed room must not free itself."""
    for who, _, _ in FORBIDDEN:
        assert any(belongs(name, who) for name in modules()), who
