"""The files of other products, each known by its whole header. Sources: tests/formats/README.md.

A product is recognized when every head it needs is there, and every other head is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from chalicelib.spreadsheets import plain


class Means(Enum):
    """The meaning of the values under a head of a product."""

    STUDENT = "an identifier, sign-in name or name of the student"
    FAMILY = "the student's last name"
    GIVEN = "the student's first name"
    VERSION = "the printed form that the student had"
    STATUS = "how far the student's work is"
    LABEL = "a question, by the number in the head"
    GRADES = "the points of a question, by the number in the head"
    ENTITLED = "the points of a question, by the number before its title"
    TEXT = "the answers to a question whose text is the head"
    POINTS_BEHIND = "the points of the question in the column before"
    POINTS_OF = "the points of the question whose text is in the head"
    OWN = "an identifier of the product's own"
    KEY = "the key or what could be earned, not the student's work"
    WHOLE = "a score of the whole test, not of a question"
    OTHER = "nothing that belongs to a result"


@dataclass(frozen=True, slots=True)
class Product:
    """A product's file: the heads it must have, and what each of its heads means.

    `heads` are patterns of whole heads, as they stand; the first that matches decides.
    """

    name: str
    needs: frozenset[str]
    heads: tuple[tuple[re.Pattern[str], Means], ...]


@dataclass(frozen=True, slots=True)
class Recognized:
    """A header of a known product, column by column."""

    product: Product
    means: tuple[Means | None, ...]
    """By place; None where the head is blank."""


def recognize(cells: Sequence[str]) -> Recognized | None:
    """Return the product that made a file, if all of its header agrees."""
    names = {plain(cell) for cell in cells}
    for product in PRODUCTS:
        if product.needs <= names:
            means = [_means(product, cell) if cell else None for cell in cells]
            if all(each or not cell for each, cell in zip(means, cells, strict=True)):
                return Recognized(product, tuple(means))
    return None


def _means(product: Product, cell: str) -> Means | None:
    text = " ".join(cell.split())
    return next((each for pattern, each in product.heads if pattern.fullmatch(text)), None)


def _product(name: str, needs: str, *heads: tuple[str, Means]) -> Product:
    patterns = tuple((re.compile(each, re.IGNORECASE | re.DOTALL), means) for each, means in heads)
    return Product(name, frozenset(needs.split()), patterns)


_FAMILY = ("(legal )?last ?name|surname", Means.FAMILY)
_GIVEN = ("(legal )?first ?name", Means.GIVEN)
_ANYTHING = ".*"

_MOODLE = (
    _FAMILY,
    _GIVEN,
    ("ID number|Username|Email( address)?|First name / (Last name|Surname)", Means.STUDENT),
    ("State|Status", Means.STATUS),
    ("Grade/.*", Means.WHOLE),
    ("Institution|Department|Started( on)?|Completed|Time taken|Duration|Groups?", Means.OTHER),
)

PRODUCTS: tuple[Product, ...] = (
    _product(
        "a quiz's student analysis from Canvas",
        "name id submitted ncorrect nincorrect score",
        ("name|sis_id", Means.STUDENT),
        ("id", Means.OWN),
        ("root_account|section(_(sis_)?id)?|submitted|attempt", Means.OTHER),
        ("n correct|n incorrect|score", Means.WHOLE),
        (r"\d+(\.\d+)?", Means.POINTS_BEHIND),
        (r"\d+: .*", Means.TEXT),
    ),
    _product(
        "a gradebook from Canvas",
        "student id section",
        ("Student|SIS User ID|SIS Login ID|Integration ID", Means.STUDENT),
        ("ID", Means.OWN),
        ("Section|Root Account|Notes", Means.OTHER),
        (r".* \(\d+\)|.*(Current|Final) (Score|Grade|Points)|.*\bPoints", Means.WHOLE),
    ),
    _product(
        "a quiz's responses from Moodle",
        "firstname response1",
        *_MOODLE,
        (r"Response \d+", Means.LABEL),
        (r"Right answer \d+", Means.KEY),
        (r"Question \d+", Means.OTHER),
    ),
    _product(
        "a quiz's grades from Moodle",
        "firstname timetaken",
        *_MOODLE,
        (r"Q\. ?\d+ ?/.*", Means.GRADES),
    ),
    _product(
        "a quiz's grades from Moodle",
        "firstname duration",
        *_MOODLE,
        (r"Q\. ?\d+ ?/.*", Means.GRADES),
    ),
    _product(
        "the answers to a quiz of Microsoft Forms",
        "id starttime completiontime email name",
        ("ID", Means.OWN),
        ("Email|Name", Means.STUDENT),
        (
            "(Start|Completion|Last modified|Grade posted) time|Language|(Quiz )?feedback( - .*)?",
            Means.OTHER,
        ),
        ("Total points", Means.WHOLE),
        ("Points - .*", Means.POINTS_OF),
        (_ANYTHING, Means.TEXT),
    ),
    _product(
        "assignment scores from Gradescope",
        "totalscore maxpoints status submissionid submissiontime",
        _FAMILY,
        _GIVEN,
        ("Name|SID|Email", Means.STUDENT),
        ("Status", Means.STATUS),
        ("Total Score|Max Points", Means.WHOLE),
        (
            "Sections?|section_name|Submission (ID|Time|Count)|Lateness.*|View Count|Course Name",
            Means.OTHER,
        ),
        (r"(q(uestion)? ?)?\d+(\.\d+)*\b.*", Means.ENTITLED),
    ),
    _product(
        "a quiz in ZipGrade's full format",
        "firstname lastname keyversion stu1 prikey1",
        _FAMILY,
        _GIVEN,
        ("Custom ?ID|External ?ID|Ext(ernal)? Ref", Means.STUDENT),
        ("Student ?ID|ZipGrade ?ID", Means.OWN),
        ("Key ?Version", Means.VERSION),
        (r"(Stu|Points)\d+", Means.LABEL),
        (r"(PriKey|Mark)\d+", Means.KEY),
        ("(Num|Earned|Possible|Percent).*", Means.WHOLE),
        ("Quiz ?(Name|Class|Created)|(Data|Date) ?Exported|Class", Means.OTHER),
    ),
    _product(
        "results of MarkShark",
        "lastname firstname studentid version percent",
        _FAMILY,
        _GIVEN,
        ("StudentID", Means.STUDENT),
        ("Version", Means.VERSION),
        (r"Q\d+", Means.LABEL),
        ("Score|Correct|Incorrect|Blank|Multi|Percent", Means.WHOLE),
        ("Page|page_index|Flagged|FlagDetails", Means.OTHER),
    ),
    _product(
        "results of OMRChecker",
        "fileid inputpath outputpath score",
        ("Roll.*|.*\\bID|Name|Student.*", Means.STUDENT),
        ("file_id|input_path|output_path", Means.OTHER),
        ("score", Means.WHOLE),
        (r"q(uestion)?_?\d+", Means.LABEL),
    ),
    _product(
        "a test's results by user from Blackboard",
        "username lastname firstname questionid1 question1 answer1",
        _FAMILY,
        _GIVEN,
        ("Username", Means.STUDENT),
        (r"(Answer|Auto Score|Manual Score) \d+", Means.LABEL),
        (r"Possible Points \d+", Means.KEY),
        (r"Question (ID )?\d+", Means.OTHER),
    ),
    _product(
        "a scores template of PowerTeacher",
        "studentnum studentname score",
        ("Student Num|Student Name", Means.STUDENT),
        ("Score", Means.WHOLE),
    ),
    _product(
        "results of NWEA MAP",
        "studentid testritscore",
        ("StudentID|Student_StateID", Means.STUDENT),
        ("StudentLastName", Means.FAMILY),
        ("StudentFirstName", Means.GIVEN),
        (_ANYTHING, Means.WHOLE),
    ),
    _product(
        "diagnostic results of i-Ready",
        "studentid overallscalescore overallplacement",
        ("Student (ID|Name)", Means.STUDENT),
        _FAMILY,
        _GIVEN,
        (_ANYTHING, Means.WHOLE),
    ),
    _product(
        "results of Renaissance Star",
        "studentidentifier scaledscore percentilerank",
        ("StudentIdentifier|StudentSourcedID|StudentUserID|StudentEmail", Means.STUDENT),
        ("StudentLastName", Means.FAMILY),
        ("StudentFirstName", Means.GIVEN),
        (_ANYTHING, Means.WHOLE),
    ),
    _product(
        "the answers to a Google form",
        "timestamp",
        ("Timestamp", Means.OTHER),
        ("Score|Total score", Means.WHOLE),
        ("Email Address|Username", Means.STUDENT),
        (r".* \[Score\]", Means.POINTS_OF),
        (r".* \[Feedback\]", Means.OTHER),
        (_ANYTHING, Means.TEXT),
    ),
)
