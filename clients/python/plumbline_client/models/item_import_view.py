from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_import_state import ItemImportState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.imported_item_view import ImportedItemView
    from ..models.item_import_view_counts import ItemImportViewCounts
    from ..models.item_import_view_links import ItemImportViewLinks
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="ItemImportView")


@_attrs_define
class ItemImportView:
    """An import of items from a QTI package.

    Attributes:
        id (str): The import's id.
        state (ItemImportState): Where an import stands; every state but the first is an end.

            - `awaiting_upload`: It waits for its file.
            - `imported`: The draft is there, with at least one item.
            - `refused`: Nothing was imported.
            - `expired`: No file came in time.
        title (str): The draft's title.
        standards_set_id (str): The standards set that the questions are of.
        standards (list[str]): Standards for questions that name none of the set's, by their identifiers.
        subject (str): The draft's subject; blank for the standards set's.
        grades (list[str]): The draft's grades; empty for the standards set's.
        file_name (str): The name of the package.
        size (int): The package's size in bytes.
        created_at (datetime.datetime): When it was made.
        created_by_id (str): The id of the person who began it.
        finished_at (datetime.datetime | None): When it ended; null before that.
        assessment_id (str): The draft that holds what was imported; blank when there is none.
        code (str): The reason why nothing could be read, for programs; blank if it was read. Example: `not_a_zip`
        message (str): How far it is, in a sentence to show.
        counts (ItemImportViewCounts): How many questions had which outcome.
        notes (list[str]): Oddities of the package, in sentences.
        lines (list[ImportedItemView]): The outcome for each question.
        links (ItemImportViewLinks): Where to go on.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
        upload (None | Unset | UploadView): The form for uploading the package; only in the answer that began the
            import.
    """

    id: str
    state: ItemImportState
    title: str
    standards_set_id: str
    standards: list[str]
    subject: str
    grades: list[str]
    file_name: str
    size: int
    created_at: datetime.datetime
    created_by_id: str
    finished_at: datetime.datetime | None
    assessment_id: str
    code: str
    message: str
    counts: ItemImportViewCounts
    notes: list[str]
    lines: list[ImportedItemView]
    links: ItemImportViewLinks
    version: int
    standards_set_name: None | str | Unset = UNSET
    created_by_name: None | str | Unset = UNSET
    upload: None | Unset | UploadView = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.upload_view import UploadView  # noqa: PLC0415

        id = self.id

        state = self.state.value

        title = self.title

        standards_set_id = self.standards_set_id

        standards = self.standards

        subject = self.subject

        grades = self.grades

        file_name = self.file_name

        size = self.size

        created_at = self.created_at.isoformat()

        created_by_id = self.created_by_id

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        assessment_id = self.assessment_id

        code = self.code

        message = self.message

        counts = self.counts.to_dict()

        notes = self.notes

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        links = self.links.to_dict()

        version = self.version

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        created_by_name: None | str | Unset
        if isinstance(self.created_by_name, Unset):
            created_by_name = UNSET
        else:
            created_by_name = self.created_by_name

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
                "title": title,
                "standards_set_id": standards_set_id,
                "standards": standards,
                "subject": subject,
                "grades": grades,
                "file_name": file_name,
                "size": size,
                "created_at": created_at,
                "created_by_id": created_by_id,
                "finished_at": finished_at,
                "assessment_id": assessment_id,
                "code": code,
                "message": message,
                "counts": counts,
                "notes": notes,
                "lines": lines,
                "links": links,
                "version": version,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if created_by_name is not UNSET:
            field_dict["created_by_name"] = created_by_name
        if upload is not UNSET:
            field_dict["upload"] = upload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.imported_item_view import ImportedItemView  # noqa: PLC0415
        from ..models.item_import_view_counts import ItemImportViewCounts  # noqa: PLC0415
        from ..models.item_import_view_links import ItemImportViewLinks  # noqa: PLC0415
        from ..models.upload_view import UploadView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = ItemImportState(d.pop("state"))

        title = d.pop("title")

        standards_set_id = d.pop("standards_set_id")

        standards = cast(list[str], d.pop("standards"))

        subject = d.pop("subject")

        grades = cast(list[str], d.pop("grades"))

        file_name = d.pop("file_name")

        size = d.pop("size")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by_id = d.pop("created_by_id")

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

        assessment_id = d.pop("assessment_id")

        code = d.pop("code")

        message = d.pop("message")

        counts = ItemImportViewCounts.from_dict(d.pop("counts"))

        notes = cast(list[str], d.pop("notes"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = ImportedItemView.from_dict(lines_item_data)

            lines.append(lines_item)

        links = ItemImportViewLinks.from_dict(d.pop("links"))

        version = d.pop("version")

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        def _parse_created_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        created_by_name = _parse_created_by_name(d.pop("created_by_name", UNSET))

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

        item_import_view = cls(
            id=id,
            state=state,
            title=title,
            standards_set_id=standards_set_id,
            standards=standards,
            subject=subject,
            grades=grades,
            file_name=file_name,
            size=size,
            created_at=created_at,
            created_by_id=created_by_id,
            finished_at=finished_at,
            assessment_id=assessment_id,
            code=code,
            message=message,
            counts=counts,
            notes=notes,
            lines=lines,
            links=links,
            version=version,
            standards_set_name=standards_set_name,
            created_by_name=created_by_name,
            upload=upload,
        )

        item_import_view.additional_properties = d
        return item_import_view

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
