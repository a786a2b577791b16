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
    "By its header this is {name}. No column of it was read as a question.",
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
    "The columns {names} are parts of question {number}, and nothing says how they make one.",
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
    "The name of this column begins as question {number}, which no other column has, but goes on "
    "as something else. It is not read.",
    "If it is the question, choose its number in the mapping. Otherwise ignore the column there.",
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
    "The values of this column do not say who took part, so it was not read.",
    "Nothing to do, or write present, absent or exempt.",
)
OUT_OF_DIFFERS = FileProblem(
    "out_of_differs",
    "error",
    "The file gives up to {out_of} points for question {number}, which is worth {worth} here. "
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
    "This names somebody else than the column that identifies the student.",
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
    "{text} is a percent, and points are needed.", "Write the points, from 0 to {worth}."
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
    "{text!r} is a text where a letter from A to {last} is needed. No choice of the item reads so.",
    "Write the letter, or the choice exactly as the item has it.",
)
LETTER_OR_TEXT = RESPONSE_NOT_POSSIBLE.variant(
    "{text!r} can be letters, or the text of another choice.",
    "Write the letter and the text, for example “B. bad”.",
)
DIGIT_UNKNOWN = RESPONSE_NOT_POSSIBLE.variant(
    "This is a number where a letter from A to {last} is needed.",
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
    "Nothing to do, if the answer sheet numbers the choices. Otherwise choose points for them.",
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
