"""The problems with the columns of a file of responses, and the ways out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

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
QUESTION_CLAIMED_TWICE = QUESTION_TWICE.variant(
    "The columns {names} are both about question {number}.",
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
PRODUCT_WITHOUT_QUESTIONS = QUESTION_COLUMNS_MISSING.variant(
    "The header looks like {name}. No column was read as a question.",
    "Export the answers or the points of each question, or choose each column's question.",
)
QUESTION_COLUMN_MISSING = QUESTION_COLUMNS_MISSING.variant(
    "The file needs a column of question numbers, and one of responses or points.",
    "Choose these columns in the mapping.",
)

QUESTIONS_BY_ORDER = FileProblem(
    "questions_by_order",
    "warning",
    "The file does not number its {count} questions. They were read in the order of the "
    "assessment's items.",
    "Compare the columns with the items. If the order differs, correct the numbers in the mapping.",
)
QUESTIONS_LEFT = QUESTIONS_BY_ORDER.variant(
    "No item has exactly this text: {names}. These columns were read in order as the items without "
    "a column.",
    "Compare these columns with the items. If one is another, correct its number in the mapping.",
)
PARTS_BY_ORDER = QUESTIONS_BY_ORDER.variant(
    "The file numbers parts of questions. Its {count} columns were read in the order of the items, "
    "and each is worth what its item is.",
    "Compare the columns with the items. If the order differs, correct the numbers in the mapping.",
)
QUESTIONS_UNPLACED = FileProblem(
    "questions_unplaced",
    "error",
    "The file has {count} questions without a number, and the assessment has {items} items: "
    "{names}.",
    "Choose the question of each column in the mapping, or name the columns Q1, Q2, Q3 ...",
)
PARTS_UNCLEAR = FileProblem(
    "parts_unclear",
    "error",
    "The columns {names} are parts of question {number}, and it is not clear how to combine them.",
    "Write the points of the whole question in one column, or choose an item for each column.",
)
NUMBER_UNCLEAR = FileProblem(
    "number_unclear",
    "error",
    "The name of this column begins with a number, or is one that may mean points. It does not "
    "name a question.",
    "If it is a question, choose its number in the mapping, or name it Q1, Q2 and so on.",
)
NUMBERED_FROM_ZERO = NUMBER_UNCLEAR.variant(
    "The questions of this file are counted from 0, those of the assessment from 1.",
    "Number them from 1, or choose each column's question in the mapping.",
)
HEAD_UNREAD = NUMBER_UNCLEAR.variant(
    "The name of this column begins like question {number}, which has no other column, but ends "
    "differently. The column is not read.",
    "If it is the question, choose its number in the mapping. If not, ignore the column there.",
)
DIGITS_UNCLEAR = FileProblem(
    "digits_unclear",
    "error",
    "The numbers in {names} can be points or the numbers of choices.",
    "Choose points or answer for these columns, or name them Q1 points or Q1 answer.",
)
QUARTERS = FileProblem(
    "quarters_ignored",
    "warning",
    "Q1 to Q4 stand beside {beside}. They were read as grades of quarters, not as questions.",
    "Nothing to do. If they are questions, choose their numbers in the mapping.",
)
NO_HEADER = FileProblem(
    "header_missing",
    "error",
    "The file has no row of column names, and the {count} columns behind the student are not the "
    "answers to the {items} questions.",
    "Put a row of names above the rows: Student, Q1, Q2, Q3 ... or correct the mapping.",
)
STATUS_COLUMN_IGNORED = FileProblem(
    "status_column_ignored",
    "warning",
    "The values of this column do not show who took part, so it was not read.",
    "Nothing to do, or write present, absent or exempt.",
)
OUT_OF_DIFFERS = FileProblem(
    "out_of_differs",
    "error",
    "The file gives at most {out_of} points for question {number}, which is worth {worth} here. "
    "The column was not read.",
    "Change what the item is worth, or write the points as of {worth}.",
)
OUT_OF_DIFFERS_HERE = OUT_OF_DIFFERS.variant(
    "These are points of {out_of}, but the question is worth {worth}.",
    "Write the points as of {worth}.",
)
OUT_OF_DIFFERS_OF_ANSWERS = OUT_OF_DIFFERS.variant(
    "The file says that question {number} is worth {out_of} points. It is worth {worth} here.",
    "Nothing to do. The assessment scores the answers.",
    severity="warning",
)
