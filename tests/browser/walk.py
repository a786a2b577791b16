"""The walk that README.md shows: pictures of the guides as one slow animation.

`make pictures` makes it anew after the pictures; `python -m tests.browser.walk` makes it alone. It
plays twice and stops. Beside it stands which pictures it was made of, by their digests.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.browser.pictures import FOLDER

if TYPE_CHECKING:
    from PIL.Image import Image

ROOT = FOLDER.parents[2]
WALK = ROOT / "docs" / "pictures" / "walk.webp"
NOTE = WALK.with_suffix(".txt")
FONT = ROOT / "templates" / "reports" / "fonts" / "NotoSans-Bold.ttf"

WIDTH, HEIGHT, CAPTION = 1100, 760, 60
SECONDS, TIMES = 4, 2
"""How long each picture stands, and how often the walk plays."""
INK, PAPER, EDGE = "#14304d", "#e8eff7", "#9fb3c8"
"""Of captions."""


class Step(NamedTuple):
    """A picture of the walk, and what stands above it."""

    name: str
    """Of a picture of the guides."""
    caption: str

    @property
    def file(self) -> Path:
        """Where the picture is."""
        return FOLDER / f"{self.name}.png"


STEPS = (
    Step("assessments", "Administrator: find a test"),
    Step("select-trackers", "Administrator: select trackers, school by school"),
    Step("preview", "Administrator: check, then distribute"),
    Step("progress", "Administrator: see that every tracker gets it, once"),
    Step("typed-results", "Teacher: enter results"),
    Step("mastery", "Teacher: read each student's mastery"),
    Step("results", "Administrator: read the district's results"),
    Step("collect", "Data team: chart the pre-test"),
    Step("smart-goals", "Data team: set goals for every class"),
    Step("compare", "Data team: compare pre-test and post-test"),
    Step("finish", "Team leader: finish, and the report goes out"),
)


def describe() -> str:
    """Name the pictures as they are, with their digests and captions."""
    lines = (
        f"{hashlib.sha256(step.file.read_bytes()).hexdigest()[:16]} {step.name}: {step.caption}"
        for step in STEPS
    )
    return "\n".join(lines) + "\n"


def make() -> None:
    """Make the walk of the pictures as they are."""
    frames = [_frame(number, step) for number, step in enumerate(STEPS, 1)]
    first, *others = frames
    first.save(
        WALK,
        save_all=True,
        append_images=others,
        duration=SECONDS * 1000,
        loop=TIMES,
        lossless=True,
        quality=100,
        method=6,
        minimize_size=True,
    )
    NOTE.write_text(describe())


def _frame(number: int, step: Step) -> Image:
    """Put the caption above the picture's upper part; dots say how far the walk is."""
    from PIL import Image, ImageDraw, ImageFont

    frame = Image.new("RGB", (WIDTH, CAPTION + HEIGHT), PAPER)
    with Image.open(step.file) as picture:
        frame.paste(picture.convert("RGB"), (0, CAPTION))
    draw = ImageDraw.Draw(frame)
    font = ImageFont.truetype(FONT, 25)
    draw.text((26, CAPTION / 2), step.caption, INK, font, anchor="lm")
    for dot in range(1, len(STEPS) + 1):
        x, y, size = WIDTH - 24 * (len(STEPS) - dot) - 34, CAPTION / 2, 7
        filled = INK if dot <= number else PAPER
        draw.ellipse((x - size, y - size, x + size, y + size), filled, INK, 2)
    draw.rectangle((0, 0, WIDTH - 1, CAPTION + HEIGHT - 1), outline=EDGE, width=1)
    return frame


if __name__ == "__main__":
    make()
