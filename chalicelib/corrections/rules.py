"""Putting a correction onto an assessment: checked like items that are set, all problems at once.

Pure. Which items there are, their order, kinds, choices and standards stay as they are: they are
frozen once results exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.assessments.item_rules import check
from chalicelib.assessments.items import Item, Scoring, points_possible
from chalicelib.assessments.model import Assessment, Contents, VersionItem
from chalicelib.assessments.refusals import ITEM_UNKNOWN
from chalicelib.corrections import refusals
from chalicelib.errors import Detail, Invalid
from chalicelib.scales.scale import check_cuts

from .model import Correction, CutChange, Fixes, ItemChange, ItemFix

FIELDS = ("key", "points", "tolerance", "scoring")
"""The fields of an item that a correction can change."""

Corrected = tuple[Assessment, tuple[ItemChange, ...], CutChange | None]
"""The corrected assessment; each change; the change of cut scores."""

Versions = dict[str, tuple[VersionItem, ...]]


def correct_assessment(known: Assessment, fixes: Fixes) -> Corrected:
    """Return an assessment as a correction changes it.

    Raises `Invalid` with everything that is wrong, or when nothing would change.
    """
    wrong = [*_unknown(known.contents, fixes)]
    items = _items(known.contents.items, fixes.items)
    wrong += _wrong_items(items, fixes)
    versions = _versions(known.contents, items, fixes)
    wrong += _wrong_keys(items, versions, fixes)
    wrong += _report_missing_version_keys(known.contents, items, fixes)
    wrong += _wrong_cuts(fixes.cuts, known.header.levels)
    if wrong:
        count = "One thing" if len(wrong) == 1 else f"{len(wrong)} things"
        raise refusals.CORRECTION_INCOMPLETE(details=wrong, count=count, first=wrong[0].message)
    contents = known.contents.model_copy(update={"items": items, "versions": versions})
    changes = tuple(_changes(known.contents, contents))
    moved = _cut_change(fixes.cuts, known.header.cuts)
    if not changes and moved is None:
        raise refusals.NOTHING_TO_CORRECT()
    return _assessment(known, contents, moved), changes, moved


def undo_correction(contents: Contents, correction: Correction) -> Contents:
    """Return the contents as they were before a correction. Texts stay as they are now."""
    before: dict[str, dict[str, Any]] = {}
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for change in correction.changes:
        if change.form:
            forms[change.form, change.item] = change.before
        else:
            before.setdefault(change.item, {})[change.field] = _value(change)
    items = tuple(each.model_copy(update=before.get(each.id, {})) for each in contents.items)
    return contents.model_copy(
        update={"items": items, "versions": _rekey_versions(contents.versions, forms)}
    )


def _value(change: ItemChange) -> Any:
    if change.field == "key":
        return change.before
    (text,) = change.before
    return Scoring(text) if change.field == "scoring" else text


# -- the new values ------------------------------------------------------------------------------


def _assessment(known: Assessment, contents: Contents, cuts: CutChange | None) -> Assessment:
    changed: dict[str, Any] = {
        "version": known.header.version + 1,
        "revision": known.header.revision + 1,
        "points": points_possible(contents.items),
    }
    if cuts is not None:
        changed["cuts"] = cuts.after
    return Assessment(known.header.model_copy(update=changed), contents)


def _items(items: Iterable[Item], fixes: Iterable[ItemFix]) -> tuple[Item, ...]:
    wanted = {fix.id: fix for fix in fixes}
    return tuple(_fix_item(item, wanted.get(item.id)) for item in items)


def _fix_item(item: Item, fix: ItemFix | None) -> Item:
    if fix is None:
        return item
    body = {name: value for name in FIELDS if (value := getattr(fix, name)) is not None}
    if fix.accept_all:
        body["scoring"] = Scoring.ANY_ANSWER
    elif fix.accept_all is False and item.given_up:
        body.setdefault("scoring", Scoring.ALL_OR_NOTHING)
    return item.model_copy(update=body)


def _versions(before: Contents, items: Sequence[Item], fixes: Fixes) -> Versions:
    """Return the printed forms' keys. A number or a text that was right on A too is so again."""
    rekeyed = {
        old.id: (old.key, new.key)
        for old, new in zip(before.items, items, strict=True)
        if not old.choices
    }
    keys = {
        (form, each.item): rekeyed[each.item][1]
        for form, questions in before.versions.items()
        for each in questions
        if each.item in rekeyed and each.key == rekeyed[each.item][0]
    }
    body = {(form, fix.item): fix.key for form, each in fixes.versions.items() for fix in each}
    return _rekey_versions(before.versions, keys | body)


def _rekey_versions(
    versions: Mapping[str, Sequence[VersionItem]], keys: Mapping[tuple[str, str], tuple[str, ...]]
) -> Versions:
    return {
        form: tuple(
            each.model_copy(update={"key": keys.get((form, each.item), each.key)})
            for each in questions
        )
        for form, questions in versions.items()
    }


def _cut_change(wanted: tuple[str, ...] | None, present: tuple[str, ...]) -> CutChange | None:
    if wanted is None or wanted == present:
        return None
    return CutChange(before=present, after=wanted)


# -- what was changed -----------------------------------------------------------------------------


def _changes(before: Contents, after: Contents) -> Iterator[ItemChange]:
    numbers = {item.id: n for n, item in enumerate(before.items, 1)}
    for old, new in zip(before.items, after.items, strict=True):
        for name in FIELDS:
            was, now = _read_field_values(old, name), _read_field_values(new, name)
            if was != now:
                yield ItemChange(
                    item=old.id, number=numbers[old.id], field=name, before=was, after=now
                )
    for form, questions in before.versions.items():
        for each, now_so in zip(questions, after.versions[form], strict=True):
            if each.key != now_so.key:
                yield ItemChange(
                    item=each.item,
                    number=numbers[each.item],
                    form=form,
                    field="key",
                    before=each.key,
                    after=now_so.key,
                )


def _read_field_values(item: Item, name: str) -> tuple[str, ...]:
    value = getattr(item, name)
    return value if isinstance(value, tuple) else (str(value),)


# -- what is wrong --------------------------------------------------------------------------------


def _unknown(contents: Contents, fixes: Fixes) -> Iterator[Detail]:
    """Find entries without a target, repeated entries, and contradictions."""
    known = {item.id for item in contents.items}
    seen = set[str]()
    for n, fix in enumerate(fixes.items):
        at = f"/items/{n}"
        if fix.id not in known:
            yield ITEM_UNKNOWN(f"{at}/id")
        elif fix.id in seen:
            yield refusals.ITEM_LISTED_TWICE(f"{at}/id")
        if fix.accept_all is not None and fix.scoring is not None:
            yield refusals.SCORING_REPEATED(f"{at}/scoring")
        seen.add(fix.id)
    yield from _unknown_forms(contents, fixes)


def _unknown_forms(contents: Contents, fixes: Fixes) -> Iterator[Detail]:
    for form, each in fixes.versions.items():
        if form not in contents.versions:
            yield refusals.NO_SUCH_VERSION(f"/versions/{form}", form=form)
            continue
        printed = {question.item for question in contents.versions[form]}
        seen = set[str]()
        for n, fix in enumerate(each):
            at = f"/versions/{form}/{n}/item"
            if fix.item not in printed:
                yield refusals.VERSION_ITEM_UNKNOWN(at, form=form)
            elif fix.item in seen:
                yield refusals.ITEM_LISTED_TWICE(at)
            seen.add(fix.item)


def _wrong_items(items: Sequence[Item], fixes: Fixes) -> Iterator[Detail]:
    """Check the corrected items; each problem is shown at its place in the correction."""
    places = {fix.id: f"/items/{n}" for n, fix in enumerate(fixes.items)}
    for item, field, found in _findings(items):
        if item in places:
            yield found.at(f"{places[item]}/{field}")


def _wrong_keys(items: Sequence[Item], versions: Versions, fixes: Fixes) -> Iterator[Detail]:
    """Check the printed forms' keys of every item that is touched."""
    touched = {fix.id: f"/items/{n}" for n, fix in enumerate(fixes.items)}
    for form, questions in versions.items():
        body = {
            fix.item: f"/versions/{form}/{n}" for n, fix in enumerate(fixes.versions.get(form, ()))
        }
        keys = {each.item: each.key for each in questions}
        printed = [each.model_copy(update={"key": keys.get(each.id, each.key)}) for each in items]
        for item, field, found in _findings(printed):
            at = body.get(item) or touched.get(item)
            if at is not None and item in keys and field == "key":
                yield found.at(f"{at}/key", f"Version {form}:")


def _findings(items: Sequence[Item]) -> Iterator[tuple[str, str, Detail]]:
    """Find what is wrong with items that are set: the item's id, the field, and what."""
    try:
        check(items, prompts=False)
    except Invalid as refused:
        for found in refused.details:
            _, _, number, field, *_ = found.pointer.split("/")
            yield items[int(number)].id, field, found


def _report_missing_version_keys(
    before: Contents, items: Sequence[Item], fixes: Fixes
) -> Iterator[Detail]:
    """Find items whose key changes on form A while another form's key is not spoken of.

    Choices may stand in another order there, so only the author can say what is right.
    """
    places = {fix.id: n for n, fix in enumerate(fixes.items)}
    for n, (old, new) in enumerate(zip(before.items, items, strict=True), 1):
        if old.key == new.key or new.given_up:
            continue
        for form, questions in before.versions.items():
            follows = not old.choices and (new.id, old.key) in {(q.item, q.key) for q in questions}
            answer = new.id in {fix.item for fix in fixes.versions.get(form, ())}
            if not (follows or answer):
                yield refusals.VERSION_KEY_MISSING(f"/items/{places[new.id]}/key", n=n, form=form)


def _wrong_cuts(cuts: tuple[str, ...] | None, levels: int) -> Iterator[Detail]:
    if cuts is None:
        return
    try:
        check_cuts(cuts, levels)
    except ValueError as error:
        yield refusals.CUTS_DO_NOT_FIT("/cuts", error=error)
