"""The demonstration district's standards: a CASE 1.1 package with our own wording.

Subject > strand > strand in a grade > standard. Identifiers are UUIDs computed from the codes, so
the same framework is made each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from plumb.demo.wording import GRADES, SUBJECTS, DemoSubject, Strand

TITLE = "Juniper Flats Learning Ladder"
_BASE = "https://standards.juniperflats.example"
_CHANGED = "2026-06-15T12:00:00Z"
_NAMESPACE = uuid5(NAMESPACE_URL, _BASE)

Node = dict[str, Any]


def identifier(code: str) -> str:
    """Return the CASE identifier of a code of this framework (or of `document`).

    >>> identifier("M.3.WN.1")
    'dd2182c7-cc86-52fa-bddf-66ade40fcf6e'
    """
    return str(uuid5(_NAMESPACE, code))


def package(grades: tuple[str, ...] = GRADES) -> Node:
    """Return the package as CASE 1.1 JSON values: document, items, associations."""
    items = list(_items(grades))
    return {
        "CFDocument": _document(),
        "CFItems": [_item(**item) for item in items],
        "CFAssociations": [
            _association(item["code"], item["parent"], order) for order, item in enumerate(items, 1)
        ],
    }


def package_json(grades: tuple[str, ...] = GRADES) -> bytes:
    """Return the package as a JSON file."""
    return json.dumps(package(grades), ensure_ascii=False, indent=1).encode()


def codes(subject: str, grade: str) -> list[str]:
    """Return the codes of one grade's standards, in order; subject `M` or `L`."""
    chosen = next(one for one in SUBJECTS if one.code == subject)
    return [
        f"{subject}.{short(grade)}.{strand.code}.{n}"
        for strand in chosen.strands
        for n in range(1, len(strand.stems) + 1)
    ]


def short(grade: str) -> str:
    """Write a CASE grade code as our codes have it: `KG` is K, `03` is 3."""
    return "K" if grade == "KG" else str(int(grade))


def _document() -> Node:
    return {
        **_entity("document", "CFDocuments"),
        "caseVersion": "1.1",
        "frameworkType": "K12",
        "creator": "Juniper Flats Unified (invented)",
        "title": TITLE,
        "officialSourceURL": f"{_BASE}/ladder",
        "subject": [subject.name for subject in SUBJECTS],
        "language": "en",
        "version": "2026",
        "adoptionStatus": "Implemented",
        "CFPackageURI": _link(TITLE, "document", "CFPackages"),
    }


def _items(grades: tuple[str, ...]) -> Iterator[Node]:
    for subject in SUBJECTS:
        top = {"subject": subject.name}
        yield {
            **top,
            "code": subject.code,
            "parent": "document",
            "text": subject.name,
            "kind": "Subject",
            "grades": grades,
        }
        for strand in subject.strands:
            for item in _strand_items(subject, strand, grades):
                yield {**top, **item}


def _strand_items(subject: DemoSubject, strand: Strand, grades: tuple[str, ...]) -> Iterator[Node]:
    strand_code = f"{subject.code}.{strand.code}"
    yield {
        "code": strand_code,
        "parent": subject.code,
        "text": strand.name,
        "kind": "Strand",
        "grades": grades,
    }
    for grade in grades:
        cluster = f"{subject.code}.{short(grade)}.{strand.code}"
        phrase = strand.phrases[GRADES.index(grade)]
        yield {
            "code": cluster,
            "parent": strand_code,
            "text": f"{strand.name}: {phrase}",
            "kind": "Cluster",
            "grades": (grade,),
        }
        for n, stem in enumerate(strand.stems, 1):
            yield {
                "code": f"{cluster}.{n}",
                "parent": cluster,
                "text": stem.format(phrase),
                "kind": "Standard",
                "grades": (grade,),
            }


def _item(
    *, code: str, parent: str, text: str, kind: str, grades: tuple[str, ...], subject: str
) -> Node:
    del parent
    return {
        **_entity(code, "CFItems"),
        "fullStatement": text,
        "humanCodingScheme": code,
        "CFItemType": kind,
        "subject": [subject],
        "language": "en",
        "educationLevel": list(grades),
    }


def _association(child: str, parent: str, order: int) -> Node:
    kind = "CFDocuments" if parent == "document" else "CFItems"
    return {
        **_entity(f"{child} isChildOf {parent}", "CFAssociations"),
        "associationType": "isChildOf",
        "sequenceNumber": order,
        "originNodeURI": _link(child, child, "CFItems"),
        "destinationNodeURI": _link(TITLE if parent == "document" else parent, parent, kind),
    }


def _entity(code: str, kind: str) -> Node:
    uuid = identifier(code)
    return {"identifier": uuid, "uri": _uri(uuid, kind), "lastChangeDateTime": _CHANGED}


def _link(title: str, code: str, kind: str) -> Node:
    uuid = identifier(code)
    return {"title": title, "identifier": uuid, "uri": _uri(uuid, kind)}


def _uri(uuid: str | UUID, kind: str) -> str:
    return f"{_BASE}/ims/case/v1p1/{kind}/{uuid}"
