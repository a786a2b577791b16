"""The screens of the two documents that Plumbline was conceived from, and the calls each costs.

Data: `tests/api/test_screens.py` opens each screen and counts, `make docs` writes `screens.md`.
"""  # noqa: INP001 - documentation is no package

from __future__ import annotations

from typing import NamedTuple

MOST_CALLS = 2
"""To open one screen."""

DISTRIBUTE = "How do I distribute a district formative assessment as an admin?"
PROCESS = "Mastery Process Guide"


class DocumentedScreen(NamedTuple):
    """A screen: what opens it, what can be done on it, and fields that it shows.

    `sentence` is the document's own. In a path, a name in braces is what the screen is about.
    `shows` are places in the answers: names joined with dots, `0` for the first of a list.
    """

    document: str
    sentence: str
    name: str
    who: str
    opens: tuple[str, ...]
    acts: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()


ADMIN, LEADER, MEMBER = "district admin", "owning teacher", "collaborator"

_HEAD = "/v1/processes/{process}"

SCREENS = (
    DocumentedScreen(
        DISTRIBUTE,
        "In the Global Navigation menu, click the Admin link.",
        "Home",
        ADMIN,
        ("/v1/me", "/v1/me/work"),
        shows=("name", "rights", "district.time_zone", "scheduled.total", "imports.total"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "Use the Search and filter options to locate the assessment that you want to distribute.",
        "Assessments",
        ADMIN,
        ("/v1/assessments?text=fractions", "/v1/assessment-filters"),
        shows=("items.0.title", "items.0.created_by_name", "items.0.standards_set_name", "grades"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "To search for only district approved assessments, click the District Approved "
        "Assessments checkbox.",
        "Assessments, approved",
        ADMIN,
        ("/v1/assessments?approved=true",),
        shows=("items",),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "To open the assessment, click the assessment name link.",
        "An assessment",
        ADMIN,
        ("/v1/assessments/{assessment}", "/v1/assessments/{assessment}/items"),
        shows=("title", "described_standards", "allowed", "links.items", "items"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "To view a list of matching trackers for a single school, find the name of the school and "
        "click the Arrow icon.",
        "Select trackers",
        ADMIN,
        ("/v1/assessments/{assessment}/matches", "/v1/assessments/{assessment}/matches/{school}"),
        shows=("items.0.school_name", "items.0.matching_count", "items.0.owner_name"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "To schedule distribution for a date and time in the future, click the Schedule "
        "Distribution radio button.",
        "Delivery options",
        ADMIN,
        ("/v1/district",),
        ("POST /v1/distributions/preview", "POST /v1/distributions"),
        shows=("time_zone", "notify_teachers"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "To send an email to teachers when the assessment has been delivered, click the checkbox.",
        "A distribution",
        ADMIN,
        ("/v1/distributions/{distribution}", "/v1/distributions/{distribution}/emails"),
        ("PATCH /v1/distributions/{distribution}",),
        shows=("schools.0.school_name", "schools.0.delivered", "created_by_name", "start.local"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "Display in trackers in the same way as regular formative assessments.",
        "A tracker",
        LEADER,
        ("/v1/trackers/{tracker}", "/v1/trackers/{tracker}/sheets"),
        shows=("school_name", "standards_set_name", "collaborators.0.name", "assessments"),
    ),
    DocumentedScreen(
        DISTRIBUTE,
        "Impact student mastery scores.",
        "Mastery",
        LEADER,
        ("/v1/trackers/{tracker}/mastery",),
        shows=("levels.0.color", "levels.0.ink_color", "standards.0.statement", "students"),
    ),
    DocumentedScreen(
        PROCESS,
        "Login as the Data Team Leader.",
        "Home",
        LEADER,
        ("/v1/me", "/v1/me/work"),
        shows=("led_teams.0.name", "tests_to_activate.total", "processes_to_finish.total"),
    ),
    DocumentedScreen(
        PROCESS,
        "Select the appropriate Data Team from the My Data Teams list.",
        "My data teams",
        MEMBER,
        ("/v1/teams?mine=true",),
        shows=("items.0.name", "items.0.school_name", "items.0.leaders.0.name"),
    ),
    DocumentedScreen(
        PROCESS,
        "Select the Mastery Process sub tab.",
        "A team's Mastery Processes",
        MEMBER,
        ("/v1/teams/{team}/processes", "/v1/teams/{team}"),
        ("POST /v1/teams/{team}/processes",),
        shows=("items.0.name", "items.0.step", "items.0.pre_test.title", "allowed"),
    ),
    DocumentedScreen(
        PROCESS,
        "On the dialog box that pops up, select the Pre-Test assessment you created earlier.",
        "Choose the pre-test",
        LEADER,
        (_HEAD, "/v1/assessments?created_by_id={person}"),
        ("PUT /v1/processes/{process}/pre-test",),
        shows=("version", "items.0.title", "items.0.ready"),
    ),
    DocumentedScreen(
        PROCESS,
        "Each team member should log into their account and Activate this assessment using the "
        "Activate button available to all Data Team members on the Pre-Test tab.",
        "Pre-test",
        MEMBER,
        (_HEAD, f"{_HEAD}/activations"),
        ("POST /v1/processes/{process}/activations",),
        shows=("pre_test.title", "pre_test.described_standards", "pre_test.standards_set_name"),
    ),
    DocumentedScreen(
        PROCESS,
        "Each teacher with absent students should Re-Activate the Report created when the "
        "assessment was initially activated.",
        "A result sheet",
        LEADER,
        ("/v1/trackers/{tracker}/sheets/{given}",),
        ("PATCH /v1/trackers/{tracker}/sheets/{given}",),
        shows=("students.0.family_name", "described_standards", "levels.0.ink_color", "links"),
    ),
    DocumentedScreen(
        PROCESS,
        "The header shows you are on Step 1. Collect and Chart Data.",
        "Step 1: collect and chart",
        MEMBER,
        (_HEAD, f"{_HEAD}/collection"),
        shows=("name", "step", "team", "chart", "levels.0.ink_color", "assessment"),
    ),
    DocumentedScreen(
        PROCESS,
        "You can edit the name of a Mastery Process simply by clicking on the title.",
        "A Mastery Process",
        LEADER,
        (_HEAD,),
        ("PATCH /v1/processes/{process}",),
        shows=("name", "team_name", "school_name", "leaders.0.name", "classes", "links.analyze"),
    ),
    DocumentedScreen(
        PROCESS,
        "Teachers should collaboratively fill out the Analyze, Goals and Strategies tabs.",
        "Analyze",
        MEMBER,
        (_HEAD, f"{_HEAD}/pages/analyze"),
        ("PATCH /v1/processes/{process}/pages/analyze",),
        shows=("fields.strengths.value", "fields.strengths.changed_by_name", "conflicts"),
    ),
    DocumentedScreen(
        PROCESS,
        "It is always a good practice to select the Save Changes button after entering data.",
        "Goals",
        MEMBER,
        (f"{_HEAD}/pages/goals", f"{_HEAD}/goals"),
        ("PATCH /v1/processes/{process}/pages/goals",),
        shows=("fields.team_goal", "team", "teachers"),
    ),
    DocumentedScreen(
        PROCESS,
        "It provides a step by step template for collaborating on instructional strategies.",
        "Strategies",
        MEMBER,
        (_HEAD, f"{_HEAD}/pages/strategies"),
        ("PATCH /v1/processes/{process}/pages/strategies",),
        shows=("rows", "levels.0.name"),
    ),
    DocumentedScreen(
        PROCESS,
        "Individual team members should fill out the Smart Goals tabs for their students.",
        "SMART goals",
        LEADER,
        ("/v1/processes/{process}/goals/{class}",),
        ("PUT /v1/processes/{process}/goals/{class}",),
        shows=("title", "teacher_name", "levels.0.color", "students", "goal.message"),
    ),
    DocumentedScreen(
        PROCESS,
        "Any team member can print a Mastery Process template as a .pdf file.",
        "Print",
        MEMBER,
        (_HEAD,),
        ("POST /v1/processes/{process}/printouts", "GET /v1/printouts/{printout}"),
        shows=("allowed",),
    ),
    DocumentedScreen(
        PROCESS,
        "You can attach the actual test document to any Lesson/Assessment.",
        "Attachments",
        LEADER,
        ("/v1/assessments/{assessment}/attachments",),
        ("POST /v1/assessments/{assessment}/attachments",),
        shows=("items.0.name", "items.0.added_by_name"),
    ),
    DocumentedScreen(
        PROCESS,
        "On the Post-Test tab, use the Select, Post-Test button.",
        "Post-test",
        LEADER,
        (_HEAD, f"{_HEAD}/activations"),
        ("PUT /v1/processes/{process}/post-test", "POST /v1/processes/{process}/activations"),
        shows=("post_test", "allowed"),
    ),
    DocumentedScreen(
        PROCESS,
        "For Data Team data, the Pre-Test and Post-Test data are compared side by side.",
        "Comparison",
        MEMBER,
        (f"{_HEAD}/comparison", f"{_HEAD}/growth"),
        shows=("pre_test", "teachers", "notes", "levels.0.ink_color"),
    ),
    DocumentedScreen(
        PROCESS,
        "For individual teacher data: the column headers are sortable.",
        "Comparison by student",
        LEADER,
        (f"{_HEAD}/comparison/students?sort=class&order=desc",),
        shows=("items.0.family_name", "items.0.class_title", "items.0.pre"),
    ),
    DocumentedScreen(
        PROCESS,
        "The last step in the process should be to use the Reflect tab.",
        "Reflect",
        MEMBER,
        (_HEAD, f"{_HEAD}/pages/reflect"),
        ("PATCH /v1/processes/{process}/pages/reflect",),
        shows=("fields.what_worked",),
    ),
    DocumentedScreen(
        PROCESS,
        "It is critical that the Data Team Leader select the option Finish and Lock Mastery "
        "Process.",
        "Finish and lock",
        LEADER,
        (_HEAD,),
        ("POST /v1/processes/{process}/lock",),
        shows=("allowed", "version"),
    ),
    DocumentedScreen(
        PROCESS,
        "It automatically saves results and insights gained so that each future Data Team can "
        "build upon this information year after year.",
        "Library",
        MEMBER,
        ("/v1/library?text=unit",),
        shows=("items",),
    ),
    DocumentedScreen(
        PROCESS,
        "Under the Data Team Info tab in the Data Team area, each Data Team can edit the category "
        "names and breakpoints for each category.",
        "Data team info",
        LEADER,
        ("/v1/teams/{team}",),
        ("POST /v1/teams/{team}/levels/preview", "PUT /v1/teams/{team}/levels"),
        shows=("levels.0.name", "levels.0.lower", "levels.0.color", "levels.0.ink_color", "meets"),
    ),
)


def page() -> str:
    """Write the table."""
    lines = [
        "<!-- Written by `make docs`. Change the data in docs/screens.py, then run it again. -->",
        "",
        "# Screens and what they cost",
        "",
        "Plumbline was conceived from two documents. A sentence that a person acts on is a screen.",
        "To open it, a client makes at most two calls. What is done there is one call each.",
        "`tests/api/test_screens.py` opens all of them and counts.",
    ]
    for document in (DISTRIBUTE, PROCESS):
        lines += ["", f"## {document}", "", "| the document says | screen | opens with | acts |"]
        lines.append("| --- | --- | --- | --- |")
        lines += [_row(screen) for screen in SCREENS if screen.document == document]
    return "\n".join(lines) + "\n"


def _row(screen: DocumentedScreen) -> str:
    opens = "<br>".join(f"`GET {path}`" for path in screen.opens)
    acts = "<br>".join(f"`{act}`" for act in screen.acts)
    return f"| {screen.sentence} | {screen.name} | {opens} | {acts} |"
