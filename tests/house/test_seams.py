"""Domains and views get objects with typed methods from the composition root: mypy reads seams."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tests.house.sources import PRODUCT, nodes, parse, product

if TYPE_CHECKING:
    from chalicelib.assessments.answer_keys.routes import AssessmentsAnswerKeysServices
    from chalicelib.assessments.authoring.routes import AssessmentsAuthoringServices
    from chalicelib.assessments.item_bank.routes import AssessmentsItemBankServices
    from chalicelib.assessments.routes import AssessmentsServices
    from chalicelib.attachments.routes import AttachmentsServices
    from chalicelib.audit.routes import AuditServices
    from chalicelib.corrections.routes import CorrectionsServices
    from chalicelib.distribution.follow_up.routes import DistributionFollowUpServices
    from chalicelib.distribution.receipt_lists.routes import DistributionReceiptListsServices
    from chalicelib.distribution.repetitions.routes import DistributionRepetitionsServices
    from chalicelib.distribution.routes import DistributionServices
    from chalicelib.distribution.targeting.routes import DistributionTargetingServices
    from chalicelib.districts.routes import DistrictsServices
    from chalicelib.item_imports.routes import ItemImportsServices
    from chalicelib.jobs.dead_letters.routes import DeadLettersServices
    from chalicelib.jobs.routes import JobsServices
    from chalicelib.jobs.waiting.routes import WaitingJobsServices
    from chalicelib.mail.routes import MailServices
    from chalicelib.mail.undelivered.routes import UndeliveredServices
    from chalicelib.mastery.previewing.routes import MasteryPreviewingServices
    from chalicelib.mastery.routes import MasteryServices
    from chalicelib.mastery.students.routes import MasteryStudentsServices
    from chalicelib.printed_tests.routes import PrintedTestsServices
    from chalicelib.processes.activation.routes import ProcessesActivationServices
    from chalicelib.processes.admin_list.routes import ProcessesAdminListServices
    from chalicelib.processes.analytics_views.comparison.routes import ProcessesComparisonServices
    from chalicelib.processes.analytics_views.growth.routes import ProcessesGrowthServices
    from chalicelib.processes.analytics_views.routes import ProcessesAnalyticsViewsServices
    from chalicelib.processes.goals.routes import ProcessesGoalsServices
    from chalicelib.processes.library.routes import ProcessesLibraryServices
    from chalicelib.processes.locking.routes import ProcessesLockingServices
    from chalicelib.processes.missing.routes import ProcessesMissingServices
    from chalicelib.processes.pages.routes import ProcessesPagesServices
    from chalicelib.processes.reminders.routes import ReminderServices
    from chalicelib.processes.reporting.routes import ProcessesReportingServices
    from chalicelib.processes.rollout.routes import ProcessesOpeningServices
    from chalicelib.processes.routes import ProcessesServices
    from chalicelib.reports.routes import ReportsServices
    from chalicelib.results.analysis.routes import ResultsAnalysisServices
    from chalicelib.results.district.files.routes import ResultsDistrictFilesServices
    from chalicelib.results.district.routes import ResultsDistrictServices
    from chalicelib.results.history.routes import ResultsHistoryServices
    from chalicelib.results.response_files.routes import ResultsResponseFilesServices
    from chalicelib.results.routes import ResultsServices
    from chalicelib.results.sheet_files.routes import ResultsSheetFilesServices
    from chalicelib.rosters.findings.routes import RostersFindingsServices
    from chalicelib.rosters.imports.routes import RostersImportsServices
    from chalicelib.rosters.routes import RostersServices
    from chalicelib.standards.imports.routes import StandardsImportsServices
    from chalicelib.standards.routes import StandardsServices
    from chalicelib.teams.routes import TeamsServices
    from chalicelib.trackers.batches.routes import TrackersBatchesServices
    from chalicelib.trackers.removal.routes import TrackersRemovalServices
    from chalicelib.trackers.routes import TrackersServices
    from chalicelib.web.edge import EdgeServices
    from chalicelib.wiring import Services
    from chalicelib.work_lists.routes import WorkListsServices

    class Everything(
        EdgeServices,
        AssessmentsAnswerKeysServices,
        AssessmentsItemBankServices,
        AssessmentsAuthoringServices,
        AssessmentsServices,
        AttachmentsServices,
        AuditServices,
        CorrectionsServices,
        DeadLettersServices,
        DistributionFollowUpServices,
        DistributionTargetingServices,
        DistributionReceiptListsServices,
        DistributionRepetitionsServices,
        DistributionServices,
        DistrictsServices,
        ItemImportsServices,
        JobsServices,
        MailServices,
        MasteryPreviewingServices,
        MasteryServices,
        MasteryStudentsServices,
        ProcessesActivationServices,
        ProcessesGoalsServices,
        ProcessesLibraryServices,
        ProcessesAdminListServices,
        ProcessesLockingServices,
        ProcessesMissingServices,
        ProcessesOpeningServices,
        ProcessesPagesServices,
        ProcessesServices,
        ReminderServices,
        ProcessesComparisonServices,
        ProcessesGrowthServices,
        ProcessesAnalyticsViewsServices,
        PrintedTestsServices,
        ProcessesReportingServices,
        ReportsServices,
        ResultsAnalysisServices,
        ResultsDistrictFilesServices,
        ResultsDistrictServices,
        ResultsHistoryServices,
        ResultsResponseFilesServices,
        ResultsServices,
        ResultsSheetFilesServices,
        RostersFindingsServices,
        RostersImportsServices,
        RostersServices,
        StandardsImportsServices,
        StandardsServices,
        TeamsServices,
        TrackersBatchesServices,
        TrackersRemovalServices,
        TrackersServices,
        UndeliveredServices,
        WaitingJobsServices,
        WorkListsServices,
        Protocol,
    ):
        """All that any view, or the edge, asks for."""

    def prove(services: Services) -> Everything:
        """`make types` fails where a maker gives something else."""
        return services


def test_every_protocol_of_views_is_held_to_the_root() -> None:
    declared = {
        name
        for path in [*PRODUCT.rglob("routes.py"), PRODUCT / "web" / "edge.py"]
        for name in re.findall(r"class (\w+Services)\(Protocol\)", path.read_text("utf-8"))
    }
    held = set(
        re.findall(r"^        (\w+Services),$", Path(__file__).read_text("utf-8"), re.MULTILINE)
    )
    assert held == declared


# -- between domains -------------------------------------------------------------------------------

BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.With,
    ast.Match,
    ast.BoolOp,
    ast.Compare,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.Yield,
)
"""Statements that decide, or that do something more than once."""
REGISTRY = {
    ("wiring.__init__", "__init__"),
    ("wiring.__init__", "services"),
    ("wiring.__init__", "use"),
    ("wiring.domains", "__getattr__"),
    ("wiring.domains", "_open"),
}
"""Functions that keep the services of a process, find them in their rooms, and default to the real
clients and clock."""


def makers() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Return every function of the composition root and of the domains' wiring, by module."""
    for path in sorted({*PRODUCT.rglob("wiring.py"), *(PRODUCT / "wiring").glob("*.py")}):
        module = ".".join(path.relative_to(PRODUCT).with_suffix("").parts)
        for node in nodes(path, ast.FunctionDef):
            yield module, node


def test_wiring_holds_no_logic() -> None:
    deciding = [
        f"{module}.{maker.name}: {ast.unparse(node)}"
        for module, maker in makers()
        if (module, maker.name) not in REGISTRY
        for node in ast.walk(maker)
        if isinstance(node, BRANCHES)
    ]
    assert not deciding, "it goes home to its domain"


def test_wiring_hands_over_objects_not_functions() -> None:
    """A lambda of wiring takes nothing and names what it gives, so nothing hides from mypy."""
    other = [
        f"{module}.{maker.name}: {ast.unparse(node)}"
        for module, maker in makers()
        for node in ast.walk(maker)
        if isinstance(node, ast.Lambda) and not (_takes_nothing(node) and _is_named(node.body))
    ]
    assert not other


def _takes_nothing(node: ast.Lambda) -> bool:
    return ast.unparse(node.args) == ""


def _is_named(node: ast.expr) -> bool:
    if isinstance(node, ast.Tuple):
        return all(map(_is_named, node.elts))
    return re.fullmatch(r"self\.services(\.clients)?\.\w+", ast.unparse(node)) is not None


NO_PORTS = {
    ("mail.sender", "pause"): "how to wait",
    ("storage.calls", "pause"): "how to wait",
    ("distribution.receipts", "pages"): "made for one request, by its own domain",
}
"""Functions with arguments that objects are made with; none comes from another domain."""


def test_nobody_is_made_with_a_function_of_another_domain() -> None:
    found = {
        (".".join(path.relative_to(PRODUCT).with_suffix("").parts), argument)
        for path in product()
        if path.stem != "wiring" and path.parent.name != "wiring"
        for argument, kind in _arguments(path)
        if kind.startswith("Callable[[") and not kind.startswith("Callable[[],")
    }
    assert found == NO_PORTS.keys()


def _arguments(path: Path) -> Iterator[tuple[str, str]]:
    """Return what classes are made with, and its type with the module's own names for types.

    The private fields of a data class are arguments of its constructor.
    """
    names = {
        ast.unparse(node.targets[0]): node.value
        for node in parse(path).body
        if isinstance(node, ast.Assign)
    }
    for room in nodes(path, ast.ClassDef):
        for node in room.body:
            made: list[tuple[str, ast.expr | None]] = []
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                arguments = (*node.args.args, *node.args.kwonlyargs)
                made = [(each.arg, each.annotation) for each in arguments]
            elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target).startswith("_"):
                made = [(ast.unparse(node.target).lstrip("_"), node.annotation)]
            for name, annotation in made:
                kind = ast.unparse(annotation) if annotation else ""
                yield name, ast.unparse(names[kind]) if kind in names else kind


def test_requests_of_a_domain_to_others_stand_in_its_ports() -> None:
    """A protocol of a service is a port, and has its place; models and views have their own."""
    elsewhere = [
        f"{path.relative_to(PRODUCT)}: {node.name}"
        for path in product()
        if path.stem in ("service", "work", "worker", "repository", "dispatch", "report_builder")
        for node in nodes(path, ast.ClassDef)
        if "Protocol" in map(ast.unparse, node.bases)
    ]
    assert not elsewhere
    assert not list(PRODUCT.rglob("neighbors.py"))
