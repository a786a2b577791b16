"""Distributions, their plans and their results."""

from __future__ import annotations

from .shape import Key, join


def distribution(district: str, distribution: str) -> Key:
    """Return a distribution: who, what, when, and the totals.

    >>> distribution("gb", "01J")
    Key(pk='gb#DISTRIBUTION#01J', sk='DISTRIBUTION')
    """
    return Key(join(district, "DISTRIBUTION", distribution), "DISTRIBUTION")


def distribution_page(district: str, distribution: str, generation: int, page: int) -> Key:
    """Return a page of a distribution's frozen plan.

    >>> distribution_page("gb", "01J", 0, 3)
    Key(pk='gb#DISTRIBUTION#01J', sk='PLAN#0000#0003')
    """
    return Key(
        join(district, "DISTRIBUTION", distribution), join("PLAN", f"{generation:04}", f"{page:04}")
    )


def distribution_done(district: str, distribution: str, generation: int, chunk: str) -> Key:
    """Get the marker of a chunk that has been delivered; it sorts beside the distribution itself.

    >>> distribution_done("gb", "01J", 0, "0003#07")
    Key(pk='gb#DISTRIBUTION#01J', sk='DONE#0000#0003#07')
    """
    return Key(
        join(district, "DISTRIBUTION", distribution),
        join("DONE", f"{generation:04}", *chunk.split("#")),
    )


def recall(district: str, distribution: str) -> Key:
    """Return the mark that a distribution is recalled; it is there or it is not.

    >>> recall("gb", "01J")
    Key(pk='gb#DISTRIBUTION#01J', sk='RECALL')
    """
    return Key(join(district, "DISTRIBUTION", distribution), "RECALL")


def give_until(district: str, distribution: str) -> Key:
    """Return the mark of the last day for classes to get a distribution's assessment.

    >>> give_until("gb", "01J")
    Key(pk='gb#DISTRIBUTION#01J', sk='GIVEUNTIL')
    """
    return Key(join(district, "DISTRIBUTION", distribution), "GIVEUNTIL")


def process_openings(district: str, distribution: str) -> Key:
    """Return how far a distribution is with opening its process in data teams.

    >>> process_openings("gb", "01J")
    Key(pk='gb#DISTRIBUTION#01J', sk='OPENINGS')
    """
    return Key(join(district, "DISTRIBUTION", distribution), "OPENINGS")


def process_opening(district: str, distribution: str, team: str) -> Key:
    """Return the result for a data team in which a distribution opens its process.

    >>> process_opening("gb", "01J", "01T")
    Key(pk='gb#DISTRIBUTION#01J', sk='TEAM#01T')
    """
    return Key(join(district, "DISTRIBUTION", distribution), join("TEAM", team))


def automatic(district: str, set_id: str, distribution: str) -> Key:
    """Get a distribution that new trackers of a set receive automatically; usually there is none.

    >>> automatic("gb", "jf.math.3", "01J")
    Key(pk='gb#AUTOMATIC#jf.math.3', sk='01J')
    """
    return Key(join(district, "AUTOMATIC", set_id), join(distribution))


def distributions(district: str) -> str:
    """Return the index partition of all distributions, by time of making.

    >>> distributions("gb")
    'gb#DISTRIBUTIONS'
    """
    return join(district, "DISTRIBUTIONS")
