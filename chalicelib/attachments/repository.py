"""The store of attachments: beside their assessment's contents, with a count for each file.

Copies of an assessment share files, so each file has an item that counts the attachments that
refer to it. The transaction that adds or removes an attachment changes the count. At zero the file
goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.assessments.refusals import ASSESSMENT_NOT_FOUND
from chalicelib.attachments import refusals
from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_EXIST,
    MUST_NOT_EXIST,
    Check,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)
from chalicelib.storage.table import ConditionFailed, Repository

from .model import FILE_KIND, KIND, Attachment, AttachmentState

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item
    from chalicelib.storage.keys import Key


class AttachmentRepository(Repository):
    """Attachments, and the counts of their files."""

    def get(self, district: str, assessment: str, name: str) -> Attachment | None:
        item = self._table.get(keys.attachment(district, assessment, name))
        return _attachment(item) if item else None

    def of(self, district: str, assessment: str) -> list[Attachment]:
        """Read those of an assessment, in the order in which they were added."""
        key = keys.attachment(district, assessment, "")
        pages = self._table.pages(key.pk, begins=key.sk)
        return [_attachment(item) for page in pages for item in page]

    def add(self, act: Act, made: Attachment, shown: Any) -> None:
        """Write a new one that waits for its file; its assessment must be there."""
        writes = [
            Put(_key(act.district, made), _item(made), MUST_NOT_EXIST),
            Check(keys.assessment_header(act.district, made.assessment), MUST_EXIST),
            *_due(act.district, made),
        ]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            raise ASSESSMENT_NOT_FOUND() from failed

    def settle(self, district: str, before: Attachment, after: Attachment) -> bool:
        """Write the result of a waiting one; return `False` if it was settled before.

        When it is ready, its file is counted once.
        """
        change = Update(_key(district, after), _item(after), condition=version_is(before.version))
        writes: list[Write] = [change, *_due(district, after), *_undue(district, before)]
        if after.state is AttachmentState.READY:
            counted = Put(keys.attachment_file(district, after.file), {"uses": 1}, MUST_NOT_EXIST)
            writes.append(counted)
        return self._table.try_commit(writes)

    def expire(self, district: str, waiting: Attachment) -> bool:
        """Remove one whose file never came; gives `False` when it was settled before."""
        gone = Delete(_key(district, waiting), version_is(waiting.version))
        return self._table.try_commit([gone, *_undue(district, waiting)])

    def remove(self, act: Act, gone: Attachment, at: str) -> None:
        """Remove one at its version; its file is looked after at `at`. Raises `Stale`."""
        key = _key(act.district, gone)
        writes: list[Write] = [
            Delete(key, version_is(gone.version)),
            *self.build_release_writes(act.district, [gone], at),
        ]
        try:
            self._table.commit(writes, act=act, subject=gone)
        except ConditionFailed as failed:
            old = failed.first.old
            raise (
                stale("attachment", old["version"]) if old else refusals.ATTACHMENT_NOT_FOUND()
            ) from failed

    def build_release_writes(
        self, district: str, gone: Iterable[Attachment], at: str
    ) -> list[Write]:
        """Return the writes by which these refer to their files no more.

        From `at` on the clock removes a file that nobody refers to.
        """
        writes: list[Write] = []
        for each in gone:
            writes += _undue(district, each)
            writes.append(Put(keys.due(district, at, FILE_KIND, each.file), {}))
            if each.state is AttachmentState.READY:
                file = keys.attachment_file(district, each.file)
                writes.append(Update(file, raise_by={"uses": -1}))
        return writes

    def copies(self, district: str, pairs: Sequence[tuple[Attachment, Attachment]]) -> list[Write]:
        """Get the writes of copies, each with its original, which must still be as it was read."""
        writes: list[Write] = []
        for original, copy in pairs:
            writes += [
                Check(_key(district, original), version_is(original.version)),
                Put(_key(district, copy), _item(copy), MUST_NOT_EXIST),
                Update(keys.attachment_file(district, copy.file), raise_by={"uses": 1}),
            ]
        return writes

    def removals(self, district: str, gone: Sequence[Attachment], at: str) -> list[Write]:
        """Return the writes that remove attachments, each as it was read, with their assessment.

        One whose file has come meanwhile counts that file; removed unseen, it would be kept
        forever.
        """
        deleted = [Delete(_key(district, each), version_is(each.version)) for each in gone]
        return [*deleted, *self.build_release_writes(district, gone, at)]

    def uses(self, district: str, file: str) -> int:
        """Return how many refer to a file."""
        item = self._table.get(keys.attachment_file(district, file))
        return int(item["uses"]) if item else 0

    def forget(self, district: str, file: str) -> None:
        """Forget a file that is gone, unless somebody refers to it again."""
        nobody = attribute_is("uses", 0)
        self._table.try_commit([Delete(keys.attachment_file(district, file), nobody)])


def _key(district: str, attachment: Attachment) -> Key:
    return keys.attachment(district, attachment.assessment, attachment.id)


def _attachment(item: Item) -> Attachment:
    return Attachment.model_validate_json(item["doc"])


def _item(attachment: Attachment) -> Item:
    return {"version": attachment.version, "doc": attachment.model_dump_json()}


def _reference(attachment: Attachment) -> str:
    return f"{attachment.assessment}-{attachment.id}"


def _due(district: str, made: Attachment) -> list[Write]:
    return [Put(keys.due(district, made.due, KIND, _reference(made)), {})] if made.due else []


def _undue(district: str, made: Attachment) -> list[Write]:
    return [Delete(keys.due(district, made.due, KIND, _reference(made)))] if made.due else []
