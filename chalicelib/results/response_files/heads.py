"""The meaning of a column's head: a student or a question. A head is read whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chalicelib.spreadsheets import plain

from .model import ColumnRole

_NAMES = {
    ColumnRole.STUDENT: "student students studentid studentids id ids sis sisid sisuserid "
    "sisstudentid "
    "sourcedid studentsourcedid externalid studentexternalid candidateexternalid customid localid "
    "localstudentid studentlocalid studentidlocal districtid districtstudentid permid permanentid "
    "studentpermid studentnumber studentno studentnum idnumber idno number pupil pupilid pupilno "
    "learner learnerid studentidentifier studentuniqueid stateid statestudentid studentstateid "
    "ssid sid zipgradeid quickkeyid roll rollno rollnumber candidate candidateid candidatenumber "
    "orgdefinedid integrationid uniqueuserid schooluid username user userid login loginid "
    "sisloginid networkid netid email emailaddress studentemail studentemailaddress emails "
    "schoolemail name names studentname studentnames fullname studentfullname lastfirst "
    "lastnamefirstname namelastfirst displayname usernameemail",
    ColumnRole.FAMILY: "lastname last family familyname surname studentlastname studentlast "
    "legallastname lastnames",
    ColumnRole.GIVEN: "firstname first given givenname forename studentfirstname studentfirst "
    "legalfirstname firstnames",
    ColumnRole.VERSION: "version form key keyversion testversion testform formcode keyletter "
    "formletter",
    ColumnRole.STATUS: "status attendance participation attendancestatus submissionstatus",
    ColumnRole.QUESTION: "question item q questionnumber questionno questionnum itemnumber itemno "
    "itemnum qno qnum problem problemnumber itemid questionid",
    ColumnRole.RESPONSE: "response answer studentresponse studentanswer studentsanswer givenanswer "
    "choice marked selected selectedanswer value responsevalue",
    ColumnRole.POINTS: "points score pointsearned earnedpoints earned mark marks pts "
    "autogradedscore "
    "autoscore manualscore itemscore questionscore pointsawarded",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_EMAILS = frozenset(
    ["email", "emailaddress", "studentemail", "username", "login", "sisloginid", "user"]
)

_PLACED = (
    (
        re.compile(
            r"(?:stu|resp|response|answer|ans|studentresponse|studentanswer|"
            r"response(?:to|for)?(?:q|question|item))0*(\d{1,3})"
        ),
        ColumnRole.RESPONSE,
    ),
    (
        re.compile(
            r"(?:points|pts|score|earned|autoscore|manualscore|earnedpoints|pointsearned|pointsawarded|"
            r"(?:points|score)(?:for|on|of)?(?:q|question|item)|q(?:uestion)?points)0*(\d{1,3})"
        ),
        ColumnRole.POINTS,
    ),
    (
        re.compile(
            r"(?:q|question|item|problem)0*(\d{1,3})(?:response|answer|studentresponse|choice)"
        ),
        ColumnRole.RESPONSE,
    ),
    (
        re.compile(
            r"(?:q|question|item|problem)0*(\d{1,3})(?:points|pts|score|marks?|earned|"
            r"pointsearned)"
        ),
        ColumnRole.POINTS,
    ),
)
"""Names that say what stands in the column, and of which question."""
_DIGITS = re.compile(r"\d+")
_OTHERS = re.compile(
    r"(?:prikey|key|correct|correctanswer|rightanswer|answerkey|mark|questionid|possiblepoints|"
    r"pointspossible|maxpoints|maxscore|feedback|comment|comments|time|questiontype|itemtype)\d{1,3}"
)
"""Numbered names of what is no student's: a key, what could be earned, a comment."""

_NUMBER = r"\d{1,3}(?:[.,]\d{1,5})?"
_LABEL = re.compile(
    r"(?P<prefix>question\s*id|question|quest|item|problem|prob|exercise|task|qn|q|number|no|nr|#|"
    r"pregunta|ejercicio|problema|reactivo|exercice|frage|aufgabe)?"
    r"[\s.#_:-]*0*(?P<number>\d{1,3})"
    r"(?:(?:,?\s*part\s*|\s?[.(_-]?)(?P<letter>[a-h]|i{1,3}|iv|vi{0,3})\)?(?![A-Za-z0-9])|[.](?P<part>\d{1,2}(?:\.\d{1,2})?)(?!\d))?"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OUT_OF = re.compile(
    rf"\s*(?:/\s*({_NUMBER})|[(\[]\s*(?:/|max\.?|out of|total pts:?)?\s*({_NUMBER})\s*"
    rf"(?:pts?|points?|marks?)?\.?(?:\s*(?:possible|max))?\s*[)\]]|[-:,]?\s*out of\s+({_NUMBER})|"
    rf"[-:,]\s*({_NUMBER})\s*(?:pts?|points?))\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"[\s:_.()\[\]-]*(?:(response|answer|choice|studentresponse)|(points?|pts|score|marks?|earned))"
    r"[\s)\]]*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[.):]\s+(?P<text>(?![\d./-]+$)\S.*)", re.DOTALL)
_CLOSE = re.compile(r"(?:[.):](?=\D)(?!\S*\.)|[\s_-]+)(?P<text>\D.*)", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]{2}")
_OF_A_REPORT = (
    r"(?:grades?|avg|average|percent(?:age)?|%|(?:19|20)\d\d|fy ?\d\d|exams?|final|quarter(?:ly)?|"
    r"benchmark|interim|mid-?term|progress|report|conduct|effort|citizenship|absences|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)(?![^\W\d_])"
)
"""With what a name goes on that counts quarters, years or days."""
_BEGINS_A_REPORT = re.compile(_OF_A_REPORT, re.IGNORECASE)
_ONLY_A_REPORT = re.compile(rf"(?:{_OF_A_REPORT}[\s,./-]*\d{{0,4}}[\s,]*)+", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"[\s_.-]*[(\[]?(?:comments?|(?:answer )?key|(?:correct|right)(?: (?:answer|response))?\??|"
    r"max(?:imum)?(?: (?:points|score))?|(?:(?:points|score) )?possible(?: (?:points|score))?|"
    r"(?:points )?(?:worth|weight|value)|(?:time|duration)\b.*|type|standards?|flag(?:ged)?|"
    r"confidence|attempts?|rubric|feedback|question|text|prompt|stem)[)\]]?\s*",
    re.IGNORECASE,
)
"""Columns of a question that hold no student's work: the key, the time, the question's text."""


@dataclass(frozen=True, slots=True)
class Label:
    """The question that a head is about; `text` has the words of the question after the number."""

    number: int
    part: str = ""
    role: ColumnRole | None = None
    out_of: str = ""
    prefixed: bool = True
    text: str = ""

    @property
    def counted(self) -> str:
        """The number of the question in a sentence: `2` or `2.1`."""
        dot = "." if self.part[:1].isdigit() else ""
        return f"{self.number}{dot}{self.part}"


def role_of(name: str) -> ColumnRole | None:
    """Return a column's role by its name, unless the column is about one question."""
    return _ROLES.get(plain(name))


def is_address(name: str) -> bool:
    """Return whether a column holds email addresses or sign-in names."""
    return plain(name) in _EMAILS


@lru_cache(maxsize=2048)
def label_of(name: str) -> Label | None:
    """Return which question a head is about, when all of it says so; `3.NF.A.1` and `1/15` do not.

    >>> label_of("Q. 1 /2.50").out_of, label_of("2.1: Sum (3.0 pts)").counted, label_of("3.NF.A.1")
    ('2.50', '2.1', None)
    """
    short = plain(name)
    once = len(_DIGITS.findall(name)) == 1
    for pattern, role in _PLACED if once else ():
        found = pattern.fullmatch(short)
        if found:
            return Label(int(found[1]), role=role)
    if _OTHERS.fullmatch(short):
        return None
    numbered = _LABEL.fullmatch(name.strip())
    return _read_label(numbered) if numbered else None


def _read_label(found: re.Match[str]) -> Label | None:
    prefixed, rest = bool(found["prefix"]), found["rest"]
    part = (found["letter"] or found["part"] or "").casefold()
    match = _OUT_OF.search(rest)
    if match and (prefixed or not match[1]):
        rest = rest[: match.start()]
    word = _WORD.fullmatch(rest) if rest.strip() else None
    role = None if not word else ColumnRole.RESPONSE if word[1] else ColumnRole.POINTS
    text = "" if word or not rest.strip(" .):") else _text(rest, prefixed=prefixed)
    if text is None or (part and not part.strip("0") and not prefixed):
        return None
    part = part if part.strip("0") else ""
    out_of = next((each for each in match.groups() if each), "") if match else ""
    return Label(int(found["number"]), part, role, out_of.replace(",", "."), prefixed, text)


def _text(rest: str, *, prefixed: bool) -> str | None:
    """Return what stands behind a number; None where it makes something else of it."""
    signed = _SIGNED.fullmatch(rest)
    if signed:
        return None if _ONLY_A_REPORT.fullmatch(signed["text"]) else signed["text"]
    found = _CLOSE.fullmatch(rest) if prefixed and not _OF_ANOTHER.fullmatch(rest) else None
    if not found or _BEGINS_A_REPORT.match(found["text"]) or not _WORDS.search(found["text"]):
        return None
    return found["text"]


_ENTITLED = re.compile(
    r"(?:q(?:uestion)?\s*)?(?P<number>\d{1,3})(?:\.(?P<part>\d{1,3}(?:\.\d{1,3})*))?(?![\w.]).*?"
    r"(?:\((?P<out_of>\d+(?:\.\d+)?) pts?\))?\s*",
    re.IGNORECASE | re.DOTALL,
)


def read_titled_head(name: str) -> Label | None:
    """Read the head of a product that gives a question any title: `1: A (2.0 pts)`."""
    found = _ENTITLED.fullmatch(name)
    if not found:
        return None
    return Label(
        int(found["number"]), found["part"] or "", ColumnRole.POINTS, found["out_of"] or ""
    )


_WORTH = (
    "possiblepoints|pointspossible|possible|maxpoints|maxscore|maximumpoints|maximumscore|max|"
    "maximum|outof|pointsavailable|availablepoints|worth"
)
_WORTH_OF = re.compile(
    rf"(?:{_WORTH})(?:q|question|item)?0*(\d{{1,3}})|"
    rf"(?:q|question|item|problem)?0*(\d{{1,3}})(?:{_WORTH})"
)


def says_worth(name: str) -> bool:
    """Return whether a column of a long file holds the worth of the row's question."""
    return bool(re.fullmatch(_WORTH, plain(name)))


def worth_of(name: str) -> int | None:
    """Return the question whose worth a wide file's column has: `Possible Points 3`, `Q3 Max`."""
    found = _WORTH_OF.fullmatch(plain(name))
    return int(found[1] or found[2]) if found else None


def begins_a_question(name: str) -> int | None:
    """Return the number of a head that begins as a question's, and may go on as something else."""
    found = _LABEL.fullmatch(name.strip())
    if not found or not found["prefix"] or _OF_ANOTHER.fullmatch(found["rest"]):
        return None
    return int(found["number"])


def read_question_number(cell: str) -> int | None:
    """Return the number of the question that a cell names: `7`, `Q7`, `7.0`."""
    label = label_of(re.sub(r"\.0+$", "", cell))
    return label.number if label and not label.part and not label.text else None
