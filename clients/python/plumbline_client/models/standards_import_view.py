from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.standards_import_state import StandardsImportState
from ..models.standards_import_view_allowed_item import StandardsImportViewAllowedItem
from ..models.standards_import_view_verdict_type_0 import (
    StandardsImportViewVerdictType0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_problem_view import ImportProblemView
    from ..models.imported_set import ImportedSet
    from ..models.standards_diff import StandardsDiff
    from ..models.standards_import_view_counts import StandardsImportViewCounts
    from ..models.standards_import_view_framework_type_0 import (
        StandardsImportViewFrameworkType0,
    )
    from ..models.standards_import_view_links import StandardsImportViewLinks
    from ..models.standards_import_view_problem_counts import (
        StandardsImportViewProblemCounts,
    )
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="StandardsImportView")


@_attrs_define
class StandardsImportView:
    """An import of a framework: its verdict, what it would change, its first problems.

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
        verdict (None | StandardsImportViewVerdictType0): The permitted use of the file; null until it was checked.
        framework (None | StandardsImportViewFrameworkType0): The framework that the file names; null until it was
            checked.
        problem_count (int): How many kinds of problems the check found.
        allowed (list[StandardsImportViewAllowedItem]): The actions that you can take now.
        checked_at (datetime.datetime | None): When the file was checked; null before that.
        message (str): How far it is, in a sentence to show.
        counts (StandardsImportViewCounts): How many things the file has.
        sets (list[ImportedSet]): The standards sets that the file makes.
        diff (None | StandardsDiff): The changes that applying it would make; null until it was checked, and for a file
            that is refused. Of a framework that is new everything is added, and `standards_held` is 0.
        problem_counts (StandardsImportViewProblemCounts): How many kinds of problems there are, by how bad they are.
        problems (list[ImportProblemView]): The first 20 kinds of problems. `links.problems` lists all.
        links (StandardsImportViewLinks): Where to go on.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
        applied_by_name (None | str | Unset): The name of the person who applied it; null if it is not known.
        discarded_by_name (None | str | Unset): The name of the person who discarded it; null if it is not known.
        upload (None | Unset | UploadView): The form for uploading the file; only in the answer that began the import.
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
    verdict: None | StandardsImportViewVerdictType0
    framework: None | StandardsImportViewFrameworkType0
    problem_count: int
    allowed: list[StandardsImportViewAllowedItem]
    checked_at: datetime.datetime | None
    message: str
    counts: StandardsImportViewCounts
    sets: list[ImportedSet]
    diff: None | StandardsDiff
    problem_counts: StandardsImportViewProblemCounts
    problems: list[ImportProblemView]
    links: StandardsImportViewLinks
    version: int
    created_by_name: None | str | Unset = UNSET
    applied_by_name: None | str | Unset = UNSET
    discarded_by_name: None | str | Unset = UNSET
    upload: None | Unset | UploadView = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.standards_diff import StandardsDiff  # noqa: PLC0415
        from ..models.standards_import_view_framework_type_0 import (
            StandardsImportViewFrameworkType0,  # noqa: PLC0415
        )
        from ..models.upload_view import UploadView  # noqa: PLC0415

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
        if isinstance(self.verdict, StandardsImportViewVerdictType0):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        framework: dict[str, Any] | None
        if isinstance(self.framework, StandardsImportViewFrameworkType0):
            framework = self.framework.to_dict()
        else:
            framework = self.framework

        problem_count = self.problem_count

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        message = self.message

        counts = self.counts.to_dict()

        sets = []
        for sets_item_data in self.sets:
            sets_item = sets_item_data.to_dict()
            sets.append(sets_item)

        diff: dict[str, Any] | None
        if isinstance(self.diff, StandardsDiff):
            diff = self.diff.to_dict()
        else:
            diff = self.diff

        problem_counts = self.problem_counts.to_dict()

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        links = self.links.to_dict()

        version = self.version

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
                "checked_at": checked_at,
                "message": message,
                "counts": counts,
                "sets": sets,
                "diff": diff,
                "problem_counts": problem_counts,
                "problems": problems,
                "links": links,
                "version": version,
            }
        )
        if created_by_name is not UNSET:
            field_dict["created_by_name"] = created_by_name
        if applied_by_name is not UNSET:
            field_dict["applied_by_name"] = applied_by_name
        if discarded_by_name is not UNSET:
            field_dict["discarded_by_name"] = discarded_by_name
        if upload is not UNSET:
            field_dict["upload"] = upload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_problem_view import ImportProblemView  # noqa: PLC0415
        from ..models.imported_set import ImportedSet  # noqa: PLC0415
        from ..models.standards_diff import StandardsDiff  # noqa: PLC0415
        from ..models.standards_import_view_counts import StandardsImportViewCounts  # noqa: PLC0415
        from ..models.standards_import_view_framework_type_0 import (
            StandardsImportViewFrameworkType0,  # noqa: PLC0415
        )
        from ..models.standards_import_view_links import StandardsImportViewLinks  # noqa: PLC0415
        from ..models.standards_import_view_problem_counts import (
            StandardsImportViewProblemCounts,  # noqa: PLC0415
        )
        from ..models.upload_view import UploadView  # noqa: PLC0415

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

        def _parse_verdict(data: object) -> None | StandardsImportViewVerdictType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = StandardsImportViewVerdictType0(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StandardsImportViewVerdictType0, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_framework(data: object) -> None | StandardsImportViewFrameworkType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                framework_type_0 = StandardsImportViewFrameworkType0.from_dict(data)

                return framework_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StandardsImportViewFrameworkType0, data)

        framework = _parse_framework(d.pop("framework"))

        problem_count = d.pop("problem_count")

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = StandardsImportViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))

        message = d.pop("message")

        counts = StandardsImportViewCounts.from_dict(d.pop("counts"))

        sets = []
        _sets = d.pop("sets")
        for sets_item_data in _sets:
            sets_item = ImportedSet.from_dict(sets_item_data)

            sets.append(sets_item)

        def _parse_diff(data: object) -> None | StandardsDiff:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                diff_type_0 = StandardsDiff.from_dict(data)

                return diff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StandardsDiff, data)

        diff = _parse_diff(d.pop("diff"))

        problem_counts = StandardsImportViewProblemCounts.from_dict(
            d.pop("problem_counts")
        )

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = ImportProblemView.from_dict(problems_item_data)

            problems.append(problems_item)

        links = StandardsImportViewLinks.from_dict(d.pop("links"))

        version = d.pop("version")

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

        standards_import_view = cls(
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
            checked_at=checked_at,
            message=message,
            counts=counts,
            sets=sets,
            diff=diff,
            problem_counts=problem_counts,
            problems=problems,
            links=links,
            version=version,
            created_by_name=created_by_name,
            applied_by_name=applied_by_name,
            discarded_by_name=discarded_by_name,
            upload=upload,
        )

        standards_import_view.additional_properties = d
        return standards_import_view

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
