from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.paper_part import PaperPart
from ..models.paper_size import PaperSize
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.printed_test_view_links import PrintedTestViewLinks


T = TypeVar("T", bound="PrintedTestView")


@_attrs_define
class PrintedTestView:
    """The printed parts of a test.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title when it was asked for.
        tracker_id (str): The tracker of the class that it is for; blank for no class.
        parts (list[PaperPart]): The content of the file.
        versions (list[str]): The key versions in it.
        paper (PaperSize): The paper that the district prints on.

            - `letter`: US Letter, 8.5 by 11 inches.
            - `a4`: A4, 210 by 297 millimeters.
        two_sided (bool): Whether each test and each student begins on a new sheet of paper.
        student_ids (list[str]): The students who get an answer sheet; empty for everybody in the class.
        links (PrintedTestViewLinks | Unset): Where to go on: the assessment, and the class's result sheet.
    """

    assessment_id: str
    title: str
    tracker_id: str
    parts: list[PaperPart]
    versions: list[str]
    paper: PaperSize
    two_sided: bool
    student_ids: list[str]
    links: PrintedTestViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        tracker_id = self.tracker_id

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.value
            parts.append(parts_item)

        versions = self.versions

        paper = self.paper.value

        two_sided = self.two_sided

        student_ids = self.student_ids

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "tracker_id": tracker_id,
                "parts": parts,
                "versions": versions,
                "paper": paper,
                "two_sided": two_sided,
                "student_ids": student_ids,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.printed_test_view_links import PrintedTestViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        tracker_id = d.pop("tracker_id")

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PaperPart(parts_item_data)

            parts.append(parts_item)

        versions = cast(list[str], d.pop("versions"))

        paper = PaperSize(d.pop("paper"))

        two_sided = d.pop("two_sided")

        student_ids = cast(list[str], d.pop("student_ids"))

        _links = d.pop("links", UNSET)
        links: PrintedTestViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = PrintedTestViewLinks.from_dict(_links)

        printed_test_view = cls(
            assessment_id=assessment_id,
            title=title,
            tracker_id=tracker_id,
            parts=parts,
            versions=versions,
            paper=paper,
            two_sided=two_sided,
            student_ids=student_ids,
            links=links,
        )

        printed_test_view.additional_properties = d
        return printed_test_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
