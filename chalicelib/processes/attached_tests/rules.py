"""The assessments that can be a test of a process (P3, P9), and the writes with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from chalicelib.acts import Caller
from chalicelib.errors import Refusal
from chalicelib.processes import refusals
from chalicelib.processes.model import Attached, Process, TestOrigin
from chalicelib.processes.moves import ProcessMove, after
from chalicelib.processes.scores import ProcessTest
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Update, Write
from chalicelib.storage.keys import Key

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.teams.model import TeamRole

MOVE = {ProcessTest.PRE: ProcessMove.ATTACH_PRE, ProcessTest.POST: ProcessMove.ATTACH_POST}

WHERE = "/assessment_id"
"""Where a request names the assessment."""


def choose_test(
    assessments: Assessments, who: Caller | str, assessment: str, where: str = WHERE
) -> tuple[Attached, list[Write]]:
    """Return an assessment that was there as a test, and the writes that go with giving it.

    It is chosen by a person, who must see it without any data team, or by a district. Raises
    `NotFound`, `Forbidden`, `Invalid`.
    """
    header = assessments.header(who, assessment)
    if isinstance(who, Caller) and not assessments.seen_alone(who, header):
        raise refusals.ASSESSMENT_ONLY_SHARED(pointer=where)
    district = who.district if isinstance(who, Caller) else who
    (described,) = assessments.describe(district, [header])
    return build_attached_test(described, where=where), assessments.use(
        district, header, as_it_is=False
    )


def may_attach(assessments: Assessments, caller: Caller, assessment: str) -> bool:
    """Return whether an assessment would do if this person chose it."""
    try:
        choose_test(assessments, caller, assessment)
    except Refusal:
        return False
    return True


def begin_with_test(
    district: str, process: Process, pre_test: Attached, use: Iterable[Write]
) -> tuple[Process, list[Write]]:
    """Return a new process with its pre-test, and the writes that go with it."""
    pre_test = pre_test.model_copy(update={"at": process.created})
    changes = {"state": after(process.state, ProcessMove.ATTACH_PRE), "pre": pre_test}
    begun = process.model_copy(update=changes)
    return begun, [*use, sharing(district, begun, pre_test)]


def build_attached_test(
    header: AssessmentHeader, how: TestOrigin = TestOrigin.CHOSEN, *, where: str = WHERE
) -> Attached:
    """Return a process's copy of its test. Raises `Invalid` for an unsuitable one."""
    check_fit(header, where)
    return as_it_is(header, how)


def as_it_is(header: AssessmentHeader, how: TestOrigin, at: str = "") -> Attached:
    """Return a process's copy of a test as it is now; `at` is when the test was attached."""
    return Attached(
        assessment=header.id,
        title=header.title,
        how=how,
        subject=header.shown_subject,
        grades=header.shown_grades,
        set_id=header.set_id,
        mask=header.mask,
        standards=header.standards,
        items=header.items,
        points=header.points,
        at=at,
    )


def refresh_tests(process: Process, headers: Mapping[str, AssessmentHeader]) -> Process:
    """Return a process with its tests as they are now; one without a header stays as it was."""
    changes = {
        test.value: as_it_is(headers[known.assessment], known.how, known.at)
        for test in ProcessTest
        if (known := process.test(test)) and known.assessment in headers
    }
    return process.model_copy(update=changes)


_TO_DO = {
    "standards_set": "choose its standards set",
    "items": "add its items",
    "document": "name the document that its questions are in",
}


def check_fit(header: AssessmentHeader, where: str = WHERE) -> None:
    """Refuse tests that no class can get, or that measure no standards."""
    if not header.ready:
        raise refusals.TEST_NOT_READY(
            pointer=where, to_do=" and ".join(_TO_DO[lack] for lack in header.lacks)
        )
    if not header.mask:
        raise refusals.ASSESSMENT_WITHOUT_STANDARDS(pointer=where)


def sharing(district: str, process: Process, test: Attached) -> Put:
    """Return the write that shares a test with every member of the team."""
    return Put(keys.team_test(district, process.team, test.assessment, process.id), {})


def unsharing(district: str, process: Process, test: Attached) -> Delete:
    """Return the write by which a test is no longer shared for this process."""
    return Delete(keys.team_test(district, process.team, test.assessment, process.id))


def check_may_attach(process: Process, test: ProcessTest, role: TeamRole) -> None:
    """Check that the test may be attached or exchanged now. Raises `Conflict`, `Forbidden`."""
    after(process.state, MOVE[test], role)
    process.check_free(test)


def check_untouched(process: Process) -> None:
    """Refuse to discard a process that a class has been given a test of."""
    if {ProcessTest.PRE, ProcessTest.POST} & process.begun:
        raise refusals.PROCESS_BEGUN()


def is_attached(process: Process, test: ProcessTest, assessment: str) -> bool:
    """Return whether an assessment is this test already."""
    present = process.test(test)
    return present is not None and present.assessment == assessment


def pre_test_of(process: Process) -> Attached:
    """Return the pre-test of a process whose state says that there is one."""
    if process.pre is None:
        raise LookupError(process.id)
    return process.pre


def each_once(writes: Iterable[Write]) -> list[Write]:
    """Return writes in which no item is counted up or down twice: a transaction takes each once.

    A copy that comes as a second sitting goes shares the files of its attachments: one more and one
    less of each is nothing at all.
    """
    kept: list[Write] = []
    counted: dict[Key, Counter[str]] = {}
    for write in writes:
        if isinstance(write, Update) and write.raise_by and not write.condition:
            sums = counted.setdefault(write.key, Counter())
            sums.update(write.raise_by)
        else:
            kept.append(write)
    raised = ((key, {n: by for n, by in sums.items() if by}) for key, sums in counted.items())
    return kept + [Update(key, raise_by=by) for key, by in raised if by]
