"""Problems of a file of answer keys, and the way out of each."""

from __future__ import annotations

from chalicelib.errors import FileProblem

# -- the file and its columns ---------------------------------------------------------------------

NO_QUESTION = FileProblem(
    "no_question", "error", "The file has no question.", "Write a row for each question."
)
COLUMNS_MISSING = FileProblem(
    "columns_missing",
    "error",
    "The file has no columns of questions and answers. Its first row has: {names}.",
    "Begin the file with a row of names: Question, Key and, if you like, Points, Standards.",
)
COLUMN_IGNORED = FileProblem(
    "column_ignored",
    "warning",
    "This column is not used.",
    "Nothing to do, unless it holds the answers. In that case, name it “Key”.",
)
COLUMN_TWICE = FileProblem(
    "column_twice",
    "error",
    "A second column has the same meaning. The first one is used.",
    "Remove the wrong one.",
)

# -- questions, forms, points ---------------------------------------------------------------------

QUESTION_UNKNOWN = FileProblem(
    "question_unknown",
    "error",
    "This is not a question number.",
    "Number the questions 1, 2, 3 ... or q1, q2, q3 ...",
)
QUESTION_NOT_GIVEN = QUESTION_UNKNOWN.variant(
    "The question's number is missing.", QUESTION_UNKNOWN.fix
)
QUESTION_OUT_OF_RANGE = FileProblem(
    "question_out_of_range",
    "error",
    "Questions are numbered from 1 to {most}.",
    "Correct the number, or split the test.",
)
QUESTION_TWICE = FileProblem(
    "question_twice",
    "error",
    "Question {number}{form} is also in row {others}.",
    "Keep the correct row.",
)
QUESTIONS_MISSING = FileProblem(
    "questions_missing",
    "error",
    "The file has later questions, but not question{numbers}.",
    "Add what is missing, or number without a gap.",
)
QUESTIONS_MISSING_ON_FORM = QUESTIONS_MISSING.variant(
    "Version {form} does not have question {numbers} of form A.",
    "Add what is missing to this version.",
)
QUESTIONS_LEFT = FileProblem(
    "questions_left",
    "warning",
    "The file does not mention question{numbers} of this assessment.",
    "They stay as they are. To remove them, edit the assessment.",
)
ITEM_UNKNOWN = FileProblem(
    "item_unknown",
    "error",
    "The assessment has {count}, so it does not have this question.",
    "Add the item to the assessment first, or correct the number.",
)
ITEM_NOT_ON_FORM_A = ITEM_UNKNOWN.variant(
    "Form A has no such question.", "Add the question to form A, or correct the number."
)
ITEM_TWICE = FileProblem(
    "item_twice",
    "error",
    "Question {number} of form A is already in row {row}.",
    "Correct one of the two rows.",
)
VERSION_UNKNOWN = FileProblem(
    "version_unknown",
    "error",
    "There is no key version {text!r}. The versions are {known}.",
    "Write one of these letters. An empty cell means A.",
)
VERSION_LEFT = FileProblem(
    "version_left",
    "error",
    "The assessment has this key version, and it no longer fits the new key.",
    "Add the rows of this version to the file.",
)
ORDER_DIFFERS = FileProblem(
    "order_differs",
    "error",
    "Question {number} is about {standards} here, but not on form A.",
    "If this form has another order, name the question of form A in each row. Use a column "
    "“Question on form A”, or a mapped key in ZipGrade. If it has the same order, correct the "
    "standards.",
)
POINTS_UNREADABLE = FileProblem(
    "points_unreadable", "error", "{wrong}", "Write the points as 1, 0.5 or 1/3."
)
POINTS_TAKEN_OFF = POINTS_UNREADABLE.variant(
    "A response cannot take points off.", "Give 0 or more points, with at most three decimals."
)
RESPONSE_POINTS_UNREADABLE = POINTS_UNREADABLE.variant(
    "{wrong}", "Give 0 or more points, with at most three decimals."
)
POINTS_NOT_A_NUMBER = POINTS_UNREADABLE.variant(
    "Points must be a number, 0 or more.", "Write the points as 2, 0.5 or 0."
)
WRONG_EARNS_MORE = POINTS_UNREADABLE.variant(
    "Any other response would earn more than the right one.", "Correct the points."
)
POINTS_MISSING = FileProblem(
    "points_missing",
    "error",
    "Some of the accepted responses have points, and others do not.",
    "Give each accepted response its points.",
)
POINTS_DIFFER = FileProblem(
    "points_differ",
    "error",
    "The best response earns {best} points, but the question is worth {points}.",
    "Make both the same.",
)
POINTS_DIFFER_ON_FORMS = POINTS_DIFFER.variant(
    "The question is worth {points} points here, but {points_on_a} on form A.",
    "Correct one of them. A question is worth the same on every form.",
)
POINTS_DIFFER_OF_TEXTS = POINTS_DIFFER.variant(
    "Accepted texts cannot earn different points.",
    "Give all of them the same points, or keep the best one.",
)

# -- answers --------------------------------------------------------------------------------------

KEY_MISSING = FileProblem(
    "key_missing",
    "error",
    "The question has no answer.",
    "Write the right answer. If a teacher gives the points by hand, write “points” as its type.",
)
KEY_EARNS_NOTHING = KEY_MISSING.variant(
    "No response earns any points.", "Write the right response with its points."
)
KEY_ALL_WRONG = KEY_MISSING.variant(
    "No response is right.", "Write the right response with its points."
)
KEY_ROW_BLANK = KEY_MISSING.variant(
    "The row has no response.", "Write the response, or remove the row."
)
TEXTS_NOT_USABLE = KEY_MISSING.variant(
    "A question can have from 1 to {most} accepted answers of up to 500 characters.",
    "Write the accepted answers with | between them.",
)
KEY_GIVEN_UP = FileProblem(
    "key_given_up",
    "error",
    "{word} is not an answer. It means that everybody gets the points, or that the question is "
    "dropped.",
    "Write the correct answer. After the test, you can drop the question in a correction: "
    "everybody then gets its points.",
)
READ_AS_TEXT = FileProblem(
    "read_as_text",
    "warning",
    "This was read as a text that students write, although other answers are letters.",
    "If students choose from letters, correct it. If they write text, add a column Type with "
    "“short text”.",
)
KEY_NOT_A_LETTER = FileProblem(
    "key_not_a_letter",
    "error",
    "{written!r} is not the letter of a choice.",
    "Write the letter beside the right choice, for example B.",
)
KEY_NOT_SINGLE = FileProblem(
    "key_not_single",
    "error",
    "{written!r} names several choices, but only one can be right here.",
    "Keep one letter. Or make the item multiple choice first, then import again.",
)
KEY_NOT_TRUE_OR_FALSE = FileProblem(
    "key_not_true_or_false",
    "error",
    "{written!r} is neither true nor false.",
    "Write T or F.",
)
KEY_NOT_A_NUMBER = FileProblem(
    "key_not_a_number",
    "error",
    "{written!r} is not one number.",
    "Write the one right number, for example 12 or -0.75.",
)
KEY_NOT_WANTED = FileProblem(
    "key_not_wanted",
    "error",
    "A question with points by hand has no answer key.",
    "Leave the answer empty, or correct the kind of item.",
)
NOT_USABLE = FileProblem("not_usable", "error", "{wrong}", "Correct the row.")
ITEM_KEY_NOT_USABLE = NOT_USABLE.variant(
    "Question {number}: {wrong}", "Correct the row, or add the choice to the item first."
)
TOO_MANY_ALTERNATIVES = FileProblem(
    "too_many_alternatives",
    "error",
    "The cell has more than {most} answers.",
    "Keep those that earn points.",
)
TOO_MANY_LISTED = TOO_MANY_ALTERNATIVES.variant(
    "The question has {count} accepted responses. It can have at most {most}.",
    "Keep those that earn points.",
)
TOO_MANY_ANY_OF = TOO_MANY_ALTERNATIVES.variant(
    "Any of {count} choices is right here. At most {most} can be.",
    "List the right choices, or remove the question.",
)
LIST_UNREADABLE = FileProblem(
    "list_unreadable",
    "error",
    "This list holds neither responses nor pairs of a response and its points.",
    "Write ['A', 'B'] to accept both, or [['A', '1'], ['B', '2']] with their points.",
)
RESPONSE_TWICE = FileProblem(
    "response_twice",
    "error",
    "The response is already in row {row}, for the same question.",
    "Keep one of the two rows.",
)
RESPONSE_EARNS_TWICE = RESPONSE_TWICE.variant(
    "{response} has two different numbers of points.", "Keep the correct row."
)
RESPONSE_TOO_LONG = FileProblem(
    "response_too_long",
    "error",
    "A response has at most {most} characters.",
    "Correct the response.",
)
SCORING_DIFFERS = FileProblem(
    "scoring_differs",
    "error",
    "Several responses are accepted here, but not on form A.",
    "Accept several on form A too, or one here.",
)
F_READ_AS_FALSE = FileProblem(
    "f_read_as_false",
    "warning",
    "F was read as “false”.",
    "If it is the sixth choice, add a column Type with “single choice” for these rows.",
)
READ_AS_ALTERNATIVES = FileProblem(
    "read_as_alternatives",
    "warning",
    "Each of these responses alone was read as right.",
    "If students must choose all of them, write them without commas, for example BC.",
)

# -- what an item is ------------------------------------------------------------------------------

TYPE_UNKNOWN = FileProblem(
    "type_unknown",
    "error",
    "There is no kind of item {text!r}.",
    "Write one of {known}, or leave the cell empty.",
)
RULE_UNKNOWN = TYPE_UNKNOWN.variant(
    "The type of a question is * (any of the answers) or & (all of them).", "Write * or &."
)
KIND_DIFFERS = FileProblem(
    "kind_differs",
    "error",
    "Item {number} of the assessment has another kind: {kind}.",
    "Change the item's kind in the assessment first.",
)
TOLERANCE_NOT_A_NUMBER = FileProblem(
    "tolerance_not_a_number",
    "error",
    "The tolerance must be a number, 0 or more, in the unit of the answer.",
    "Write it as 0.5, for example.",
)
CHOICES_UNREADABLE = FileProblem(
    "choices_unreadable",
    "error",
    "The number of choices must be from 2 to {most}.",
    "Write 4, for example, or leave the cell empty.",
)
STANDARDS_SET_MISSING = FileProblem(
    "standards_set_missing",
    "error",
    "The assessment has no standards set, so its questions cannot be aligned.",
    "Choose the assessment's standards set first.",
)
STANDARDS_MISSING = FileProblem(
    "standards_missing",
    "error",
    "The question is not aligned to a standard.",
    "Add a column Standards, or choose standards for all questions without any.",
)
STANDARDS_NOT_IN_SET = FileProblem(
    "standards_not_in_set", "error", "{wrong}", "Choose from {set_name!r}."
)
STANDARDS_KEPT = FileProblem(
    "standards_kept",
    "warning",
    "The item keeps its alignment. A key changes the right answer, not the question.",
    "To change the alignment, edit the assessment's items.",
)
