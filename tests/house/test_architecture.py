"""docs/architecture.md: its diagrams show the stack, and its list the folders that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product as every_pair
from typing import Any

from tests.house.sources import PRODUCT, ROOT
from tests.house.test_packaging import FUNCTIONS, READERS

PAGE = (ROOT / "docs" / "architecture.md").read_text()
ELSEWHERE = {"SES"}
"""In the diagrams, and no resource of the stack."""
ARROW = re.compile(r"^\s*(\w+(?: & \w+)*) -->(?:\|[^|]*\|)? (\w+(?: & \w+)*)$", re.MULTILINE)

Template = dict[str, Any]


def read_diagrams(kind: str) -> list[str]:
    found = re.findall(r"^```mermaid\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [text for text in found if text.startswith(kind)]


def read_stack() -> str:
    (stack,) = read_diagrams("flowchart")
    return re.sub(r"\[\(?\"[^\"]*\"\)?\]|\(\[\"[^\"]*\"\]\)|\[/(\w+)/\]", "", stack)


def read_arrows() -> set[tuple[str, str]]:
    return {
        pair
        for starts, ends in ARROW.findall(read_stack())
        for pair in every_pair(starts.split(" & "), ends.split(" & "))
    }


def read_participants() -> Iterator[str]:
    for diagram in read_diagrams("sequenceDiagram"):
        yield from re.findall(r"^\s*participant (\w+)$", diagram, re.MULTILINE)


def find_writers(template: Template) -> set[tuple[str, str]]:
    """Return each function with each queue that its role may send to, without dead letters."""
    found = set()
    for name in FUNCTIONS:
        resource = template["Resources"][name]["Properties"]["Role"]["Fn::GetAtt"][0]
        for policy in template["Resources"][resource]["Properties"]["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement["Action"] == ["sqs:SendMessage"]:
                    found |= {(name, place["Fn::GetAtt"][0]) for place in statement["Resource"]}
    return {(name, queue) for name, queue in found if not queue.endswith("DeadLetters")}


def test_everything_in_the_diagrams_is_a_resource_of_the_stack(template: Template) -> None:
    drawn = {name for pair in read_arrows() for name in pair if name[0].isupper()}
    drawn |= set(read_participants())
    assert len(drawn) > 15
    assert drawn - ELSEWHERE - set(template["Resources"]) == set()


def test_every_function_and_every_queue_is_drawn(template: Template) -> None:
    drawn = {name for pair in read_arrows() for name in pair}
    resources = template["Resources"].items()
    queues = {name for name, each in resources if each["Type"] == "AWS::SQS::Queue"}
    assert drawn >= FUNCTIONS | {name for name in queues if not name.endswith("DeadLetters")}


def test_each_arrow_between_functions_and_queues_is_true(template: Template) -> None:
    queues = set(READERS.values())
    arrows = read_arrows()
    assert {(q, f) for q, f in arrows if q in queues} == {(q, f) for f, q in READERS.items()}
    sent = {(f, q) for f, q in arrows if q in queues}
    assert sent
    assert sent - find_writers(template) == set(), "its role may not send there"


def test_messages_of_the_flows_go_where_roles_let_them(template: Template) -> None:
    queues = set(READERS.values())
    for diagram in read_diagrams("sequenceDiagram"):
        sent = set(re.findall(r"^\s*(\w+)->>(\w+):", diagram, re.MULTILINE))
        to = {(start, end) for start, end in sent if end in queues}
        assert to
        assert to <= find_writers(template)
        taken = {(end, start) for start, end in sent if start in queues}
        assert taken <= set(READERS.items())


def test_no_diagram_has_what_its_renderer_takes_for_an_end() -> None:
    assert not [
        text
        for kind in ("flowchart", "sequenceDiagram")
        for text in read_diagrams(kind)
        if ";" in text
    ]


def read_rooms() -> set[str]:
    """Return the folders of the list, nested by two blanks."""
    block = PAGE.partition("## Rooms")[2].split("```")[1]
    rooms, above = set(), [""]
    for line in block.strip("\n").splitlines():
        blanks, name, text = re.fullmatch(r"( *)([a-z_]+)/ +(\S.*)", line).groups()  # type: ignore[union-attr]
        assert text
        above[len(blanks) // 2 + 1 :] = [f"{above[len(blanks) // 2]}{name}/"]
        rooms.add(above[-1])
    return rooms


def test_the_list_of_rooms_has_every_folder_and_no_other() -> None:
    folders = {
        f"{path.parent.relative_to(PRODUCT).as_posix()}/"
        for path in PRODUCT.rglob("__init__.py")
        if path.parent != PRODUCT
    }
    assert read_rooms() == folders


def test_every_module_beside_the_rooms_is_named() -> None:
    (ground,) = re.findall(r"^Modules beside the folders.*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
    modules = {path.stem for path in PRODUCT.glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`([a-z_]+)`", ground)) == modules
