from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.correction_row_view_state import CorrectionRowViewState

if TYPE_CHECKING:
    from ..models.correction_row_view_links import CorrectionRowViewLinks
    from ..models.cut_change_view import CutChangeView
    from ..models.item_change_view import ItemChangeView


T = TypeVar("T", bound="CorrectionRowView")


@_attrs_define
class CorrectionRowView:
    """A correction in a list.

    Attributes:
        id (str): The correction's id.
        assessment_id (str): The assessment's id.
        assessment_title (str): The assessment's title.
        revision (int): Which correction of this assessment it is, from 1.
        state (CorrectionRowViewState): Whether results are still being scored again.

            - `running`: Results are being scored again.
            - `done`: All results are scored again.
        created_by_id (str): The id of the person who corrected it.
        created_by_name (str): The name of the person who corrected it.
        created_at (datetime.datetime): When it was corrected.
        finished_at (datetime.datetime | None): When all results were scored again; null before that.
        comment (str): The reason for the correction; blank when none was given. Example: `Item 7 had two right
            answers.`
        changes (list[ItemChangeView]): The changed items.
        cuts (CutChangeView | None): The changed cut scores; null when none changed.
        links (CorrectionRowViewLinks): Where to go on.
    """

    id: str
    assessment_id: str
    assessment_title: str
    revision: int
    state: CorrectionRowViewState
    created_by_id: str
    created_by_name: str
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    comment: str
    changes: list[ItemChangeView]
    cuts: CutChangeView | None
    links: CorrectionRowViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cut_change_view import CutChangeView  # noqa: PLC0415

        id = self.id

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        revision = self.revision

        state = self.state.value

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        comment = self.comment

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        cuts: dict[str, Any] | None
        if isinstance(self.cuts, CutChangeView):
            cuts = self.cuts.to_dict()
        else:
            cuts = self.cuts

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "revision": revision,
                "state": state,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "created_at": created_at,
                "finished_at": finished_at,
                "comment": comment,
                "changes": changes,
                "cuts": cuts,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.correction_row_view_links import CorrectionRowViewLinks  # noqa: PLC0415
        from ..models.cut_change_view import CutChangeView  # noqa: PLC0415
        from ..models.item_change_view import ItemChangeView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        revision = d.pop("revision")

        state = CorrectionRowViewState(d.pop("state"))

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        comment = d.pop("comment")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = ItemChangeView.from_dict(changes_item_data)

            changes.append(changes_item)

        def _parse_cuts(data: object) -> CutChangeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cuts_type_0 = CutChangeView.from_dict(data)

                return cuts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CutChangeView | None, data)

        cuts = _parse_cuts(d.pop("cuts"))

        links = CorrectionRowViewLinks.from_dict(d.pop("links"))

        correction_row_view = cls(
            id=id,
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            revision=revision,
            state=state,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            created_at=created_at,
            finished_at=finished_at,
            comment=comment,
            changes=changes,
            cuts=cuts,
            links=links,
        )

        correction_row_view.additional_properties = d
        return correction_row_view

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
