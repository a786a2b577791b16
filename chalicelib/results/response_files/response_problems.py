"""What can be wrong with a file of responses, and the way out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

# -- columns --------------------------------------------------------------------------------------

MAPPING_COLUMN_TWICE = FileProblem(
    "mapping_column_twice",
    "error",
    "The mapping names a column twice.",
    "Name each column once.",
)
MAPPING_COLUMN_MISSING = FileProblem(
    "mapping_column_missing",
    "error",
    "The mapping names a column that the file does not have. The file has {width} columns.",
    "Correct the mapping.",
)
MAPPING_ROLE_TWICE = FileProblem(
    "mapping_role_twice",
    "error",
    "Two columns have the same role.",
    "Choose one of them, and ignore the other.",
)
STUDENT_COLUMN_MISSING = FileProblem(
    "student_column_missing",
    "error",
    "No column names the student.",
    "Choose the column of the students' identifiers or names.",
)
QUESTION_TWICE = FileProblem(
    "question_twice",
    "error",
    "Two columns are about the same question.",
    "Choose one of them in the mapping, and ignore the other.",
)
QUESTION_UNKNOWN = FileProblem(
    "question_unknown",
    "error",
    "A column of responses or points has no question number.",
    "Give its number in the mapping.",
)
QUESTION_COLUMNS_MISSING = FileProblem(
    "question_columns_missing",
    "error",
    "No column is about a question of the assessment.",
    "Name the columns Q1, Q2, Q3 ... or choose each column's question in the mapping.",
)
QUESTION_COLUMN_MISSING = QUESTION_COLUMNS_MISSING.variant(
    "The file needs a column of question numbers, and one of responses or points.",
    "Choose these columns in the mapping.",
)

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
KEY_ROW_IGNORED = FileProblem(
    "key_row_ignored",
    "warning",
    "This row holds the answer key, not a student.",
    "Nothing to do. The assessment's key scores the responses.",
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
