from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.student_presence import StudentPresence
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.score_body import ScoreBody


T = TypeVar("T", bound="StudentBody")


@_attrs_define
class StudentBody:
    """The entries for one student. Leave out what stays.

    Attributes:
        student_id (str): The student's id in the roster.
        status (None | StudentPresence | Unset): Whether the student took part. Left out, it stays; scores make an
            absent student present.
        version (None | str | Unset): The printed form that the student had, A to E. Responses are scored by its key.
        scores (list[ScoreBody] | Unset): The entries. Other items stay as they are.
    """

    student_id: str
    status: None | StudentPresence | Unset = UNSET
    version: None | str | Unset = UNSET
    scores: list[ScoreBody] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        student_id = self.student_id

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, StudentPresence):
            status = self.status.value
        else:
            status = self.status

        version: None | str | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        scores: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.scores, Unset):
            scores = []
            for scores_item_data in self.scores:
                scores_item = scores_item_data.to_dict()
                scores.append(scores_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "student_id": student_id,
            }
        )
        if status is not UNSET:
            field_dict["status"] = status
        if version is not UNSET:
            field_dict["version"] = version
        if scores is not UNSET:
            field_dict["scores"] = scores

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.score_body import ScoreBody  # noqa: PLC0415

        d = dict(src_dict)
        student_id = d.pop("student_id")

        def _parse_status(data: object) -> None | StudentPresence | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = StudentPresence(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StudentPresence | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        def _parse_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        _scores = d.pop("scores", UNSET)
        scores: list[ScoreBody] | Unset = UNSET
        if _scores is not UNSET:
            scores = []
            for scores_item_data in _scores:
                scores_item = ScoreBody.from_dict(scores_item_data)

                scores.append(scores_item)

        student_body = cls(
            student_id=student_id,
            status=status,
            version=version,
            scores=scores,
        )

        return student_body
