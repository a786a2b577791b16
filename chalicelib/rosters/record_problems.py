"""Problems of a roster's records: each with its severity and the way out."""

from __future__ import annotations

from chalicelib.errors import FileProblem

from .package_problems import NOTHING_TO_DO

SIGN_IN_NAME = FileProblem(
    "sign_in_name",
    "warning",
    "The sign-in name holds a space or an invisible character, so this person cannot be invited.",
    "Change the name where the roster is kept.",
)
WITHOUT_ROLE = FileProblem(
    "without_role",
    "warning",
    "These people have no role, so they cannot sign in or be listed.",
    "Give each a role in roles.csv, where the roster is kept.",
)
NO_ADDRESS = FileProblem(
    "no_address",
    "warning",
    "This is not an email address. It was left out, so this person gets no email.",
    "Write one address, like ann.lee@example.org, where the roster is kept.",
)
TWO_PRIMARY_TEACHERS = FileProblem(
    "two_primary_teachers",
    "warning",
    "One class has two primary teachers at the same time.",
    "Mark one of them as primary where the roster is kept. Until then both teach the class.",
)
ORPHAN = FileProblem(
    "orphan",
    "error",
    "There is no {noun} with this sourcedId, in {target}.csv or in the current roster.",
    "Add the {noun} to {target}.csv, or correct or remove this row.",
)
STILL_REFERENCED = FileProblem(
    "still_referenced",
    "error",
    "The package removes this {nouns}, but {noun} records that stay refer to it.",
    "Send {table}.csv with the change too, or keep the {nouns}.",
)
PARENT_ABOVE = FileProblem(
    "parent_above",
    "warning",
    "The organization above the district is not in the package. It was left out.",
    NOTHING_TO_DO,
)
ORPHAN_UNNEEDED = ORPHAN.variant(
    "There is no {nouns} with this sourcedId. Plumbline does not need the row.",
    NOTHING_TO_DO,
    severity="warning",
)
CYCLE = FileProblem(
    "cycle",
    "error",
    "These records form a circle: each is the parent of the next.",
    "Correct one of the parents. The top record has none.",
)
DATES_REVERSED = FileProblem(
    "dates_reversed", "error", "It ends before it begins.", "Correct one of the two dates."
)
CLASS_TOO_LARGE = FileProblem(
    "class_too_large",
    "error",
    "More people are in this class than one class list can hold.",
    "Divide it into smaller classes.",
)
DUPLICATE_ID = FileProblem(
    "duplicate_id",
    "error",
    "Another row has this sourcedId. It can name only one {noun}.",
    "Keep one of the rows.",
)
AUTHORITY_DOUBTFUL = FileProblem(
    "authority_doubtful",
    "warning",
    "{office} is not the office of the whole district, so its administrator may not "
    "administer the district.",
    "They get the smaller role. To make one a district administrator, apply the "
    "import with the person's sourcedId in grants (`plumb roster import --grant "
    "ID`).",
)
AUTHORITY_DOUBTFUL_1_1 = AUTHORITY_DOUBTFUL.variant(
    "In OneRoster 1.1, an administrator of both {office} and a school may belong to "
    "the school only.",
    AUTHORITY_DOUBTFUL.fix,
)
STUDENT_AS_TEACHER = FileProblem(
    "student_as_teacher",
    "warning",
    "A person whose only role is student is enrolled as a teacher. The enrollment was left out.",
    "Correct the role or the enrollment where the roster is kept.",
)
STAFF_AS_STUDENT = FileProblem(
    "staff_as_student",
    "warning",
    "A staff member without the role student is enrolled as a student, and is listed as one.",
    "Correct the role or the enrollment where the roster is kept.",
)
USERNAME_TWICE = FileProblem(
    "username_twice",
    "error",
    "Two records have the same sign-in name, so it does not identify one person.",
    "Give each person their own username. If these are records of one person, "
    "exported once per school, a district admin can join them. Set "
    "roster_join_by_sign_in_name of the district to true, then import again (plumb "
    "roster check: --join-by-sign-in-name).",
)
NAMES_DIFFER = USERNAME_TWICE.variant(
    USERNAME_TWICE.reason,
    "Records are joined only when given and family name are the same. Correct the "
    "names if this is one person. If not, give each person their own username.",
)
REQUIRED = FileProblem(
    "required", "error", "{name} must not be blank.", "Fill it in where the roster is kept."
)
WORD_FOR_NOTHING = FileProblem(
    "word_for_nothing",
    "error",
    "{name} holds a word that means “no value”, but it must have a value.",
    "Fill it in where the roster is kept.",
)
WORD_KEPT = WORD_FOR_NOTHING.variant(
    "{name} holds a word that means “no value”. It was kept as it is.",
    "Leave the cell blank in the export, or fill it in where the roster is kept.",
    severity="warning",
)
WORD_READ_AS_BLANK = WORD_FOR_NOTHING.variant(
    "{name} holds a word that means “no value”. It was read as blank.",
    "Leave the cell blank in the export, or fill it in where the roster is kept.",
    severity="warning",
)
TOO_LONG = FileProblem(
    "too_long", "error", "{name} has more than {longest} characters.", "Shorten it."
)
LINE_BREAK = FileProblem(
    "line_break",
    "error",
    "{name} holds a line break and a comma. A quotation mark may be missing, so that "
    "two rows became one.",
    "Look at this row and the one before it where the roster is kept, and export again.",
)
LINE_BREAK_READ_AS_SPACE = LINE_BREAK.variant(
    "{name} holds a line break. It was read as a space.",
    "Remove the line break where the roster is kept.",
    severity="warning",
)
ID_TOO_LONG = FileProblem(
    "id_too_long",
    "error",
    "{name} is longer than {most} characters.",
    "Use the identifier of the student information system, not a text.",
)
ID_CONTROL_CHARACTER = FileProblem(
    "id_control_character",
    "error",
    "{name} holds invisible characters, such as a line break.",
    "Remove them.",
)
OTHER_ROLE = FileProblem(
    "other_role",
    "warning",
    "{name} is not one of: {allowed}. Plumbline does not use such rows.",
    NOTHING_TO_DO,
)
NOT_ALLOWED = FileProblem(
    "not_allowed", "error", "{name} must be one of: {allowed}.", "Choose one of these."
)
NOT_A_FLAG = NOT_ALLOWED.variant("{name} must be true or false.", "Write true or false.")
DATE_SPELLING = FileProblem(
    "date_spelling",
    "warning",
    "{name} was read as month/day/year.",
    "Check that this is right. OneRoster writes 2026-08-17.",
)
NOT_A_DATE = FileProblem(
    "not_a_date",
    "error",
    "{name} must be a date that exists, written like 2026-08-17.",
    "Write year, month and day, with hyphens.",
)
NOT_A_YEAR = FileProblem(
    "not_a_year",
    "error",
    "{name} must be a year of four digits.",
    "Write the year in which the school year ends, like 2027.",
)
_DIFFERING = "Identifiers in {places} are not in {target}.csv, but others there differ only "
_ID_DIFFERS = FileProblem(
    "id_differs",
    "error",
    f"{_DIFFERING}by a space or another invisible character.",
    "Remove spaces and invisible characters around identifiers where they come from, and export "
    "all files again together.",
)
ID_DIFFERS = {"unseen": _ID_DIFFERS} | {
    difference: _ID_DIFFERS.variant(f"{_DIFFERING}{how}.", fix)
    for difference, how, fix in (
        (
            "case",
            "in capital and small letters",
            (
                "Export all files again together, from the same system and in one go. Capital and "
                "small letters count in a sourcedId."
            ),
        ),
        (
            "number",
            "by a spreadsheet's way of writing numbers",
            (
                "A spreadsheet turned identifiers into numbers when the file was opened and saved. "
                "Export again and upload the zip without opening its files in a spreadsheet."
            ),
        ),
        (
            "zeros",
            "by zeros in front",
            (
                "Zeros get lost when a file is opened and saved in a spreadsheet. Export again and "
                "upload the zip without opening its files in a spreadsheet."
            ),
        ),
    )
}
"""By the difference."""
