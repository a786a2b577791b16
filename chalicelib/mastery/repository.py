"""Reads what a grid needs of settings and assessments together: a hundred items a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.assessments.repository import read_header
from chalicelib.districts.repository import read_district
from chalicelib.storage import keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.districts.model import District
    from chalicelib.districts.service import Districts
    from chalicelib.storage.table import Table


class MasteryReader:
    """What is read for every grid."""

    def __init__(self, table: Table, districts: Districts) -> None:
        """Use this table."""
        self._table = table
        self._districts = districts

    def settings_and_headers(
        self, district: str, assessments: Sequence[str]
    ) -> tuple[District, Mapping[str, AssessmentHeader]]:
        """Read a district's settings and the headers of these assessments."""
        settings = keys.district(district)
        headers = {each: keys.assessment_header(district, each) for each in assessments}
        found = self._table.get_many([settings, *headers.values()])
        known = {each: read_header(found[key]) for each, key in headers.items() if key in found}
        return self._districts.in_force(district, read_district(found.get(settings))), known
