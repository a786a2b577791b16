"""What views ask for is what the composition root gives: mypy reads this."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

PRODUCT = Path(__file__).resolve().parents[2] / "chalicelib"

if TYPE_CHECKING:
    from chalicelib.assessments.answer_keys.routes import AssessmentsAnswerKeysServices
    from chalicelib.assessments.building.routes import AssessmentsBuildingServices
    from chalicelib.assessments.routes import AssessmentsServices
    from chalicelib.attachments.routes import AttachmentsServices
    from chalicelib.corrections.routes import CorrectionsServices
    from chalicelib.distribution.afterwards.routes import DistributionAfterwardsServices
    from chalicelib.distribution.choosing.routes import DistributionChoosingServices
    from chalicelib.distribution.routes import DistributionServices
    from chalicelib.districts.routes import DistrictsServices
    from chalicelib.item_imports.routes import ItemImportsServices
    from chalicelib.jobs.routes import JobsServices
    from chalicelib.mail.routes import MailServices
    from chalicelib.mastery.routes import MasteryServices
    from chalicelib.processes.activation.routes import ProcessesActivationServices
    from chalicelib.processes.goals.routes import ProcessesGoalsServices
    from chalicelib.processes.library.routes import ProcessesLibraryServices
    from chalicelib.processes.listing.routes import ProcessesListingServices
    from chalicelib.processes.locking.routes import ProcessesLockingServices
    from chalicelib.processes.opening.routes import ProcessesOpeningServices
    from chalicelib.processes.pages.routes import ProcessesPagesServices
    from chalicelib.processes.routes import ProcessesServices
    from chalicelib.processes.showing.comparison.routes import ProcessesShowingComparisonServices
    from chalicelib.processes.showing.growth.routes import ProcessesShowingGrowthServices
    from chalicelib.processes.showing.routes import ProcessesShowingServices
    from chalicelib.reports.routes import ReportsServices
    from chalicelib.results.analysis.routes import ResultsAnalysisServices
    from chalicelib.results.district.files.routes import ResultsDistrictFilesServices
    from chalicelib.results.district.routes import ResultsDistrictServices
    from chalicelib.results.response_files.routes import ResultsResponseFilesServices
    from chalicelib.results.routes import ResultsServices
    from chalicelib.rosters.imports.routes import RostersImportsServices
    from chalicelib.rosters.routes import RostersServices
    from chalicelib.standards.routes import StandardsServices
    from chalicelib.teams.routes import TeamsServices
    from chalicelib.trackers.batches.routes import TrackersBatchesServices
    from chalicelib.trackers.removal.routes import TrackersRemovalServices
    from chalicelib.trackers.routes import TrackersServices
    from chalicelib.web.edge import EdgeServices
    from chalicelib.wiring import Services

    class Everything(
        EdgeServices,
        AssessmentsAnswerKeysServices,
        AssessmentsBuildingServices,
        AssessmentsServices,
        AttachmentsServices,
        CorrectionsServices,
        DistributionAfterwardsServices,
        DistributionChoosingServices,
        DistributionServices,
        DistrictsServices,
        ItemImportsServices,
        JobsServices,
        MailServices,
        MasteryServices,
        ProcessesActivationServices,
        ProcessesGoalsServices,
        ProcessesLibraryServices,
        ProcessesListingServices,
        ProcessesLockingServices,
        ProcessesOpeningServices,
        ProcessesPagesServices,
        ProcessesServices,
        ProcessesShowingComparisonServices,
        ProcessesShowingGrowthServices,
        ProcessesShowingServices,
        ReportsServices,
        ResultsAnalysisServices,
        ResultsDistrictFilesServices,
        ResultsDistrictServices,
        ResultsResponseFilesServices,
        ResultsServices,
        RostersImportsServices,
        RostersServices,
        StandardsServices,
        TeamsServices,
        TrackersBatchesServices,
        TrackersRemovalServices,
        TrackersServices,
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
