"""Why a question, or a package of questions, is not imported: each reason and the way out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

PICTURE = FileProblem(
    "picture",
    "unsupported",
    "It shows the picture {source}, which has no description, so the question may not be clear.",
)
ONLY_PICTURE = PICTURE.variant(
    "It shows the picture {source} as decoration, and describes no picture, so the question may "
    "not be clear without it."
)
TABLE = FileProblem(
    "table", "unsupported", "It has a table with cells over several rows, which would shift."
)
COLORS = FileProblem(
    "colors", "unsupported", "It asks about colors of its words, which are lost: {words}."
)
MEDIA = FileProblem("media", "unsupported", "It plays or embeds {what}, which cannot be printed.")
TEXT_IN_OTHER_FILE = FileProblem(
    "shared_stimulus", "unsupported", "Part of its text is in another file ({what})."
)
TEMPLATE_TEXT = FileProblem(
    "templates", "unsupported", "Its text is generated for each student (template)."
)
MAPPED_NOT_A_NUMBER = FileProblem("not_a_number", "unsupported", "{name!r} is not a number.")
NUMBER_NOT_KEPT = MAPPED_NOT_A_NUMBER.variant("{text!r} is not a number that can be stored.")
TOO_MANY_LISTED = FileProblem(
    "partial_credit",
    "unsupported",
    "{listed} different answers give points, but not as right minus wrong "
    "choices. A key can list at most {most}.",
)
TOO_MANY_CHOICES_TO_CHECK = FileProblem(
    "response_processing",
    "unsupported",
    "Its scoring rules cannot be checked for {choices} choices.",
)
RANGE_NOT_DECIMAL = FileProblem(
    "range", "unsupported", "Its number or tolerance cannot be written as a decimal."
)
SEVERAL_RIGHT = FileProblem(
    "several_right", "unsupported", "Several of its choices are correct, but only one can be given."
)
CHOICES_DIFFER_IN_POINTS = TOO_MANY_LISTED.variant("Several of its choices give different points.")
KEY_NAMES_NO_CHOICE = FileProblem(
    "no_key", "unsupported", "Its correct answer names a choice that does not exist."
)
ANY_TEXT_EARNS = FileProblem("any_answer", "unsupported", "It gives points for any text.")
NUMBERS_EARN_A_PART = TOO_MANY_LISTED.variant("It gives part of the points for some numbers.")
NO_CORRECT_NUMBER = KEY_NAMES_NO_CHOICE.variant("It does not say which number is correct.")
NOT_ONE_RANGE = RANGE_NOT_DECIMAL.variant(
    "The correct numbers are not one range that includes both ends, as a tolerance must be."
)
NO_ANSWER_EARNS = ANY_TEXT_EARNS.variant("It gives points for no answer.")
TAKES_POINTS_AWAY = FileProblem(
    "takes_points_away",
    "unsupported",
    "Wrong answers lose points, which items cannot do here.",
)
NOTHING_EARNS = KEY_NAMES_NO_CHOICE.variant(
    "No answer gives points, so the correct one is not known."
)
KEY_EARNS_NOTHING = KEY_NAMES_NO_CHOICE.variant(
    "It declares which answer is correct, but its scoring rules give no points for any answer."
)
MAPPED_TWICE = FileProblem(
    "key_contradicts",
    "unsupported",
    "Its mapping gives the answer {key!r} different points in two places.",
)
KEY_CONTRADICTS_MAPPING = MAPPED_TWICE.variant(
    "Its mapping gives more points to another answer than to the one declared correct."
)
KEY_CONTRADICTS_SCORING = MAPPED_TWICE.variant(
    "Its scoring gives more points to another answer than to the one declared correct."
)
KEY_NEEDS_MORE = MAPPED_TWICE.variant(
    "Its correct answer has {right} choices, but at most {limit} can be given (maxChoices)."
)
MAX_CHOICES_ABSENT = FileProblem(
    "max_choices_absent",
    "unsupported",
    "Several choices are correct, but it does not say how many can be given (maxChoices). In QTI "
    "{version} that means {absent}.",
)
OTHER_OUTCOME = FileProblem(
    "other_outcome", "unsupported", "Its scoring rules give the points to {name!r}, not to SCORE."
)
SCORING_CALCULATES = TOO_MANY_CHOICES_TO_CHECK.variant(
    "Its scoring calculates with the answer ({name})."
)
SCORING_COMPARES = TOO_MANY_CHOICES_TO_CHECK.variant(
    "Its scoring compares the answer with a calculation."
)
NO_TEXT = FileProblem("nothing_asked", "unsupported", "It has no text that asks something.")
TEXT_TOO_LONG = FileProblem(
    "too_long", "unsupported", "Its text has more than {longest_prompt:,} characters."
)
ADAPTIVE = FileProblem("adaptive", "unsupported", "It changes with the answers given (adaptive).")
TEMPLATE_ITEM = TEMPLATE_TEXT.variant("It is generated for each student (template).")
SEPARATE_TEXT = TEXT_IN_OTHER_FILE.variant("It belongs to a separate text ({what}).")
NO_INTERACTION = NO_TEXT.variant("It asks for no answer (it has no interaction).")
SEVERAL_QUESTIONS = FileProblem(
    "several_questions", "unsupported", "It asks for {asked} answers at once ({words})."
)
INTERACTION = FileProblem("interaction", "unsupported", "It asks for {words} ({name}).")
ANSWER_NOT_A_CHOICE = INTERACTION.variant("Its answer is {cardinality}, not a choice.")
TEMPLATE_CHOICES = TEMPLATE_TEXT.variant("Its choices differ between students (template).")
TOO_FEW_CHOICES = FileProblem(
    "choices", "unsupported", "It needs at least two choices, each with its own name."
)
TOO_MANY_CHOICES = TOO_FEW_CHOICES.variant("It has {nodes} choices. There can be at most {most}.")
CHOICE_WITHOUT_TEXT = TOO_FEW_CHOICES.variant("One of its choices has no text.")
CHOICE_HIDDEN = TOO_FEW_CHOICES.variant("One of its choices is hidden.")
CHOICES_ALIKE = FileProblem(
    "choices_alike",
    "unsupported",
    "Two of its choices read alike ({text!r}), so nobody could tell them apart.",
)
CHOICE_TOO_LONG = TEXT_TOO_LONG.variant("A choice has more than {longest_choice} characters.")
ANSWER_NOT_TEXT = INTERACTION.variant(
    "Its written answer is {cardinality} {base_type}, neither a text nor a number."
)
ANSWERS_TOO_LONG = TEXT_TOO_LONG.variant("It has more than {most} correct answers, or long ones.")
POINTS = FileProblem("points", "unsupported", "It gives {points} points, which cannot be stored.")
ANSWER_NOT_DECLARED = KEY_NAMES_NO_CHOICE.variant("It does not declare its answer ({name}).")
FORMULA_EMPTY = FileProblem("formula", "unsupported", "It has an empty formula.")
FORMULA_NOT_ON_A_LINE = FORMULA_EMPTY.variant(
    "It has a formula ({name}) that cannot be written on one line of text."
)
FORMULA_NOT_TEXT = FORMULA_EMPTY.variant(
    "It has a formula with parts that cannot be written as text."
)
FORMULA_INCOMPLETE = FORMULA_EMPTY.variant("It has a formula that is not complete ({name}).")
SCORING_OPERATOR = TOO_MANY_CHOICES_TO_CHECK.variant(
    "Its scoring uses {value!r}, which is not supported."
)
SCORING_NOT_A_NUMBER = TOO_MANY_CHOICES_TO_CHECK.variant(
    "Its scoring calculates with a value that is not a number."
)
QTI_1 = FileProblem(
    "qti_1",
    "refused",
    "This is QTI 1, which is not supported.",
    "Export the questions as QTI 2.1, 2.2 or 3.0.",
)
ZIP_TOO_MANY_MEMBERS = FileProblem(
    "zip_too_many_members",
    "refused",
    "The zip holds {number:,} files. At most 10,000 are read.",
    "Upload the package exactly as it was exported.",
)
ZIP_TOO_LARGE = FileProblem(
    "zip_too_large",
    "refused",
    "Unpacked, the zip would be larger than a gigabyte.",
    "Upload the package exactly as it was exported.",
)
ZIP_BOMB = FileProblem(
    "zip_bomb",
    "refused",
    "Unpacked, {shown} would be {number:,} times as large as packed.",
    "Upload the package exactly as it was exported.",
)
ZIP_DUPLICATE_MEMBER = FileProblem(
    "zip_duplicate_member",
    "refused",
    "The zip holds {number} files called {shown}, so it is not clear which one to use.",
    "Upload the package exactly as it was exported.",
)
ZIP_PATH_TRAVERSAL = FileProblem(
    "zip_path_traversal",
    "refused",
    "The name {shown} points outside the zip.",
    "Upload the package exactly as it was exported.",
)
ZIP_SYMLINK = FileProblem(
    "zip_symlink",
    "refused",
    "{shown} is a link, not a file.",
    "Upload the package exactly as it was exported.",
)
ZIP_ENCRYPTED = FileProblem(
    "zip_encrypted",
    "refused",
    "{shown} is protected by a password.",
    "Export the package without one.",
)
ZIP_METHOD = FileProblem(
    "zip_method",
    "refused",
    "{shown} is compressed in a way that is not supported.",
    "Zip it in the ordinary way.",
)
NOT_A_QUESTION = FileProblem(
    "not_a_question", "refused", "The file holds <{name}>, not a QTI question (assessmentItem)."
)
NOT_A_TEST = NOT_A_QUESTION.variant("The file holds <{name}>, not a test or a part of one.")
TOO_MANY_SECTIONS = FileProblem(
    "too_many_sections",
    "refused",
    "The package's tests consist of more than {most} files. The others were not read.",
    "Export the tests in several packages.",
)
TOO_MANY_INCLUDED = TOO_MANY_SECTIONS.variant(
    "It includes more than {most} other files.", "Export it as one file."
)
MANIFEST_MISSING = FileProblem(
    "manifest_missing", "refused", "The zip has no imsmanifest.xml at its top.", "{how}"
)
OUTSIDE_PACKAGE = FileProblem(
    "outside_package", "refused", "Its link {href!r} does not lead to a file of the package."
)
NOT_A_PACKAGE = FileProblem(
    "not_a_package",
    "refused",
    "This is neither a zip nor XML, or it was damaged on the way.",
    "Upload the package exactly as it was exported.",
)
MANIFEST_UNREADABLE = FileProblem(
    "manifest_unreadable",
    "refused",
    "imsmanifest.xml is not a manifest.",
    "Upload the package exactly as it was exported.",
)
TOO_MANY_QUESTIONS = FileProblem(
    "too_many_questions",
    "refused",
    "The package holds {candidates:,} questions. At most {most} can be imported at once.",
    "Export them in several packages.",
)
FILE_MISSING = FileProblem(
    "file_missing", "refused", "The package does not hold the file {file!r}."
)
FILE_TOO_LARGE = FileProblem("xml_too_large", "refused", "{file} has {file_size:,} bytes.")
FILE_DAMAGED = FileProblem("file_damaged", "refused", "{file} is damaged.", "Export it again.")
SCORING_TEMPLATE = TOO_MANY_CHOICES_TO_CHECK.variant(
    "Its scoring rules {address!r} are not among the standard ones."
)
SCORING_VARIABLE = TOO_MANY_CHOICES_TO_CHECK.variant("Its scoring reads {name!r}.")
NO_CORRECT_ANSWER = KEY_NAMES_NO_CHOICE.variant("It does not say which answer is correct.")
NO_MAPPING = KEY_NAMES_NO_CHOICE.variant("It does not say what its answers are worth (mapping).")
SCORE_NOT_A_NUMBER = TOO_MANY_CHOICES_TO_CHECK.variant("Its score is not a number.")
SCORING_TOO_LONG = TOO_MANY_CHOICES_TO_CHECK.variant("Its scoring rules are too long to check.")
SEVERAL_RESPONSES = FileProblem(
    "several_responses", "unsupported", "Its scoring needs several answers at once."
)
NO_STANDARD = FileProblem(
    "no_standard",
    "refused",
    "It names no standard of the chosen set.{names}",
    "Choose standards for such questions, and import again.",
)
NO_ROOM = FileProblem(
    "no_room",
    "refused",
    "It does not fit: an assessment holds {most} items, fewer if they are long.",
    "Import it in a separate package.",
)
NO_QUESTIONS = FileProblem(
    "no_questions",
    "refused",
    "The package holds no QTI questions.",
    "Export it as QTI 2.1, 2.2 or 3.0.",
)
XML_DOCTYPE = FileProblem(
    "xml_doctype",
    "refused",
    "The file has a document type (DTD) that can hide entities, so it was not read.",
    "Export it without one.",
)
QUESTION_TOO_LARGE = FILE_TOO_LARGE.variant(
    "The file has {content:,} bytes. A question can have {largest:,}."
)
XML_ENCODING = FileProblem(
    "xml_encoding",
    "refused",
    "The encoding {name!r} is not supported.",
    "Export the file as UTF-8.",
)
XML_NOT_WELL_FORMED = FileProblem(
    "xml_not_well_formed",
    "refused",
    "The file is not well-formed XML: {code}, line {lineno}.",
    "Export it again.",
)
XML_ENCODING_WRONG = XML_ENCODING.variant(
    "The file says that it is {name}, but it is not.", "Export it again as UTF-8."
)
TOO_MANY_ELEMENTS = FILE_TOO_LARGE.variant("The file has more than {most:,} elements.")
XML_TOO_DEEP = FileProblem(
    "xml_too_deep", "refused", "Elements are nested more than {deepest} deep."
)
NOT_AN_ITEM = FileProblem("not_an_item", "unsupported", "{first}")
