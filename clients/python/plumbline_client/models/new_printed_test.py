from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.paper_part import PaperPart
from ..models.paper_size import PaperSize
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPrintedTest")


@_attrs_define
class NewPrintedTest:
    """The parts of a test to print.

    Attributes:
        parts (list[PaperPart]): The parts of the file, in this order: the test, the answer key, the answer sheets.
        tracker_id (str | Unset): The tracker of the class that it is for. Answer sheets need one. Default: ''.
        versions (list[str] | Unset): The key versions, `A` to `E`. Without them, all that the assessment has.
        paper (None | PaperSize | Unset): The paper; without it, the district's.
        two_sided (bool | Unset): Whether it is printed on both sides: then each test and each student begins on a new
            sheet. Default: False.
        student_ids (list[str] | None | Unset): The students who get an answer sheet, by their ids. Without them,
            everybody in the class.

            A student gets the same version as with the whole class.
    """

    parts: list[PaperPart]
    tracker_id: str | Unset = ""
    versions: list[str] | Unset = UNSET
    paper: None | PaperSize | Unset = UNSET
    two_sided: bool | Unset = False
    student_ids: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.value
            parts.append(parts_item)

        tracker_id = self.tracker_id

        versions: list[str] | Unset = UNSET
        if not isinstance(self.versions, Unset):
            versions = self.versions

        paper: None | str | Unset
        if isinstance(self.paper, Unset):
            paper = UNSET
        elif isinstance(self.paper, PaperSize):
            paper = self.paper.value
        else:
            paper = self.paper

        two_sided = self.two_sided

        student_ids: list[str] | None | Unset
        if isinstance(self.student_ids, Unset):
            student_ids = UNSET
        elif isinstance(self.student_ids, list):
            student_ids = self.student_ids

        else:
            student_ids = self.student_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parts": parts,
            }
        )
        if tracker_id is not UNSET:
            field_dict["tracker_id"] = tracker_id
        if versions is not UNSET:
            field_dict["versions"] = versions
        if paper is not UNSET:
            field_dict["paper"] = paper
        if two_sided is not UNSET:
            field_dict["two_sided"] = two_sided
        if student_ids is not UNSET:
            field_dict["student_ids"] = student_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PaperPart(parts_item_data)

            parts.append(parts_item)

        tracker_id = d.pop("tracker_id", UNSET)

        versions = cast(list[str], d.pop("versions", UNSET))

        def _parse_paper(data: object) -> None | PaperSize | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paper_type_0 = PaperSize(data)

                return paper_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaperSize | Unset, data)

        paper = _parse_paper(d.pop("paper", UNSET))

        two_sided = d.pop("two_sided", UNSET)

        def _parse_student_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                student_ids_type_0 = cast(list[str], data)

                return student_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        student_ids = _parse_student_ids(d.pop("student_ids", UNSET))

        new_printed_test = cls(
            parts=parts,
            tracker_id=tracker_id,
            versions=versions,
            paper=paper,
            two_sided=two_sided,
            student_ids=student_ids,
        )

        return new_printed_test
