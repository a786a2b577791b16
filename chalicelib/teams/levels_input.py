"""Levels as somebody sends them: read whole, so that all problems are reported at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chalicelib.errors import Detail
from chalicelib.rendering import one_line, readable
from chalicelib.scales.palette import colors
from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS
from chalicelib.teams import refusals

from .levels import (
    LONGEST_NAME,
    Band,
    Levels,
    TeamLevel,
    faults,
    read_bound,
    read_color,
)


@dataclass(frozen=True, slots=True)
class SentBand:
    """A band as it was sent; without a color it gets one of ours."""

    name: str
    lower: object
    color: object = None


def read_levels(given: Sequence[SentBand], meets: int, where: str = "") -> Levels:
    """Read levels, the lowest first. `where` is what stands before `/levels` in the body.

    Raises `Invalid` with every wrong place.
    """
    many = len(given)
    if not FEWEST_LEVELS <= many <= MOST_LEVELS:
        raise refusals.WRONG_NUMBER_OF_LEVELS(
            pointer=f"{where}/levels", fewest=FEWEST_LEVELS, most=MOST_LEVELS
        )
    wrong: list[Detail] = []
    ours = colors(many, min(max(meets, 2), many))
    bands = tuple(
        _band(each, ours[at], f"{where}/levels/{at}", wrong) for at, each in enumerate(given)
    )
    wrong += _unfit(bands, meets, where)
    if wrong:
        raise refusals.LEVELS_INVALID(details=wrong)
    return Levels(
        bands=tuple(TeamLevel(name=name, lower=lower, color=color) for name, lower, color in bands),
        meets=meets,
    )


def _band(given: SentBand, ours: str, where: str, wrong: list[Detail]) -> Band:
    """Read a band; unreadable parts are empty in it and listed in `wrong`."""
    name = one_line(given.name)
    if len(name) > LONGEST_NAME or not readable(name):
        wrong.append(refusals.LEVEL_NAME_LENGTH(f"{where}/name", longest=LONGEST_NAME))
        name = ""
    lower = _read(read_bound, given.lower, refusals.LOWER_INVALID(f"{where}/lower"), wrong)
    if given.color is None:
        return name, lower, ours
    hint = refusals.COLOR_INVALID(f"{where}/color")
    return name, lower, _read(read_color, given.color, hint, wrong)


def _read(reader: Callable[[object], str], given: object, hint: Detail, wrong: list[Detail]) -> str:
    try:
        return reader(given)
    except ValueError:
        wrong.append(hint)
        return ""


def _unfit(bands: tuple[Band, ...], meets: int, where: str) -> Iterator[Detail]:
    for fault in faults(bands, meets):
        yield fault.at(f"{where}/{fault.pointer}")
