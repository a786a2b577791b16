"""The hidden figures of a process, decided by which students count where in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.processes.analytics.counts import Sat, read
from chalicelib.processes.analytics.editions import LATEST, Edition
from chalicelib.processes.analytics.places import CountedPlaces, find_places
from chalicelib.processes.scores import ClassScores, ProcessTest, ResultStatus
from chalicelib.suppression import (
    Atom,
    Atoms,
    SuppressionReason,
    cover,
    is_exposed,
    is_few,
    students,
    why_of,
)
from chalicelib.teams.levels import Levels

from .model import Hidden, RowPart, RowsHidden

TESTS = ((RowPart.PRE, ProcessTest.PRE), (RowPart.POST, ProcessTest.POST))
MEASURED = (RowPart.PRE, RowPart.POST, RowPart.BOTH)
_EMPTY: Atoms = frozenset()
_AWAY = {RowPart.PRE_AWAY: ProcessTest.PRE, RowPart.POST_AWAY: ProcessTest.POST}
_COUNTED = {RowPart.PRE: RowPart.PRE_TESTED, RowPart.POST: RowPart.POST_TESTED}


@dataclass(frozen=True, slots=True)
class Census:
    """The students who count in each place of a process."""

    sats: Sequence[Sat]
    team: CountedPlaces
    schools: Mapping[str, str]
    """Of classes."""
    edition: Edition = LATEST

    def of(self, sats: Sequence[Sat], part: RowPart) -> Atoms:
        """Return who counts for some classes together on a part."""
        return _atoms(find_places(sats, self.edition), part)

    def of_team(self, part: RowPart) -> Atoms:
        """Return who counts for the team on a part."""
        return _atoms(self.team, part)

    def standing(self, test: ProcessTest, standing: ResultStatus) -> Atoms:
        """Return who stands so on a test, as the team counts them."""
        places = self.team.on(test).items()
        return frozenset(
            (who, each.school_class) for who, each in places if each.mark.standing == standing
        )


def take_census(
    classes: Sequence[ClassScores], levels: Levels, edition: Edition = LATEST
) -> Census:
    """Return who counts where."""
    sats = read(classes, levels)
    schools = {each.school_class: each.school for each in classes}
    return Census(sats, find_places(sats, edition), schools, edition)


# -- the team as a whole ---------------------------------------------------------------------------


def hide_team(census: Census) -> dict[RowPart, SuppressionReason]:
    """Return the parts of the team's row that are hidden from everybody who gets its figures.

    The administrators of some schools know what is in those: what the others have must not be of
    one to four students.
    """
    return {
        part: why_of(atoms)
        for part in MEASURED
        if is_exposed(atoms := census.of_team(part), census.schools)
    }


def hide_outside(census: Census, aiming: Collection[str] = ()) -> dict[RowPart, SuppressionReason]:
    """Return the parts of the team's row hidden from people who may not see all its students.

    `aiming` are the classes of the team's goal. Students who took one test alone count here, too:
    the difference of two averages would show them. Release 0.3 had goals of only some of the
    classes. Such a goal is one more figure to subtract, so it is not shown.
    """
    hidden = hide_team(census)
    for side, (part, aim) in enumerate(
        ((RowPart.PRE, RowPart.GOAL), (RowPart.POST, RowPart.OUTCOME))
    ):
        atoms = census.of_team(part)
        both = _EMPTY if RowPart.BOTH in hidden else _side(census.of_team(RowPart.BOTH), side)
        if part not in hidden and is_exposed(atoms ^ both if both else atoms, census.schools):
            hidden[part] = why_of(atoms)
        aimed = _of_classes(atoms, aiming)
        if aimed and (part in hidden or aimed != atoms):
            hidden[aim] = why_of(aimed)
    return {**hidden, **_counts(census, hidden)}


def _counts(census: Census, hidden: Hidden) -> dict[RowPart, SuppressionReason]:
    """Return the hidden numbers of students: a count shows small groups as well."""
    found = {_COUNTED[part]: hidden[part] for part in _COUNTED if part in hidden}
    for part, test in _AWAY.items():
        tested = RowPart.PRE if test == ProcessTest.PRE else RowPart.POST
        away = (census.standing(test, each) for each in ResultStatus if each != ResultStatus.TESTED)
        if tested in hidden or any(is_exposed(atoms, census.schools) for atoms in away):
            found[part] = SuppressionReason.OTHERS
    return found


def _side(both: Atoms, side: int) -> Atoms:
    """Return the students with both tests, as the pre-test (0) or the post-test (1) counts them."""
    return frozenset((atom[0], atom[1 + side]) for atom in both)


def _of_classes(atoms: Atoms, classes: Collection[str]) -> Atoms:
    return frozenset(atom for atom in atoms if atom[1] in classes)


def hide_goal(
    aimed: Collection[str],
    tested: int,
    row: SuppressionReason | None,
    classes: Collection[str],
    counted: int,
    below: Collection[str],
) -> SuppressionReason | None:
    """Return why a goal's figures on one test are hidden, if they are.

    The goal is of the classes `aimed`, with so many `tested`; its row is of `classes`, with so many
    `counted`, and is hidden for `row`. `below`: classes whose own rows have something hidden.
    """
    if is_few(tested):
        return SuppressionReason.FEW
    if row or set(aimed) == set(classes):
        return row
    told_apart = is_few(counted - tested) or not set(below).isdisjoint(classes)
    return SuppressionReason.OTHERS if told_apart else None


# -- schools, teachers, classes --------------------------------------------------------------------


def hide_rows(census: Census) -> dict[RowPart, RowsHidden]:
    """Return which rows are hidden wherever figures go around, by part.

    A row that is hidden on a test is hidden in the change, too.
    """
    pre, post = (_rows(census, part, (), ()) for part in (RowPart.PRE, RowPart.POST))
    cells, classes = ({*one, *other} for one, other in (
        (pre.cells, post.cells), (pre.classes, post.classes)
    ))  # fmt: skip
    return {
        RowPart.PRE: pre,
        RowPart.POST: post,
        RowPart.BOTH: _rows(census, RowPart.BOTH, cells, classes),
    }


def _rows(
    census: Census,
    part: RowPart,
    blank_cells: Collection[tuple[str, str]],
    blank_classes: Collection[str],
) -> RowsHidden:
    team = census.of_team(part)
    schools: dict[str, SuppressionReason] = {}
    cells: dict[tuple[str, str], SuppressionReason] = {}
    classes: dict[str, SuppressionReason] = {}
    for school, sats in _by_school(census.sats).items():
        whole, ours = census.of(sats, part), _within(team, sats)
        if is_few(len(whole)) or is_few(students(whole ^ ours)):
            schools[school] = why_of(whole)
        taught = {(school, teacher): own for teacher, own in _by_teacher(sats).items()}
        parts = {each: census.of(own, part) for each, own in taught.items()}
        few = is_few(len(team))
        cells |= cover([whole, ours], parts, parts if few else blank_cells)
        for each, own in taught.items():
            alone = {sat.scores.school_class: census.of([sat], part) for sat in own}
            sums = [parts[each], _within(team, own)]
            classes |= cover(sums, alone, alone if each in cells else blank_classes)
    return RowsHidden(schools, cells, classes, _teachers(census, part, cells))


def _teachers(
    census: Census, part: RowPart, cells: Mapping[tuple[str, str], SuppressionReason]
) -> dict[str, SuppressionReason]:
    """Hide who is hidden at one of their schools, or whose schools together tell of few."""
    hidden: dict[str, SuppressionReason] = {}
    for teacher, sats in _by_teacher(census.sats).items():
        whole = census.of(sats, part)
        at = _by_school(sats)
        together = _EMPTY.union(*(census.of(own, part) for own in at.values()))
        few = is_few(students(whole ^ together))
        if few or any((school, teacher) in cells for school in at):
            hidden[teacher] = why_of(whole)
    return hidden


def _within(atoms: Atoms, sats: Iterable[Sat]) -> Atoms:
    names = {sat.scores.school_class for sat in sats}
    return frozenset(atom for atom in atoms if names.issuperset(atom[1:]))


def _by_school(sats: Iterable[Sat]) -> dict[str, list[Sat]]:
    found: dict[str, list[Sat]] = {}
    for sat in sats:
        found.setdefault(sat.scores.school, []).append(sat)
    return found


def _by_teacher(sats: Iterable[Sat]) -> dict[str, list[Sat]]:
    found: dict[str, list[Sat]] = {}
    for sat in sats:
        found.setdefault(sat.scores.teacher, []).append(sat)
    return found


def _atoms(places: CountedPlaces, part: RowPart) -> Atoms:
    """Return who counts in a group on a part."""
    if part == RowPart.BOTH:
        return frozenset((who, *classes) for who, classes in places.both.items())
    found: Iterator[Atom] = (
        (who, each.school_class)
        for who, each in (places.pre if part == RowPart.PRE else places.post).items()
        if each.mark.level
    )
    return frozenset(found)
