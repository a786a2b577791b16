"""Small QTI items and packages, valid by default; a test bends one thing.

Items are written as QTI 2; `as_qti3` writes the same item as QTI 3.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

QTI2 = "http://www.imsglobal.org/xsd/imsqti_v2p2"
QTI3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct"
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response"

_HTML = frozenset(
    ("p", "div", "span", "b", "i", "em", "strong", "ul", "ol", "li", "table", "tr", "td", "th",
     "img", "object", "br", "sup", "sub", "pre", "audio", "video", "svg", "title", "math", "mrow",
     "mi", "mn", "mo", "mfrac", "mfenced", "mphantom", "u", "s",
     "del", "mark", "small", "style", "msup", "msqrt", "mtable", "mtr", "mtd", "ruby", "rt", "h1")
)  # fmt: skip


def an_item(
    body: str = "",
    declarations: str = "",
    rules: str = f'<responseProcessing template="{MATCH_CORRECT}"/>',
    *,
    score: str = "",
    name: str = "I1",
    title: str = "Parts of a whole",
    head: str = "",
    **attributes: str,
) -> str:
    """Write an item; `head` goes before its body, `score` into its outcome declarations."""
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    outcome = score or _outcome("SCORE")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<assessmentItem xmlns="{QTI2}" identifier="{name}" title="{title}"'
        f' timeDependent="false"{said}>'
        f"{declarations}{outcome}{head}<itemBody>{body}</itemBody>{rules}</assessmentItem>"
    )


def _outcome(name: str, value: str = "0") -> str:
    return (
        f'<outcomeDeclaration identifier="{name}" cardinality="single" baseType="float">'
        f"<defaultValue><value>{value}</value></defaultValue></outcomeDeclaration>"
    )


def worth(points: str) -> str:
    """Write outcome declarations of an item that says what it is worth."""
    return _outcome("SCORE") + _outcome("MAXSCORE", points)


def answer(
    *right: str,
    cardinality: str = "single",
    kind: str = "identifier",
    mapping: str = "",
    name: str = "RESPONSE",
) -> str:
    """Declare a response and what is right."""
    values = "".join(f"<value>{each}</value>" for each in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{kind}">'
        f"{correct}{mapping}</responseDeclaration>"
    )


def mapping(entries: Mapping[str, str], **bounds: str) -> str:
    """Write what each answer is worth."""
    said = "".join(f' {name}="{value}"' for name, value in bounds.items())
    each = "".join(
        f'<mapEntry mapKey="{key}" mappedValue="{value}"/>' for key, value in entries.items()
    )
    return f"<mapping{said}>{each}</mapping>"


def choices(
    *texts: str,
    prompt: str = "Which part is the longest?",
    most: int | None = 1,
    shuffle: str = "false",
) -> str:
    """Write a choice interaction; the choices are called A, B, C ... `most` may be left out."""
    inner = "".join(
        f'<simpleChoice identifier="{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcd"[n]}">{text}</simpleChoice>'
        for n, text in enumerate(texts)
    )
    limit = "" if most is None else f' maxChoices="{most}"'
    return (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="{shuffle}"{limit}>'
        f"<prompt>{prompt}</prompt>{inner}</choiceInteraction>"
    )


def a_choice(**changes: Any) -> str:
    """Write a sound item: A of three."""
    return an_item(choices("a half", "a third", "a quarter"), answer("A"), **changes)


def entry(text: str = "How many beans are in 4 rows of 7?") -> str:
    """Write a question with a gap to write into."""
    return f'<p>{text} <textEntryInteraction responseIdentifier="RESPONSE"/></p>'


def write_rules(condition: str, points: str = "1") -> str:
    """Write rules that give points when a condition holds."""
    return (
        f"<responseProcessing><responseCondition><responseIf>{condition}"
        '<setOutcomeValue identifier="SCORE">'
        f'<baseValue baseType="float">{points}</baseValue></setOutcomeValue></responseIf>'
        "</responseCondition></responseProcessing>"
    )


GIVEN = '<variable identifier="RESPONSE"/>'
RIGHT = '<correct identifier="RESPONSE"/>'


def as_qti3(item: str) -> str:
    """Write a QTI 2 item as QTI 3."""
    tags = re.sub(r"<(/?)([A-Za-z0-9]+)([^<>]*)>", _rename_tag, item)
    return tags.replace(QTI2, QTI3)


def in_version(item: str, version: str) -> str:
    """Write a QTI 2.2 item in another version: `2.0`, `2.1`, `3.0`, or none that it names."""
    if version == "3.0":
        return as_qti3(item)
    written = item.replace(QTI2, QTI2.replace("v2p2", f"v2p{version[-1:]}") if version else "")
    return written.replace(' xmlns=""', "")


def _rename_tag(tag: re.Match[str]) -> str:
    slash, name, rest = tag.groups()
    if name in _HTML:
        return tag[0]
    attributes = re.sub(r"([A-Za-z]+)=", lambda at: f"{_kebab(at[1])}=", rest)
    return f"<{slash}qti-{_kebab(name)}{attributes}>"


def _kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


KINDS = {
    # version: manifest's namespace, type of an item, type of a test
    "2.1": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "imsqti_item_xmlv2p1",
        "imsqti_test_xmlv2p1",
    ),
    "2.2": (
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "imsqti_item_xmlv2p2",
        "imsqti_test_xmlv2p2",
    ),
    "3.0": (
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "imsqti_item_xmlv3p0",
        "imsqti_test_xmlv3p0",
    ),
}


def a_package(
    *items: str,
    version: str = "2.2",
    metadata: Mapping[int, str] | None = None,
    order: tuple[int, ...] = (),
    files: Mapping[str, bytes] | None = None,
    test: str = "",
) -> bytes:
    """Zip items with a manifest. `order` adds a test that gives them so; `files` come along."""
    namespace, kind, of_test = KINDS[version]
    named = {f"items/q{n}.xml": item for n, item in enumerate(items, 1)}
    resources = "".join(
        f'<resource identifier="R{n}" type="{kind}" href="{name}">'
        f"<metadata>{(metadata or {}).get(n, '')}</metadata><file href='{name}'/></resource>"
        for n, name in enumerate(named, 1)
    )
    members: dict[str, bytes | str] = {**named, **(files or {})}
    if order or test:
        references = "".join(
            f'<assessmentItemRef identifier="X{n}" href="../items/q{n}.xml"/>' for n in order
        )
        members["tests/t.xml"] = (
            f'<assessmentTest xmlns="{QTI2}" identifier="T" title="T"><testPart>'
            f"<assessmentSection>{references}{test}</assessmentSection></testPart></assessmentTest>"
        )
        resources += f'<resource identifier="T" type="{of_test}" href="tests/t.xml"/>'
    members.setdefault("imsmanifest.xml", manifest(resources, namespace))
    return zip_members(members)


def manifest(resources: str, namespace: str = KINDS["2.2"][0]) -> str:
    """Write a manifest around resources."""
    return (
        f'<manifest xmlns="{namespace}" identifier="M"><organizations/>'
        f"<resources>{resources}</resources></manifest>"
    )


def zip_members(members: Mapping[str, bytes | str]) -> bytes:
    """Zip members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def write_labels(guid: str, label: str = "") -> str:
    """Write curriculum standards metadata."""
    said = f"<csm:label>{label}</csm:label>" if label else ""
    return (
        '<csm:curriculumStandardsMetadataSet xmlns:csm="http://www.imsglobal.org/xsd/csm">'
        "<csm:curriculumStandardsMetadata><csm:setOfGUIDs><csm:labelledGUID>"
        f"{said}<csm:GUID>{guid}</csm:GUID></csm:labelledGUID></csm:setOfGUIDs>"
        "</csm:curriculumStandardsMetadata></csm:curriculumStandardsMetadataSet>"
    )
