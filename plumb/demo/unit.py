"""The demonstration's tests before and after a data team's unit, written for this district."""

from __future__ import annotations

from plumb.demo.assessments import DemoAssessment, DemoItem

NAME = "Unit 4: Parts of a Whole"
"""The Mastery Process."""
NEXT = "Unit 5: Parts of a Whole on a Line"
"""The one that begins where this ends."""

UNIT = DemoAssessment(
    "Grade 3 Mathematics: Parts of a Whole, Unit 4",
    "items",
    (
        DemoItem(
            "single_choice",
            "A strip is folded into 8 equal parts and 3 of them are shaded. What part is shaded?",
            1,
            ("M.3.FR.1",),
            ("B",),
            ("3/5", "3/8", "8/3", "5/8"),
        ),
        DemoItem(
            "single_choice",
            "Which of these is 5 unit fractions of the size 1/6?",
            1,
            ("M.3.FR.1",),
            ("D",),
            ("1/30", "6/5", "5/1", "5/6"),
        ),
        DemoItem(
            "true_false",
            "True or false: a shape cut into 4 parts always shows quarters.",
            1,
            ("M.3.FR.1",),
            ("false",),
        ),
        DemoItem(
            "multiple_choice",
            "Which parts are worth the same as 1/2 of the same whole? Choose all of them.",
            2,
            ("M.3.FR.2",),
            ("A", "C"),
            ("2/4", "2/6", "4/8", "3/8"),
            partial=True,
        ),
        DemoItem(
            "numeric",
            "1/3 of a tray is worth as much as how many sixths of it?",
            1,
            ("M.3.FR.2",),
            ("2",),
        ),
        DemoItem(
            "single_choice",
            "Ben ate 2/3 of his roll, Ana 2/4 of hers; the rolls are equal. Who ate more, and why?",
            1,
            ("M.3.FR.3",),
            ("A",),
            (
                "Ben, because thirds are larger parts than fourths",
                "Ana, because 4 is more than 3",
                "Both the same, because both ate 2 parts",
                "Nobody can tell",
            ),
        ),
        DemoItem(
            "single_choice",
            "Which list goes from the shortest part of a mile to the longest?",
            1,
            ("M.3.FR.3",),
            ("C",),
            ("1/2, 1/3, 1/8", "1/3, 1/8, 1/2", "1/8, 1/3, 1/2", "1/3, 1/2, 1/8"),
        ),
        DemoItem(
            "numeric",
            "A rope is 24 feet long. How many feet is 3/4 of it?",
            1,
            ("M.3.FR.4",),
            ("18",),
        ),
        DemoItem(
            "single_choice",
            "4 friends share 3 equal sandwiches fairly. How much does each one get?",
            1,
            ("M.3.FR.4",),
            ("C",),
            ("1/4", "1 1/3", "3/4", "4/3"),
        ),
        DemoItem(
            "hand_points",
            "A recipe needs 2/3 cup of milk; Lia has only a 1/6 cup measure. How often does she "
            "fill it? Draw it, and say how the drawing shows that your answer is right.",
            4,
            ("M.3.FR.2", "M.3.FR.4"),
        ),
    ),
    tags=("data team", "pre-test", "post-test"),
)
"""Fourteen points."""
