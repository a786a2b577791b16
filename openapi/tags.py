"""The subjects that operations are sorted by, each in a sentence or two."""

from __future__ import annotations

TAGS = {
    "Documentation": "This description, for programs and for people. Needs no sign-in.",
    "District": "The district's settings, who is signed in, where people sign in, and first "
    "passwords.",
    "Rosters": "Schools, people, courses and classes as the district's roster has them. An import "
    "brings a OneRoster package: upload, check, apply.",
    "Standards": "Frameworks of standards (CASE) and the sets of them that teachers work with.",
    "Assessments": "Tests with their items, keys, points and standards: made, searched, shared, "
    "approved, copied.",
    "Items": "Questions: found in the item bank, or imported from QTI packages.",
    "Corrections": "Changes of the key, points or cut scores of a test that students have results "
    "on. Every result is scored again.",
    "Trackers": "A teacher's board for one class: the standards it tracks and its assessments.",
    "Distribution": "One act of handing an assessment to many trackers, now or at a set time: "
    "choosing, previewing, delivering, receipts, recall.",
    "Reminders": "An email to the teachers who have not begun, at most one a day each.",
    "Result sheets": "One class's results on one assessment: read, entered, imported from a file.",
    "Mastery": "Each student's mastery of each standard, from all results of a tracker.",
    "Results": "Results of a distribution's classes by school, teacher, class, standard and item, "
    "and the quality of the test.",
    "Data teams": "Teachers who work together, their leaders, and the team's own mastery levels.",
    "Mastery Processes": "One cycle of a data team: pre-test, analysis, goals, strategies, "
    "post-test, reflection, lock.",
    "Process figures": "The figures of a process: collection, comparison and growth.",
    "Class goals": "Which students a teacher aims to bring to proficiency, and by when.",
    "Shared pages": "The pages that a team writes together in a process. Nobody overwrites a "
    "colleague.",
    "Library": "Finished processes, searched and read year after year.",
    "Work lists": "The open work of the signed-in person: the first screen.",
    "Jobs": "The progress of long work of any kind, with waiting work and repeated failures.",
    "E-mail": "Whether a person wants email; emails that wait, and those that did not arrive.",
    "History": "The changes, with their authors and times.",
}
"""In the order in which the page shows them."""
