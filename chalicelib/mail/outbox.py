"""Where mails, blocked addresses and people's wishes are kept."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from chalicelib.acts import Act
from chalicelib.clock import from_instant, instant
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Delete, Put, Update, Write, version_is
from chalicelib.storage.keys import Key
from chalicelib.storage.table import Table

from .model import KEPT, OPEN, Mail, MailChoice, MailState, address_of, digest, mail_id

SHARDS = 4
"""Index partitions that open mails are spread over: a 10,000-teacher distribution queues faster
than one takes."""

_EARLIEST, _LATEST = "0", "~"


class Outbox:
    """The mails of one district."""

    def __init__(self, table: Table, district: str) -> None:
        """Use this table for this district."""
        self._table = table
        self._district = district

    def put(self, mail: Mail, now: datetime) -> Put:
        """The write that queues a mail; it fails when this batch already has one to this person."""
        item = {
            "state": mail.state.value,
            "version": mail.version,
            "kind": f"{mail.kind}{_FORM}",
            "person": mail.person,
            "doc": mail.facts,
            "list_pk": keys.outbox(self._district, _shard(mail.id)),
            "list_sk": instant(mail.due or now),
            "expires": int((now + KEPT).timestamp()),
        }
        return Put(self._key(mail), item, MUST_NOT_EXIST)

    def read(self, reference: str) -> Mail | None:
        """The mail, if there is one."""
        place = address_of(reference)
        item = self._table.get(keys.mail(self._district, *place)) if place else None
        return _mail(item) if item else None

    def move(self, old: Mail, new: Mail, now: datetime, also: Sequence[Write] = ()) -> bool:
        """Write `new` in place of `old`, with `also`; false when `old` is not there any more."""
        return self._table.try_commit([self.change(old, new, now), *also])

    def change(self, old: Mail, new: Mail, now: datetime) -> Update:
        """Return the write of `new` in place of `old`; it fails when `old` is not there any more.

        An open mail is listed in the outbox, one that did not arrive with its like.
        """
        changes: dict[str, Any] = {
            "state": new.state.value,
            "version": new.version,
            "tries": new.tries,
            "reason": new.reason,
            "reports": list(new.reports),
        }
        if new.due is not None:
            changes["list_pk"] = keys.outbox(self._district, _shard(new.id))
            changes["list_sk"] = instant(new.due)
        elif new.is_undelivered:
            changes["list_pk"] = keys.mail_failures(self._district)
            changes["list_sk"] = instant(now)
        gone = () if "list_pk" in changes else ("list_pk", "list_sk")
        return Update(self._key(old), changes, gone, condition=version_is(old.version))

    def stuck(self, now: datetime, limit: int) -> list[str]:
        """References of open mails whose time has come, the oldest of each shard first."""
        until = (_EARLIEST, instant(now))
        found = []
        for shard in range(SHARDS):
            partition = keys.outbox(self._district, shard)
            items = self._table.listing(partition, between=until, limit=limit // SHARDS)
            found += [reference_of(Key(item["pk"], item["sk"])) for item in items]
        return found

    def states(self, batch: str) -> Counter[MailState]:
        """How many mails of a batch stand where."""
        partition = keys.mail(self._district, batch, "").pk
        pages = self._table.pages(partition, attributes=["state"], consistent=False)
        return Counter(MailState(item["state"]) for page in pages for item in page)

    def list_references(self, batch: str) -> set[str]:
        """References of a batch's mails that there are."""
        partition = keys.mail(self._district, batch, "").pk
        pages = self._table.pages(partition, attributes=["sk"], consistent=False)
        return {reference_of(Key(partition, item["sk"])) for page in pages for item in page}

    def page(
        self, batch: str, limit: int, after: Sequence[Any] | None
    ) -> tuple[list[Mail], list[Any] | None]:
        """Read mails of a batch, and where the next page starts."""
        partition = keys.mail(self._district, batch, "").pk
        behind = str(after[0]) if after else None
        piece = self._table.query(partition, begins="MAIL#", after=behind, limit=limit)
        mails = [_mail(item) for item in piece.items]
        return mails, [piece.items[-1]["sk"]] if piece.last else None

    def of_people(self, batch: str, people: Iterable[str]) -> dict[str, Mail]:
        """Read the mails of a batch to these people, by person: a hundred a call."""
        ids = {person: mail_id(self._district, batch, person) for person in people}
        wanted = {person: keys.mail(self._district, batch, each) for person, each in ids.items()}
        found = self._table.get_many(list(wanted.values())) if wanted else {}
        return {one: _mail(found[key]) for one, key in wanted.items() if key in found}

    def list_queued(self, batch: str) -> list[str]:
        """References of a batch's mails that are still to be sent, those held back among them."""
        partition = keys.mail(self._district, batch, "").pk
        pages = self._table.pages(partition, attributes=["pk", "sk", "state"])
        every = (item for page in pages for item in page)
        waiting = (item for item in every if item["state"] == MailState.QUEUED)
        return [reference_of(Key(item["pk"], item["sk"])) for item in waiting]

    def open(self, most: int) -> list[Mail]:
        """Read mails that wait to be sent or are being sent, the next due first.

        At most so many; about as many of each shard.
        """
        partitions = [keys.outbox(self._district, shard) for shard in range(SHARDS)]
        each = most // SHARDS
        return [_mail(item) for one in partitions for item in self._table.listing(one, limit=each)]

    def list_undelivered(
        self, limit: int, after: Sequence[Any] | None = None, since: datetime | None = None
    ) -> list[Mail]:
        """Read mails that did not arrive, the latest first, behind a place, back to `since`."""
        behind = (str(after[0]), Key(str(after[1]), str(after[2]))) if after else None
        items = self._table.listing(
            keys.mail_failures(self._district),
            between=(instant(since), _LATEST) if since else None,
            after=behind,
            limit=limit,
            forward=False,
        )
        return [_mail(item) for item in items]

    def place(self, mail: Mail) -> list[str]:
        """Return where one of these stands among its like."""
        return [instant(mail.ended) if mail.ended else "", *self._key(mail)]

    # -- people ---------------------------------------------------------------------------------

    def choice(self, person: str, address: str) -> tuple[bool, bool, int]:
        """Whether the person wants mail, whether the address is blocked, the choice's version."""
        choice = keys.mail_choice(self._district, person)
        block = keys.address_block(self._district, digest(address))
        found = self._table.get_many([choice, block])
        kept = found.get(choice, {})
        return bool(kept.get("wanted", True)), block in found, kept.get("version", 0)

    def hindrances(self, mail: Mail, address: str) -> tuple[bool, bool, bool]:
        """Whether the person wants none, the address is blocked, what it is about is recalled."""
        choice = keys.mail_choice(self._district, mail.person)
        block = keys.address_block(self._district, digest(address))
        recall = keys.recall(self._district, mail.about)
        found = self._table.get_many([choice, block, recall])
        return not found.get(choice, {}).get("wanted", True), block in found, recall in found

    def find_obstacles(self, people: Mapping[str, str]) -> dict[str, tuple[bool, str]]:
        """Return of people whether they want no mail, and since when their address is blocked.

        Each comes with an address; one that is not blocked has no instant. A hundred items a call.
        """
        choices = {one: keys.mail_choice(self._district, one) for one in people}
        blocks = {
            one: keys.address_block(self._district, digest(address))
            for one, address in people.items()
        }
        found = self._table.get_many([*choices.values(), *blocks.values()]) if people else {}
        return {
            one: (
                not found.get(choices[one], {}).get("wanted", True),
                found.get(blocks[one], {}).get("since", ""),
            )
            for one in people
        }

    def choose(self, chosen: MailChoice, address: str, act: Act) -> None:
        """Keep the choice in its next version; the wish for mail lifts the address's block."""
        key = keys.mail_choice(self._district, chosen.id)
        item = {"wanted": chosen.wanted, "version": chosen.version}
        condition = version_is(chosen.version - 1) if chosen.version > 1 else MUST_NOT_EXIST
        writes: list[Write] = [Put(key, item, condition)]
        if chosen.wanted and address:
            writes.append(Delete(keys.address_block(self._district, digest(address))))
        self._table.commit(writes, act=act, subject=chosen)

    def block(self, address: str, reason: str, now: datetime) -> Put:
        """The write that keeps further mail from an address; only its digest is stored."""
        key = keys.address_block(self._district, digest(address))
        return Put(key, {"reason": reason, "since": instant(now)})

    def commit(self, writes: Iterable[Write]) -> None:
        """Carry out writes of ours that stand alone."""
        self._table.commit(list(writes))

    def _key(self, mail: Mail) -> Key:
        return keys.mail(self._district, mail.batch, mail.id)


def reference_of(key: Key) -> str:
    """The reference of the mail under this key."""
    return key.sk.removeprefix("MAIL#")


def _shard(number: str) -> int:
    return zlib.crc32(number.encode()) % SHARDS


_FORM = ".2"
"""Stored behind the kind of a mail. Release 0.3 drops a mail whose facts have a field unknown to
it. A mail of an unknown kind it leaves in the queue, for a function that is updated.
"""


def _mail(item: dict[str, Any]) -> Mail:
    batch, _, number = reference_of(Key(item["pk"], item["sk"])).rpartition("-")
    state = MailState(item["state"])
    listed = from_instant(item["list_sk"]) if "list_sk" in item else None
    return Mail(
        batch=batch,
        id=number,
        kind=item["kind"].removesuffix(_FORM),
        person=item["person"],
        facts=item["doc"],
        due=listed if state in OPEN else None,
        state=state,
        tries=item.get("tries", 0),
        reason=item.get("reason", ""),
        reports=tuple(item.get("reports", ())),
        version=item["version"],
        ended=None if state in OPEN else listed,
        written=_read_queue_time(item),
    )


def _read_queue_time(item: dict[str, Any]) -> datetime | None:
    """Return when a mail was queued, which the end of its days tells."""
    ends = item.get("expires")
    return datetime.fromtimestamp(ends, UTC) - KEPT if ends else None
