from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.standards_import_row_view_allowed_item import (
    StandardsImportRowViewAllowedItem,
)
from ..models.standards_import_row_view_verdict_type_0 import (
    StandardsImportRowViewVerdictType0,
)
from ..models.standards_import_state import StandardsImportState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.standards_import_row_view_framework_type_0 import (
        StandardsImportRowViewFrameworkType0,
    )
    from ..models.standards_import_row_view_links import StandardsImportRowViewLinks


T = TypeVar("T", bound="StandardsImportRowView")


@_attrs_define
class StandardsImportRowView:
    """An import in a list.

    Attributes:
        id (str): The import's id.
        state (StandardsImportState): Where an import stands.

            - `awaiting_upload`: It waits for its file.
            - `ready`: It can be applied.
            - `held`: It would drop more than the district allows: an admin must confirm.
            - `refused`: The package has errors. Nothing was changed.
            - `applying`: It is being applied.
            - `applied`: The framework is as the package says.
            - `discarded`: Somebody discarded it. Nothing was changed.
        file_name (str): The name of the uploaded file; blank when unknown.
        created_at (datetime.datetime): When it was made.
        applied_at (datetime.datetime | None): When it was applied; null before that.
        created_by_id (str): The id of the person who began it.
        applied_by_id (str): The id of the person who applied it; blank before that.
        discarded_by_id (str): The id of the person who discarded it; blank when nobody did.
        done (int): How many standards sets are written.
        total (int): The number of standards sets that the import writes; 0 until it was checked.
        verdict (None | StandardsImportRowViewVerdictType0): The permitted use of the file; null until it was checked.
        framework (None | StandardsImportRowViewFrameworkType0): The framework that the file names; null until it was
            checked.
        problem_count (int): How many kinds of problems the check found.
        allowed (list[StandardsImportRowViewAllowedItem]): The actions that you can take now.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
        applied_by_name (None | str | Unset): The name of the person who applied it; null if it is not known.
        discarded_by_name (None | str | Unset): The name of the person who discarded it; null if it is not known.
        links (StandardsImportRowViewLinks | Unset): Where to go on: the import, and its problems.
    """

    id: str
    state: StandardsImportState
    file_name: str
    created_at: datetime.datetime
    applied_at: datetime.datetime | None
    created_by_id: str
    applied_by_id: str
    discarded_by_id: str
    done: int
    total: int
    verdict: None | StandardsImportRowViewVerdictType0
    framework: None | StandardsImportRowViewFrameworkType0
    problem_count: int
    allowed: list[StandardsImportRowViewAllowedItem]
    created_by_name: None | str | Unset = UNSET
    applied_by_name: None | str | Unset = UNSET
    discarded_by_name: None | str | Unset = UNSET
    links: StandardsImportRowViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.standards_import_row_view_framework_type_0 import (
            StandardsImportRowViewFrameworkType0,  # noqa: PLC0415
        )

        id = self.id

        state = self.state.value

        file_name = self.file_name

        created_at = self.created_at.isoformat()

        applied_at: None | str
        if isinstance(self.applied_at, datetime.datetime):
            applied_at = self.applied_at.isoformat()
        else:
            applied_at = self.applied_at

        created_by_id = self.created_by_id

        applied_by_id = self.applied_by_id

        discarded_by_id = self.discarded_by_id

        done = self.done

        total = self.total

        verdict: None | str
        if isinstance(self.verdict, StandardsImportRowViewVerdictType0):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        framework: dict[str, Any] | None
        if isinstance(self.framework, StandardsImportRowViewFrameworkType0):
            framework = self.framework.to_dict()
        else:
            framework = self.framework

        problem_count = self.problem_count

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        created_by_name: None | str | Unset
        if isinstance(self.created_by_name, Unset):
            created_by_name = UNSET
        else:
            created_by_name = self.created_by_name

        applied_by_name: None | str | Unset
        if isinstance(self.applied_by_name, Unset):
            applied_by_name = UNSET
        else:
            applied_by_name = self.applied_by_name

        discarded_by_name: None | str | Unset
        if isinstance(self.discarded_by_name, Unset):
            discarded_by_name = UNSET
        else:
            discarded_by_name = self.discarded_by_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "file_name": file_name,
                "created_at": created_at,
                "applied_at": applied_at,
                "created_by_id": created_by_id,
                "applied_by_id": applied_by_id,
                "discarded_by_id": discarded_by_id,
                "done": done,
                "total": total,
                "verdict": verdict,
                "framework": framework,
                "problem_count": problem_count,
                "allowed": allowed,
            }
        )
        if created_by_name is not UNSET:
            field_dict["created_by_name"] = created_by_name
        if applied_by_name is not UNSET:
            field_dict["applied_by_name"] = applied_by_name
        if discarded_by_name is not UNSET:
            field_dict["discarded_by_name"] = discarded_by_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.standards_import_row_view_framework_type_0 import (
            StandardsImportRowViewFrameworkType0,  # noqa: PLC0415
        )
        from ..models.standards_import_row_view_links import StandardsImportRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = StandardsImportState(d.pop("state"))

        file_name = d.pop("file_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_applied_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_at_type_0 = datetime.datetime.fromisoformat(data)

                return applied_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        applied_at = _parse_applied_at(d.pop("applied_at"))

        created_by_id = d.pop("created_by_id")

        applied_by_id = d.pop("applied_by_id")

        discarded_by_id = d.pop("discarded_by_id")

        done = d.pop("done")

        total = d.pop("total")

        def _parse_verdict(data: object) -> None | StandardsImportRowViewVerdictType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = StandardsImportRowViewVerdictType0(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StandardsImportRowViewVerdictType0, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_framework(
            data: object,
        ) -> None | StandardsImportRowViewFrameworkType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                framework_type_0 = StandardsImportRowViewFrameworkType0.from_dict(data)

                return framework_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StandardsImportRowViewFrameworkType0, data)

        framework = _parse_framework(d.pop("framework"))

        problem_count = d.pop("problem_count")

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = StandardsImportRowViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        def _parse_created_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        created_by_name = _parse_created_by_name(d.pop("created_by_name", UNSET))

        def _parse_applied_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        applied_by_name = _parse_applied_by_name(d.pop("applied_by_name", UNSET))

        def _parse_discarded_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        discarded_by_name = _parse_discarded_by_name(d.pop("discarded_by_name", UNSET))

        _links = d.pop("links", UNSET)
        links: StandardsImportRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = StandardsImportRowViewLinks.from_dict(_links)

        standards_import_row_view = cls(
            id=id,
            state=state,
            file_name=file_name,
            created_at=created_at,
            applied_at=applied_at,
            created_by_id=created_by_id,
            applied_by_id=applied_by_id,
            discarded_by_id=discarded_by_id,
            done=done,
            total=total,
            verdict=verdict,
            framework=framework,
            problem_count=problem_count,
            allowed=allowed,
            created_by_name=created_by_name,
            applied_by_name=applied_by_name,
            discarded_by_name=discarded_by_name,
            links=links,
        )

        standards_import_row_view.additional_properties = d
        return standards_import_row_view

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
