from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.roster_import_row_view_allowed_item import RosterImportRowViewAllowedItem
from ..models.roster_import_state import RosterImportState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.roster_change_view import RosterChangeView
    from ..models.roster_import_row_view_links import RosterImportRowViewLinks


T = TypeVar("T", bound="RosterImportRowView")


@_attrs_define
class RosterImportRowView:
    """An import in a list.

    Attributes:
        id (str): The import's id.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        state (RosterImportState): Where an import stands.

            - `awaiting_upload`: It waits for its file.
            - `checking`: The package is being checked.
            - `ready`: It can be applied.
            - `held`: It would drop more than the district allows: an admin must confirm.
            - `refused`: The package has errors. Nothing was changed.
            - `applying`: It is being applied.
            - `applied`: The roster is as the package says.
            - `discarded`: Somebody discarded it. Nothing was changed.
        created_at (datetime.datetime): When it was made.
        created_by_id (str): The id of the person who began it.
        restored_import_id (str): The earlier import whose roster it brings back; blank for an upload.
        join_by_sign_in_name (bool): Whether records with one sign-in name and the same name are one person in this
            import.
        problem_count (int): How many kinds of problems the check found.
        total (int): The number of documents that the import writes or removes; where they are many, 0 until it is
            applied.
        done (int): How many of them are done.
        confirmed_by_id (str): The id of the person who confirmed the drops; blank when nobody did.
        applied_by_id (str): The id of the person who applied it; blank before that.
        applied_at (datetime.datetime | None): When it was applied; null before that.
        discarded_by_id (str): The id of the person who discarded it; blank when nobody did.
        changes (list[RosterChangeView]): The records that it adds, changes and removes, by kind; empty until it was
            checked.
        expired (bool): Whether what its check found was removed after its time.
        allowed (list[RosterImportRowViewAllowedItem]): The actions that you can take now.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
        confirmed_by_name (None | str | Unset): The name of the person who confirmed the drops; null if it is not known.
        applied_by_name (None | str | Unset): The name of the person who applied it; null if it is not known.
        discarded_by_name (None | str | Unset): The name of the person who discarded it; null if it is not known.
        links (RosterImportRowViewLinks | Unset): Where to go on: the import, its problems, what changes at each school,
            how far it is.
    """

    id: str
    version: int
    state: RosterImportState
    created_at: datetime.datetime
    created_by_id: str
    restored_import_id: str
    join_by_sign_in_name: bool
    problem_count: int
    total: int
    done: int
    confirmed_by_id: str
    applied_by_id: str
    applied_at: datetime.datetime | None
    discarded_by_id: str
    changes: list[RosterChangeView]
    expired: bool
    allowed: list[RosterImportRowViewAllowedItem]
    created_by_name: None | str | Unset = UNSET
    confirmed_by_name: None | str | Unset = UNSET
    applied_by_name: None | str | Unset = UNSET
    discarded_by_name: None | str | Unset = UNSET
    links: RosterImportRowViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        version = self.version

        state = self.state.value

        created_at = self.created_at.isoformat()

        created_by_id = self.created_by_id

        restored_import_id = self.restored_import_id

        join_by_sign_in_name = self.join_by_sign_in_name

        problem_count = self.problem_count

        total = self.total

        done = self.done

        confirmed_by_id = self.confirmed_by_id

        applied_by_id = self.applied_by_id

        applied_at: None | str
        if isinstance(self.applied_at, datetime.datetime):
            applied_at = self.applied_at.isoformat()
        else:
            applied_at = self.applied_at

        discarded_by_id = self.discarded_by_id

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        expired = self.expired

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        created_by_name: None | str | Unset
        if isinstance(self.created_by_name, Unset):
            created_by_name = UNSET
        else:
            created_by_name = self.created_by_name

        confirmed_by_name: None | str | Unset
        if isinstance(self.confirmed_by_name, Unset):
            confirmed_by_name = UNSET
        else:
            confirmed_by_name = self.confirmed_by_name

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
                "version": version,
                "state": state,
                "created_at": created_at,
                "created_by_id": created_by_id,
                "restored_import_id": restored_import_id,
                "join_by_sign_in_name": join_by_sign_in_name,
                "problem_count": problem_count,
                "total": total,
                "done": done,
                "confirmed_by_id": confirmed_by_id,
                "applied_by_id": applied_by_id,
                "applied_at": applied_at,
                "discarded_by_id": discarded_by_id,
                "changes": changes,
                "expired": expired,
                "allowed": allowed,
            }
        )
        if created_by_name is not UNSET:
            field_dict["created_by_name"] = created_by_name
        if confirmed_by_name is not UNSET:
            field_dict["confirmed_by_name"] = confirmed_by_name
        if applied_by_name is not UNSET:
            field_dict["applied_by_name"] = applied_by_name
        if discarded_by_name is not UNSET:
            field_dict["discarded_by_name"] = discarded_by_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_change_view import RosterChangeView  # noqa: PLC0415
        from ..models.roster_import_row_view_links import RosterImportRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        state = RosterImportState(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by_id = d.pop("created_by_id")

        restored_import_id = d.pop("restored_import_id")

        join_by_sign_in_name = d.pop("join_by_sign_in_name")

        problem_count = d.pop("problem_count")

        total = d.pop("total")

        done = d.pop("done")

        confirmed_by_id = d.pop("confirmed_by_id")

        applied_by_id = d.pop("applied_by_id")

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

        discarded_by_id = d.pop("discarded_by_id")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = RosterChangeView.from_dict(changes_item_data)

            changes.append(changes_item)

        expired = d.pop("expired")

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = RosterImportRowViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        def _parse_created_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        created_by_name = _parse_created_by_name(d.pop("created_by_name", UNSET))

        def _parse_confirmed_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        confirmed_by_name = _parse_confirmed_by_name(d.pop("confirmed_by_name", UNSET))

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
        links: RosterImportRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = RosterImportRowViewLinks.from_dict(_links)

        roster_import_row_view = cls(
            id=id,
            version=version,
            state=state,
            created_at=created_at,
            created_by_id=created_by_id,
            restored_import_id=restored_import_id,
            join_by_sign_in_name=join_by_sign_in_name,
            problem_count=problem_count,
            total=total,
            done=done,
            confirmed_by_id=confirmed_by_id,
            applied_by_id=applied_by_id,
            applied_at=applied_at,
            discarded_by_id=discarded_by_id,
            changes=changes,
            expired=expired,
            allowed=allowed,
            created_by_name=created_by_name,
            confirmed_by_name=confirmed_by_name,
            applied_by_name=applied_by_name,
            discarded_by_name=discarded_by_name,
            links=links,
        )

        roster_import_row_view.additional_properties = d
        return roster_import_row_view

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
