"""The refusals of printed tests."""

from __future__ import annotations

from chalicelib.errors import Conflict, FieldProblem, Forbidden, Invalid, ProblemType

TRACKER_MISSING = ProblemType(
    "tracker_missing",
    Invalid,
    "Answer sheets are for the students of one class.",
    "Choose the tracker of the class.",
)
CONTENT_HIDDEN = ProblemType(
    "content_hidden",
    Forbidden,
    "The creator of this assessment no longer shares its questions with you.",
    "Print the answer sheets only, or ask its creator.",
)
KEY_HIDDEN = ProblemType(
    "key_hidden",
    Forbidden,
    "You cannot see the answer key of this assessment.",
    "Print without the answer key, or ask its creator.",
)
QUESTIONS_ON_DOCUMENT = ProblemType(
    "questions_on_document",
    Conflict,
    "The questions of this assessment are in its attached document, so there is no test to print.",
    "Print the attached document. You can print the answer key and the answer sheets here.",
)
FORM_UNKNOWN = ProblemType(
    "form_unknown",
    Invalid,
    "This assessment has no version {version}.",
    "Choose from these versions: {known}.",
)
FORM_DIFFERS = ProblemType(
    "form_differs",
    Conflict,
    "Version {version} has another key for question {number} than its choices can have.",
    "Print this version from its own document, or choose other versions.",
)
CLASS_EMPTY = ProblemType(
    "class_empty",
    Conflict,
    "There are no students in this class today.",
    "Print the answer sheets when the class has students.",
)
STUDENTS_WITHOUT_SHEETS = ProblemType(
    "students_without_sheets",
    Invalid,
    "You chose students, but no answer sheets.",
    "Add the answer sheets, or choose no students.",
)
STUDENTS_NOT_PRINTABLE = ProblemType(
    "students_not_printable",
    Invalid,
    "Answer sheets are only for students who are in the class today.",
    "Correct each student that is listed.",
)
STUDENT_NOT_THERE = FieldProblem(
    "student_not_there",
    "This student is not in the class today.",
    "Check the id, or leave the student out.",
)
STUDENTS_LEFT = ProblemType(
    "students_left",
    Conflict,
    "The students you chose are no longer in this class.",
    "Choose students who are in the class.",
)
