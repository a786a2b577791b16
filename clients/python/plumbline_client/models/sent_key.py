from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.sent_key_layout import SentKeyLayout
from ..types import UNSET, Unset

T = TypeVar("T", bound="SentKey")


@_attrs_define
class SentKey:
    """An answer key. The defaults are for new questions of a document-based assessment.

    Attributes:
        csv (None | str | Unset): The file's text. Send this or `file`.
        file (None | str | Unset): The file's bytes in base64: of text in any encoding, or of a workbook (.xlsx).

            Send this or `csv`.
        layout (SentKeyLayout | Unset): How the file is laid out.

            - `auto`: Find out.
            - `plain`: A row per question: number, key, and perhaps points and standards.
            - `zipgrade`: As ZipGrade exports it.
            - `gradehub`: As GradeHub exports it. Default: SentKeyLayout.AUTO.
        apply (bool | Unset): Whether to save the key. Without it the file is only looked at. Default: False.
        default_standards (list[str] | Unset): Standards for new questions to which the file gives none, by code or
            identifier.
        default_points (str | Unset): Points for new questions to which the file gives none. Default: '1'.
        choice_count (int | Unset): How many choices (A, B, C ...) a new question has at least; 0 for as many as the key
            needs. Default: 0.
    """

    csv: None | str | Unset = UNSET
    file: None | str | Unset = UNSET
    layout: SentKeyLayout | Unset = SentKeyLayout.AUTO
    apply: bool | Unset = False
    default_standards: list[str] | Unset = UNSET
    default_points: str | Unset = "1"
    choice_count: int | Unset = 0

    def to_dict(self) -> dict[str, Any]:
        csv: None | str | Unset
        if isinstance(self.csv, Unset):
            csv = UNSET
        else:
            csv = self.csv

        file: None | str | Unset
        if isinstance(self.file, Unset):
            file = UNSET
        else:
            file = self.file

        layout: str | Unset = UNSET
        if not isinstance(self.layout, Unset):
            layout = self.layout.value

        apply = self.apply

        default_standards: list[str] | Unset = UNSET
        if not isinstance(self.default_standards, Unset):
            default_standards = self.default_standards

        default_points = self.default_points

        choice_count = self.choice_count

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if csv is not UNSET:
            field_dict["csv"] = csv
        if file is not UNSET:
            field_dict["file"] = file
        if layout is not UNSET:
            field_dict["layout"] = layout
        if apply is not UNSET:
            field_dict["apply"] = apply
        if default_standards is not UNSET:
            field_dict["default_standards"] = default_standards
        if default_points is not UNSET:
            field_dict["default_points"] = default_points
        if choice_count is not UNSET:
            field_dict["choice_count"] = choice_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_csv(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        csv = _parse_csv(d.pop("csv", UNSET))

        def _parse_file(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        file = _parse_file(d.pop("file", UNSET))

        _layout = d.pop("layout", UNSET)
        layout: SentKeyLayout | Unset
        if isinstance(_layout, Unset):
            layout = UNSET
        else:
            layout = SentKeyLayout(_layout)

        apply = d.pop("apply", UNSET)

        default_standards = cast(list[str], d.pop("default_standards", UNSET))

        default_points = d.pop("default_points", UNSET)

        choice_count = d.pop("choice_count", UNSET)

        sent_key = cls(
            csv=csv,
            file=file,
            layout=layout,
            apply=apply,
            default_standards=default_standards,
            default_points=default_points,
            choice_count=choice_count,
        )

        return sent_key
