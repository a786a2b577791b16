"""Levels as somebody sends them: read whole, so that everything wrong is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chalicelib.errors import Detail, Invalid
from chalicelib.rendering import one_line, readable
from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS

from .levels import (
    LONGEST_NAME,
    Band,
    Level,
    Levels,
    faults,
    read_bound,
    read_colour,
)
from .palette import colours


@dataclass(frozen=True, slots=True)
class Given:
    """A band as it was sent; without a colour it gets one of ours."""

    name: str
    lower: object
    colour: object = None


def read_levels(given: Sequence[Given], meets: int, where: str = "") -> Levels:
    """Read levels, the lowest first. `where` is what stands before `/levels` in the body.

    Raises `Invalid` with every wrong place.
    """
    many = len(given)
    if not FEWEST_LEVELS <= many <= MOST_LEVELS:
        raise Invalid(
            "wrong_number_of_levels",
            f"A team has {FEWEST_LEVELS} to {MOST_LEVELS} levels. Add or take away some.",
            pointer=f"{where}/levels",
        )
    wrong: list[Detail] = []
    ours = colours(many, min(max(meets, 2), many))
    bands = tuple(
        _band(each, ours[at], f"{where}/levels/{at}", wrong) for at, each in enumerate(given)
    )
    wrong += _unfit(bands, meets, where)
    if wrong:
        raise Invalid("levels_wrong", _WRONG, details=wrong)
    return Levels(
        bands=tuple(Level(name=name, lower=lower, colour=colour) for name, lower, colour in bands),
        meets=meets,
    )


def _band(given: Given, ours: str, where: str, wrong: list[Detail]) -> Band:
    """Read a band; what cannot be read is empty in it, and told in `wrong`."""
    name = one_line(given.name)
    if len(name) > LONGEST_NAME or not readable(name):
        told = f"A level's name has 1 to {LONGEST_NAME} characters that can be read."
        wrong.append(Detail(f"{where}/name", "level_name_length", told))
        name = ""
    lower = _read(
        read_bound, given.lower, Detail(f"{where}/lower", "lower_unreadable", _LOWER), wrong
    )
    if given.colour is None:
        return name, lower, ours
    hint = Detail(f"{where}/colour", "colour_unreadable", _COLOUR)
    return name, lower, _read(read_colour, given.colour, hint, wrong)


_WRONG = (
    "These levels cannot be used as they are. Each place that needs correcting is named below, "
    "with what to do."
)
_LOWER = (
    "A level begins at a percentage from 0 to 100 with at most three decimals, for example 70 or "
    "79.5."
)
_COLOUR = "A colour is # and six digits or letters a to f, for example #2e7d32."


def _read(reader: Callable[[object], str], given: object, hint: Detail, wrong: list[Detail]) -> str:
    try:
        return reader(given)
    except ValueError:
        wrong.append(hint)
        return ""


def _unfit(bands: tuple[Band, ...], meets: int, where: str) -> Iterator[Detail]:
    for fault in faults(bands, meets):
        yield replace(fault, pointer=f"{where}/{fault.pointer}")
