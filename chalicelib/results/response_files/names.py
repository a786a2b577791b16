"""What columns of responses may be called."""

from __future__ import annotations

import re

from chalicelib.spreadsheets import plain

from .model import Role

_NAMES = {
    Role.STUDENT: "student studentid id sisid sourcedid studentsourcedid externalid localid "
    "studentnumber studentno studentnum idnumber number pupil pupilid learner learnerid username "
    "user userid login loginid email emailaddress studentemail name studentname fullname "
    "lastfirst lastnamefirstname student_name",
    Role.FAMILY: "lastname last family familyname surname studentlastname studentlast",
    Role.GIVEN: "firstname first given givenname forename studentfirstname studentfirst",
    Role.VERSION: "version form key keyversion testversion testform formcode keyletter",
    Role.STATUS: "status attendance participation",
    Role.QUESTION: "question item q questionnumber questionno itemnumber itemno qno problem "
    "itemid questionid",
    Role.RESPONSE: "response answer studentresponse studentanswer studentsanswer choice marked "
    "selected value",
    Role.POINTS: "points score pointsearned earned mark marks pts",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}

_QUESTION = re.compile(
    r"(?:(?:q|question|item|problem|no|nr|#)[\s.#_:-]*)?0*(\d{1,3})(?:$|[\s.):(\[_-].*)",
    re.IGNORECASE | re.DOTALL,
)
_PREFIXED = (
    (re.compile(r"(?:stu|resp|response|answer|ans|studentresponse)0*(\d{1,3})"), Role.RESPONSE),
    (re.compile(r"(?:points|pts|score|earned|q(?:uestion)?points)0*(\d{1,3})"), Role.POINTS),
    (re.compile(r"(?:q|question|item)0*(\d{1,3})(?:points|pts|score)"), Role.POINTS),
)
_KEY_WORDS = frozenset({"key", "answerkey", "keya", "correctanswers", "correct", "keyanswers"})


def role_of(name: str) -> Role | None:
    """Tell what a column is by its name, if it is not about one question."""
    return _ROLES.get(plain(name))


def question_of(name: str) -> tuple[int, Role | None] | None:
    """Tell which question a column is about, and whether it says response or points."""
    short = plain(name)
    for pattern, role in _PREFIXED:
        found = pattern.fullmatch(short)
        if found:
            return int(found[1]), role
    numbered = _QUESTION.fullmatch(name.strip())
    return (int(numbered[1]), None) if numbered else None


def has_prefix(name: str) -> bool:
    """Tell whether a name says that it is a question's: `Q1`, not `1`."""
    return question_of(name) is not None and not name.strip()[:1].isdigit()


def is_key_word(cell: str) -> bool:
    """Tell whether a row calls itself the answer key."""
    return plain(cell) in _KEY_WORDS
