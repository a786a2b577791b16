"""Each domain makes its own services, and hands what it keeps to others by their ports alone."""

from __future__ import annotations

import ast
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.settings import Settings
from chalicelib.wiring import Services
from chalicelib.wiring.domains import ROOMS
from infra.package import index_services
from tests.house.sources import PRODUCT, nodes, parse
from tests.house.test_arrows import imports, modules
from tests.support.world import World


def wired() -> list[str]:
    """Return the wiring of every room, and of every room inside one."""
    return sorted(name for name in modules() if name.endswith(".wiring"))


def room_of(module: str) -> str:
    return module.partition(".")[0]


# -- the rooms -------------------------------------------------------------------------------------


def test_the_root_lists_each_room_that_wires_services() -> None:
    """The names for run time and the classes for type checkers are the same, in the same order."""
    (typed,) = [
        [ast.unparse(base) for base in node.bases]
        for node in nodes(PRODUCT / "wiring" / "domains.py", ast.ClassDef)
        if node.name == "Domains"
    ]
    assert typed == [f"{room.title().replace('_', '')}Wiring" for room in ROOMS]
    assert sorted(ROOMS) == sorted({room_of(name) for name in wired()})


def test_no_two_rooms_give_a_service_the_same_name() -> None:
    names = Counter(maker.node.name for maker in makers())
    assert len(names) > 100
    assert not [name for name, times in names.items() if times > 1]


def test_the_index_names_the_room_that_is_found_by_asking(world: World, tmp_path: Path) -> None:
    index_services(tmp_path / "rooms.json")
    index = json.loads((tmp_path / "rooms.json").read_text())
    assert len(index) > 100
    for name, room in index.items():
        asked: Any = Services(world.settings, world.clients)  # type checkers see classes alone
        getattr(asked, name)
        assert name in dir(type(asked._opened[room])), name
        earlier = ROOMS[: ROOMS.index(room)]
        assert not [each for each in earlier if name in dir(type(asked._opened[each]))], name


def test_a_rooms_wiring_is_imported_by_the_room_around_it_and_the_root_alone() -> None:
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        for other in wired()
        if other in imports(name)
        and name != "wiring.domains"
        and not (name.endswith(".wiring") and other.startswith(name.removesuffix("wiring")))
        and not name.endswith(".routes")
    ]
    assert not wrong


def test_views_name_the_wiring_of_a_room_as_a_type_alone() -> None:
    """Nothing imports it at run time, so a view loads no maker."""
    wrong = [
        f"{path.relative_to(PRODUCT)}: {ast.unparse(node)}"
        for path in PRODUCT.rglob("routes.py")
        for node in set(nodes(path, ast.ImportFrom)) - typed_imports(path)
        if (node.module or "").rpartition(".")[2] == "wiring"
    ]
    assert not wrong


def typed_imports(path: Path) -> set[ast.ImportFrom]:
    """Return the imports of a module that type checkers alone see."""
    return {
        node
        for block in nodes(path, ast.If)
        if ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom)
    }


def test_a_room_is_loaded_when_it_is_asked(world: World) -> None:
    services = Services(world.services.settings, world.clients, world.services.clock)
    opened = vars(services)["_opened"]
    assert not opened
    assert services.table is services.table
    assert set(opened) == {"storage"}


def test_a_service_of_no_room_is_refused_by_name() -> None:
    services = Services(Settings.__new__(Settings))
    assert not hasattr(services, "moon")
    assert not hasattr(services, "_moon")


# -- what domains declare --------------------------------------------------------------------------


def test_every_job_that_a_domain_declares_is_one_of_all(world: World) -> None:
    declared = [
        node.args[0].value
        for name in wired()
        for node in nodes(modules()[name], ast.Call)
        if ast.unparse(node.func) == "JobKind" and isinstance(node.args[0], ast.Constant)
    ]
    assert len(declared) == len(set(declared)) > 15
    assert set(declared) == set(world.services.jobs._kinds)


def test_every_upload_document_and_email_that_a_domain_declares_is_one_of_all(world: World) -> None:
    services = world.services
    found = {
        "Receivers": services.uploads._receivers,
        "DocumentBuilders": services.reports._builders,
    }
    for kind, known in found.items():
        declared = [each for name in _named(kind) for each in getattr(services, name)]
        assert len(declared) == len(set(declared)) > 1
        assert set(declared) == set(known)
    mails = [
        each for name in _named("tuple[type[MailPayload], ...]") for each in getattr(services, name)
    ]
    assert len(mails) == len(set(mails)) > 1
    assert all(services.mail_kinds.find(each.kind) is each for each in mails)


def _named(kind: str) -> Iterator[str]:
    for maker in makers():
        if maker.node.returns and ast.unparse(maker.node.returns) == kind:
            yield maker.node.name


# -- repositories ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Maker:
    """The maker of one service: its place and its class."""

    module: str
    node: ast.FunctionDef

    @property
    def makes(self) -> str:
        """The class that it gives, with its module."""
        assert self.node.returns is not None
        name = ast.unparse(self.node.returns)
        return (
            _home(self.module, name, parse(modules()[self.module])) if name.isidentifier() else ""
        )


@cache
def makers() -> tuple[Maker, ...]:
    return tuple(
        Maker(name, node)
        for name in wired()
        for node in nodes(modules()[name], ast.FunctionDef)
        if "cached_property" in map(ast.unparse, node.decorator_list)
    )


def _home(module: str, name: str, within: ast.AST) -> str:
    """Say which class a name means in (a part of) a module: `module.Class`; empty for none."""
    package = modules()[module].relative_to(PRODUCT).parts[:-1]
    for node in ast.walk(within):
        if isinstance(node, ast.ImportFrom) and name in [each.name for each in node.names]:
            above = package[: len(package) - node.level + 1] if node.level else ()
            inside = (node.module or "").removeprefix("chalicelib.")
            return ".".join([*above, inside, name])
    return ""


def _constructor(home: str) -> dict[str, str]:
    """Return how a class is made: each argument or dataclass field, inherited ones too."""
    module, _, name = home.rpartition(".")
    known = nodes(modules()[module], ast.ClassDef) if module in modules() else []
    for node in known:
        if node.name == name:
            for each in node.body:
                if isinstance(each, ast.FunctionDef) and each.name == "__init__":
                    arguments = (*each.args.args[1:], *each.args.kwonlyargs)
                    return {a.arg: ast.unparse(a.annotation or ast.Name("")) for a in arguments}
            tree = parse(modules()[module])
            bases = [
                _home(module, each.id, tree) for each in node.bases if isinstance(each, ast.Name)
            ]
            inherited = [given for base in bases for given in _constructor(base).items()]
            own = [each for each in node.body if isinstance(each, ast.AnnAssign)]
            return dict(inherited) | {ast.unparse(e.target): ast.unparse(e.annotation) for e in own}
    return {}


def is_repository(home: str) -> bool:
    """Every class that takes the table keeps or reads items."""
    return "Table" in _constructor(home).values()


@cache
def given() -> dict[str, str]:
    """Return the class of every service, by its name on the root."""
    return {each.node.name: each.makes for each in makers()}


def handed_over() -> Iterator[tuple[str, str, str, str]]:
    """Yield (receiver, argument, its annotation, repository) for each foreign repository."""
    for maker in makers():
        local = {
            ast.unparse(node.targets[0]): node.value
            for node in ast.walk(maker.node)
            if isinstance(node, ast.Assign)
        }
        for call in ast.walk(maker.node):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                receiver = _home(maker.module, call.func.id, maker.node)
                for argument, value in _arguments(call, receiver):
                    for name in _names(local.get(ast.unparse(value), value)):
                        home = given().get(name, "")
                        if is_repository(home) and room_of(home) != room_of(receiver):
                            yield receiver, argument, _constructor(receiver)[argument], home


def _arguments(call: ast.Call, receiver: str) -> Iterator[tuple[str, ast.expr]]:
    wanted = _constructor(receiver)
    yield from zip(wanted, call.args, strict=False)
    yield from ((each.arg, each.value) for each in call.keywords if each.arg in wanted)


def _names(value: ast.AST) -> Iterator[str]:
    """Return the services that a value names; those of a call inside it are of what it makes."""
    if isinstance(value, ast.Attribute) and ast.unparse(value.value) == "self.services":
        yield value.attr
    elif not isinstance(value, ast.Call):
        for node in ast.iter_child_nodes(value):
            yield from _names(node)


def is_port(receiver: str, annotation: str) -> bool:
    """Return whether an annotation names a Protocol of the receiver's own ports."""
    module = receiver.rpartition(".")[0]
    homes = [
        _home(module, node.id, parse(modules()[module]))
        for node in ast.walk(ast.parse(annotation, mode="eval"))
        if isinstance(node, ast.Name)
    ]
    return any(
        room_of(home) == room_of(receiver) and home.rpartition(".")[0].endswith("ports")
        for home in homes
    )


def test_a_repository_of_another_domain_is_handed_over_by_a_port_of_the_asker() -> None:
    """A domain talks to another through its service, or a port that a repository fulfills."""
    found = set(handed_over())
    assert len(found) >= 20, found
    wrong = [
        f"{receiver} takes {repository} as {argument}: {annotation}"
        for receiver, argument, annotation, repository in sorted(found)
        if not is_port(receiver, annotation)
    ]
    assert not wrong, "name what is asked for as a Protocol in the asker's ports.py"


def test_wiring_makes_repositories_of_its_own_domain_alone() -> None:
    """So each crossing is a `self.services.x`, which the test above sees."""
    wrong = [
        f"{maker.module}.{maker.node.name} makes {home}"
        for maker in makers()
        for call in ast.walk(maker.node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if (home := _home(maker.module, call.func.id, maker.node))
        if is_repository(home) and room_of(home) != room_of(maker.module)
    ]
    assert not wrong
