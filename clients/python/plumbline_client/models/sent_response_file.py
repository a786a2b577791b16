from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.sent_response_file_layout import SentResponseFileLayout
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.column_mapping import ColumnMapping


T = TypeVar("T", bound="SentResponseFile")


@_attrs_define
class SentResponseFile:
    """A file of responses.

    Attributes:
        csv (None | str | Unset): The file's text. Send this or `file`.
        file (None | str | Unset): The file's bytes in base64: of text in any encoding, or of a workbook (.xlsx).

            Send this or `csv`.
        layout (SentResponseFileLayout | Unset): How the file is laid out.

            - `auto`: Find out.
            - `wide`: A row per student, a column per question.
            - `long`: A row per student and question. Default: SentResponseFileLayout.AUTO.
        mapping (ColumnMapping | None | Unset): Which column means what: as an earlier answer gave it, corrected.
            Without it, it is guessed.
        apply (bool | Unset): Whether to enter the responses. Without it the file is only looked at. Default: False.
        accept_problems (bool | Unset): Whether to enter what can be used although the file has problems. Default:
            False.
        given_date (datetime.date | None | Unset): The day on which the class was given the test.
    """

    csv: None | str | Unset = UNSET
    file: None | str | Unset = UNSET
    layout: SentResponseFileLayout | Unset = SentResponseFileLayout.AUTO
    mapping: ColumnMapping | None | Unset = UNSET
    apply: bool | Unset = False
    accept_problems: bool | Unset = False
    given_date: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.column_mapping import ColumnMapping  # noqa: PLC0415

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

        mapping: dict[str, Any] | None | Unset
        if isinstance(self.mapping, Unset):
            mapping = UNSET
        elif isinstance(self.mapping, ColumnMapping):
            mapping = self.mapping.to_dict()
        else:
            mapping = self.mapping

        apply = self.apply

        accept_problems = self.accept_problems

        given_date: None | str | Unset
        if isinstance(self.given_date, Unset):
            given_date = UNSET
        elif isinstance(self.given_date, datetime.date):
            given_date = self.given_date.isoformat()
        else:
            given_date = self.given_date

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if csv is not UNSET:
            field_dict["csv"] = csv
        if file is not UNSET:
            field_dict["file"] = file
        if layout is not UNSET:
            field_dict["layout"] = layout
        if mapping is not UNSET:
            field_dict["mapping"] = mapping
        if apply is not UNSET:
            field_dict["apply"] = apply
        if accept_problems is not UNSET:
            field_dict["accept_problems"] = accept_problems
        if given_date is not UNSET:
            field_dict["given_date"] = given_date

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_mapping import ColumnMapping  # noqa: PLC0415

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
        layout: SentResponseFileLayout | Unset
        if isinstance(_layout, Unset):
            layout = UNSET
        else:
            layout = SentResponseFileLayout(_layout)

        def _parse_mapping(data: object) -> ColumnMapping | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mapping_type_0 = ColumnMapping.from_dict(data)

                return mapping_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ColumnMapping | None | Unset, data)

        mapping = _parse_mapping(d.pop("mapping", UNSET))

        apply = d.pop("apply", UNSET)

        accept_problems = d.pop("accept_problems", UNSET)

        def _parse_given_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_date_type_0 = datetime.date.fromisoformat(data)

                return given_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        given_date = _parse_given_date(d.pop("given_date", UNSET))

        sent_response_file = cls(
            csv=csv,
            file=file,
            layout=layout,
            mapping=mapping,
            apply=apply,
            accept_problems=accept_problems,
            given_date=given_date,
        )

        return sent_response_file
