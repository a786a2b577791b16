from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.roster_import_state import RosterImportState
from ..models.roster_import_view_allowed_item import RosterImportViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.grant_view import GrantView
    from ..models.import_problem_view import ImportProblemView
    from ..models.roster_change_view import RosterChangeView
    from ..models.roster_import_view_links import RosterImportViewLinks
    from ..models.roster_loss_view import RosterLossView
    from ..models.roster_report import RosterReport
    from ..models.unconfirmed_admin_view import UnconfirmedAdminView
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="RosterImportView")


@_attrs_define
class RosterImportView:
    """An import with what its check found.

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
        allowed (list[RosterImportViewAllowedItem]): The actions that you can take now.
        base_import_id (str): The import whose roster a delta was laid over; blank for a bulk package.
        unconfirmed_admins (list[UnconfirmedAdminView]): People who may be meant to administer the district, but not for
            certain. They are left with what is certain until the application names them.
        grants (list[GrantView]): People who were made district administrators by name.
        report (None | RosterReport): The findings of the check; null until it was checked.
        lost (None | RosterLossView): The records that the district would lose; null unless the import was held.
        problems (list[ImportProblemView]): The first problems. `GET /v1/roster-imports/{import_id}/problems` lists all.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
        confirmed_by_name (None | str | Unset): The name of the person who confirmed the drops; null if it is not known.
        applied_by_name (None | str | Unset): The name of the person who applied it; null if it is not known.
        discarded_by_name (None | str | Unset): The name of the person who discarded it; null if it is not known.
        links (RosterImportViewLinks | Unset): Where to go on: the import, its problems, what changes at each school,
            how far it is.
        upload (None | Unset | UploadView): The form for uploading the package; only in the answer that began the
            import.
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
    allowed: list[RosterImportViewAllowedItem]
    base_import_id: str
    unconfirmed_admins: list[UnconfirmedAdminView]
    grants: list[GrantView]
    report: None | RosterReport
    lost: None | RosterLossView
    problems: list[ImportProblemView]
    created_by_name: None | str | Unset = UNSET
    confirmed_by_name: None | str | Unset = UNSET
    applied_by_name: None | str | Unset = UNSET
    discarded_by_name: None | str | Unset = UNSET
    links: RosterImportViewLinks | Unset = UNSET
    upload: None | Unset | UploadView = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.roster_loss_view import RosterLossView  # noqa: PLC0415
        from ..models.roster_report import RosterReport  # noqa: PLC0415
        from ..models.upload_view import UploadView  # noqa: PLC0415

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

        base_import_id = self.base_import_id

        unconfirmed_admins = []
        for unconfirmed_admins_item_data in self.unconfirmed_admins:
            unconfirmed_admins_item = unconfirmed_admins_item_data.to_dict()
            unconfirmed_admins.append(unconfirmed_admins_item)

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        report: dict[str, Any] | None
        if isinstance(self.report, RosterReport):
            report = self.report.to_dict()
        else:
            report = self.report

        lost: dict[str, Any] | None
        if isinstance(self.lost, RosterLossView):
            lost = self.lost.to_dict()
        else:
            lost = self.lost

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

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

        upload: dict[str, Any] | None | Unset
        if isinstance(self.upload, Unset):
            upload = UNSET
        elif isinstance(self.upload, UploadView):
            upload = self.upload.to_dict()
        else:
            upload = self.upload

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
                "base_import_id": base_import_id,
                "unconfirmed_admins": unconfirmed_admins,
                "grants": grants,
                "report": report,
                "lost": lost,
                "problems": problems,
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
        if upload is not UNSET:
            field_dict["upload"] = upload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grant_view import GrantView  # noqa: PLC0415
        from ..models.import_problem_view import ImportProblemView  # noqa: PLC0415
        from ..models.roster_change_view import RosterChangeView  # noqa: PLC0415
        from ..models.roster_import_view_links import RosterImportViewLinks  # noqa: PLC0415
        from ..models.roster_loss_view import RosterLossView  # noqa: PLC0415
        from ..models.roster_report import RosterReport  # noqa: PLC0415
        from ..models.unconfirmed_admin_view import UnconfirmedAdminView  # noqa: PLC0415
        from ..models.upload_view import UploadView  # noqa: PLC0415

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
            allowed_item = RosterImportViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        base_import_id = d.pop("base_import_id")

        unconfirmed_admins = []
        _unconfirmed_admins = d.pop("unconfirmed_admins")
        for unconfirmed_admins_item_data in _unconfirmed_admins:
            unconfirmed_admins_item = UnconfirmedAdminView.from_dict(
                unconfirmed_admins_item_data
            )

            unconfirmed_admins.append(unconfirmed_admins_item)

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantView.from_dict(grants_item_data)

            grants.append(grants_item)

        def _parse_report(data: object) -> None | RosterReport:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                report_type_0 = RosterReport.from_dict(data)

                return report_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterReport, data)

        report = _parse_report(d.pop("report"))

        def _parse_lost(data: object) -> None | RosterLossView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                lost_type_0 = RosterLossView.from_dict(data)

                return lost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterLossView, data)

        lost = _parse_lost(d.pop("lost"))

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = ImportProblemView.from_dict(problems_item_data)

            problems.append(problems_item)

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
        links: RosterImportViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = RosterImportViewLinks.from_dict(_links)

        def _parse_upload(data: object) -> None | Unset | UploadView:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                upload_type_0 = UploadView.from_dict(data)

                return upload_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UploadView, data)

        upload = _parse_upload(d.pop("upload", UNSET))

        roster_import_view = cls(
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
            base_import_id=base_import_id,
            unconfirmed_admins=unconfirmed_admins,
            grants=grants,
            report=report,
            lost=lost,
            problems=problems,
            created_by_name=created_by_name,
            confirmed_by_name=confirmed_by_name,
            applied_by_name=applied_by_name,
            discarded_by_name=discarded_by_name,
            links=links,
            upload=upload,
        )

        roster_import_view.additional_properties = d
        return roster_import_view

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
