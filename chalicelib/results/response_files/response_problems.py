"""The problems with a file of responses, and the ways out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

# -- whose row it is ------------------------------------------------------------------------------

STUDENT_MISSING = FileProblem(
    "student_missing",
    "error",
    "The row does not name a student.",
    "Fill in the student, or remove the row.",
)
STUDENT_UNKNOWN = FileProblem(
    "student_unknown",
    "error",
    "Nobody in this class has this {what}.",
    "Correct it, choose the column that identifies the students, or choose the other class.",
)
NUMBER_ROUNDED = FileProblem(
    "number_rounded",
    "error",
    "The spreadsheet rounded this number, so it does not identify a student.",
    "Format the column as text, and export the file again.",
)
STUDENT_AMBIGUOUS = FileProblem(
    "student_ambiguous",
    "error",
    "{count} students of this class match {text!r}.",
    "Write the student's identifier instead.",
)
STUDENT_TWICE = FileProblem(
    "student_twice",
    "error",
    "Row {others} has the same student with other answers.",
    "Keep the correct row.",
)
IDENTITY_CONTRADICTS = FileProblem(
    "identity_contradicts",
    "error",
    "This names a different student than the column that identifies the student.",
    "Correct the identifier or the name. The row is read when both mean the same student.",
)
STUDENT_AGAIN = FileProblem(
    "student_again",
    "warning",
    "Row {others} has the same student with the same answers.",
    "Nothing to do.",
)

# -- what a row holds -----------------------------------------------------------------------------

ROW_EMPTY = FileProblem(
    "row_empty",
    "error",
    "The row has nothing to enter.",
    "Write ABS in one of the cells if the student was absent, or - for an omitted answer. Or "
    "remove the row.",
)
ROW_NOT_ENTERED = ROW_EMPTY.variant(
    "The row has no result yet, so nothing is entered.",
    "Nothing to do, or write the points.",
    severity="warning",
)
KEY_ROW_IGNORED = FileProblem(
    "key_row_ignored",
    "warning",
    "This row holds the answer key, not a student.",
    "Nothing to do. The assessment's key scores the responses.",
)
WORTH_ROW_IGNORED = FileProblem(
    "worth_row_ignored",
    "warning",
    "This row says what each question is worth. It holds no student.",
    "Nothing to do.",
)
SUMMARY_ROW_IGNORED = FileProblem(
    "summary_row_ignored",
    "warning",
    "This row holds an average, a total or a test student.",
    "Nothing to do.",
)
NOT_HANDED_IN = FileProblem(
    "not_handed_in",
    "warning",
    "There is no work of this student in the file, so nothing is entered.",
    "Nothing to do. If the student was absent, write ABS.",
)
KEY_DIFFERS = FileProblem(
    "key_differs",
    "warning",
    "The file's key has another answer to question {number}. The assessment has {key}.",
    "The assessment's key scores the responses. If it is wrong, correct it in the assessment.",
)
STATUS_UNKNOWN = FileProblem(
    "status_unknown",
    "error",
    "{text!r} does not mean present, absent or exempt.",
    "Write present, absent or exempt.",
)
STATUS_CONTRADICTS = FileProblem(
    "status_contradicts",
    "error",
    "The student is {status}, but has answers.",
    "Remove the answers, or the word.",
)
STATUSES_CONTRADICT = STATUS_CONTRADICTS.variant(
    "Some rows of this student mean absent or exempt. Other rows contradict them.",
    "Remove the answers, or the word.",
)
VERSION_UNKNOWN = FileProblem(
    "version_unknown",
    "error",
    "The assessment has no key version {text!r}. It has {known}.",
    "Import the key of this version first, or correct the cell.",
)
ONLY_ONE_FORM = VERSION_UNKNOWN.variant(
    "The assessment has only one form, so it has no key version {text!r}.",
    "Import the key of this version first, or correct the cell.",
)
VERSION_CONTRADICTS = FileProblem(
    "version_contradicts",
    "error",
    "The rows of this student name different key versions.",
    "Correct the rows. A student has one form.",
)

# -- answers --------------------------------------------------------------------------------------

ITEM_UNKNOWN = FileProblem(
    "item_unknown",
    "error",
    "The assessment has questions 1 to {last}, so it does not have this question.",
    "Correct the number of the question.",
)
ITEM_BEYOND_FORM = ITEM_UNKNOWN.variant(
    "From this row on, the column has answers, but the form has only {count} questions.",
    "Correct the column's question in the mapping, or ignore the column.",
)
POINTS_NOT_POSSIBLE = FileProblem("points_not_possible", "error", "{wrong}", "Correct the points.")
PERCENT = POINTS_NOT_POSSIBLE.variant(
    "{text} is a percent, but the question needs points.", "Write the points, from 0 to {worth}."
)
POINTS_TOO_MANY = POINTS_NOT_POSSIBLE.variant(
    "The parts of question {number} add up to {earned}, but it is worth {worth}.",
    "Correct the points.",
)
PART_MISSING = POINTS_NOT_POSSIBLE.variant(
    "Some parts of question {number} have points, and this one does not.",
    "Write the points of every part.",
)
NOT_ENTERED = FileProblem(
    "not_entered",
    "warning",
    "{text} means that there is no result yet, so nothing is entered. It is not zero.",
    "Nothing to do. Write 0, or - for an omitted answer, if the student earned nothing.",
)
POINTS_MISSING = FileProblem(
    "points_missing",
    "error",
    "The row has no points.",
    "Write the points, or - if the student left the question out. Or remove the row.",
)
RESPONSE_NOT_POSSIBLE = FileProblem(
    "response_not_possible",
    "error",
    "{wrong}",
    "Correct the answer. If the column holds points, choose this in the mapping.",
)
TEXT_UNKNOWN = RESPONSE_NOT_POSSIBLE.variant(
    "{text!r} is a text, but the item needs a letter from A to {last}. No choice has this text.",
    "Write the letter, or the choice exactly as the item has it.",
)
LETTER_OR_TEXT = RESPONSE_NOT_POSSIBLE.variant(
    "{text!r} can be letters, or the text of another choice.",
    "Write the letter and the text, for example “B. bad”.",
)
DIGIT_UNKNOWN = RESPONSE_NOT_POSSIBLE.variant(
    "This is a number, but the item needs a letter from A to {last}.",
    "Write the letter. If the column holds points, choose this in the mapping.",
)
READ_AS_FIRST_LETTERS = FileProblem(
    "letters_shifted",
    "warning",
    "F, G, H, J were read as the choices A, B, C, D in {names}.",
    "Nothing to do, if the printed test has these letters.",
)
READ_AS_TRUTHS = FileProblem(
    "letters_read_as_truths",
    "warning",
    "A was read as true and B as false in {names}.",
    "Nothing to do, if the answer sheet has them in this order.",
)
READ_AS_RIGHT = FileProblem(
    "one_read_as_right",
    "warning",
    "1 was read as right, with all points, and a letter as the answer that was given, in {names}.",
    "Nothing to do, if the scanner writes its results so.",
)
READ_AS_CHOICES = FileProblem(
    "digits_read_as_choices",
    "warning",
    "1, 2, 3 were read as the choices A, B, C in {names}.",
    "Nothing to do, if the answer sheet numbers the choices. If they are points, choose points for "
    "these columns.",
)
READ_BY_NUMBER = FileProblem(
    "versions_read_by_number",
    "warning",
    "The versions 1, 2 ... were read as the forms A, B ...",
    "Nothing to do, if the forms are counted in this order.",
)
SEVERAL_MARKS = FileProblem(
    "several_marks",
    "error",
    "The scanner found several marks, but does not name them.",
    "Look at the paper and write the marked letters, or - to count it as omitted.",
)
ANSWER_TWICE = FileProblem(
    "answer_twice",
    "error",
    "Row {others} has another answer of this student to this question.",
    "Keep the correct row.",
)
ANSWER_AGAIN = FileProblem(
    "answer_again", "warning", "Row {others} has the same answer.", "Nothing to do."
)
