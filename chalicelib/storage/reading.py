"""Reads of the table: by key, by partition, and through its two indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .attributes import Item, decode_item
from .calls import Calls
from .keys import Key

_BATCH_GET = 100
_NO_PLACE = "nothing can go on from there"


class Slice(NamedTuple):
    """Part of a partition; `last` is where to go on after, if there is more."""

    items: list[Item]
    last: str | None


class Reads(Calls):
    """The reads of one district's table."""

    def get(self, key: Key, *, consistent: bool = True) -> Item | None:
        """Read one item, or nothing."""
        answer = self.call(
            "get_item",
            TableName=self.name,
            Key={"pk": {"S": key.pk}, "sk": {"S": key.sk}},
            ConsistentRead=consistent,
        )
        item = answer.get("Item")
        return decode_item(item) if item else None

    def get_many(self, keys: Iterable[Key], *, consistent: bool = True) -> dict[Key, Item]:
        """Read items by key, a hundred at a time; those that do not exist are left out."""
        wanted = list(dict.fromkeys(keys))
        found: dict[Key, Item] = {}
        for start in range(0, len(wanted), _BATCH_GET):
            for item in self._batch(wanted[start : start + _BATCH_GET], consistent=consistent):
                found[Key(item["pk"], item["sk"])] = item
        return found

    def query(
        self,
        pk: str,
        *,
        begins: str = "",
        between: tuple[str, str] | None = None,
        after: str | None = None,
        limit: int | None = None,
        forward: bool = True,
        attributes: Sequence[str] = (),
        consistent: bool = True,
    ) -> Slice:
        """Read a partition in the order of its sort keys, at most 1 MB or `limit` items.

        `begins` or `between` (both ends included) narrow the sort key; `after` goes on behind a
        former slice's `last`; `attributes` asks for these only.
        """
        request = _question("pk", "sk", pk, begins, between)
        request |= {"TableName": self.name, "ConsistentRead": consistent}
        request |= _only(attributes)
        if after is not None:
            request["ExclusiveStartKey"] = {"pk": {"S": pk}, "sk": {"S": after}}
        return self._slice(request, limit, forward=forward, last="sk")

    def pages(self, pk: str, **options: Any) -> Iterator[list[Item]]:
        """Read a partition to its end, a list per call; options as for `query`."""
        after = options.pop("after", None)
        while True:
            piece = self.query(pk, after=after, **options)
            yield piece.items
            if piece.last is None:
                return
            after = piece.last

    def listing(
        self,
        list_pk: str,
        *,
        begins: str = "",
        between: tuple[str, str] | None = None,
        after: tuple[str, Key] | None = None,
        limit: int | None = None,
        forward: bool = True,
    ) -> list[Item]:
        """Read the `lists` index: items that carry `list_pk`, in the order of `list_sk`.

        Eventually consistent. `after` is the `list_sk` and the key of the last item seen. As many
        as `limit`, if there are, however many megabytes that is.
        """
        request = _question("list_pk", "list_sk", list_pk, begins, between)
        request |= {"TableName": self.name, "IndexName": "lists"}
        found: list[Item] = []
        while True:
            if after is not None:
                order, key = after
                start = {"list_pk": list_pk, "list_sk": order, "pk": key.pk, "sk": key.sk}
                request["ExclusiveStartKey"] = {name: {"S": text} for name, text in start.items()}
            wanted = None if limit is None else limit - len(found)
            piece = self._slice(request, wanted, forward=forward, last="list_sk")
            found += piece.items
            if piece.last is None or not piece.items or len(found) == limit:
                return found
            after = (piece.last, Key(found[-1]["pk"], found[-1]["sk"]))

    def summaries(
        self, sum_pk: str, *, begins: str = "", attributes: Sequence[str] = ()
    ) -> Iterator[list[Item]]:
        """Read the `summaries` index to its end, a list per call of at most 1 MB.

        Eventually consistent. Of each item only its keys and what the index projects; or, with
        `attributes`, these of them.
        """
        request = _question("sum_pk", "sum_sk", sum_pk, begins, None)
        request |= {"TableName": self.name, "IndexName": "summaries", **_only(attributes)}
        while True:
            answer = self.call("query", **request)
            yield [decode_item(item) for item in answer["Items"]]
            if "LastEvaluatedKey" not in answer:
                return
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def _slice(
        self, request: dict[str, Any], limit: int | None, *, forward: bool, last: str
    ) -> Slice:
        if limit is not None:
            request["Limit"] = limit
        answer = self._query_page(request, forward=forward)
        end = answer.get("LastEvaluatedKey")
        return Slice(
            [decode_item(item) for item in answer["Items"]], end[last]["S"] if end else None
        )

    def _query_page(self, request: dict[str, Any], *, forward: bool) -> Any:
        """Query. Raises `ValueError` when nothing can go on after `after`: a made-up cursor."""
        from botocore.exceptions import ClientError

        start = request.get("ExclusiveStartKey", {})
        if not all(isinstance(place["S"], str) and place["S"] for place in start.values()):
            raise ValueError(_NO_PLACE)
        try:
            return self.call("query", ScanIndexForward=forward, **request)
        except ClientError as error:
            if start and error.response["Error"]["Code"] == "ValidationException":
                raise ValueError(_NO_PLACE) from error
            raise

    def _batch(self, keys: Sequence[Key], *, consistent: bool) -> Iterator[Item]:
        pending: list[Any] = [{"pk": {"S": key.pk}, "sk": {"S": key.sk}} for key in keys]
        wait = self.patience.begin()
        while True:
            answer = self.call(
                "batch_get_item",
                RequestItems={self.name: {"Keys": pending, "ConsistentRead": consistent}},
            )
            yield from map(decode_item, answer["Responses"].get(self.name, ()))
            pending = answer.get("UnprocessedKeys", {}).get(self.name, {}).get("Keys", [])
            if not pending:
                return
            wait()


def _only(attributes: Sequence[str]) -> dict[str, Any]:
    """Ask for these attributes only; for none, for all."""
    names = {f"#a{n}": name for n, name in enumerate(attributes)}
    if not names:
        return {}
    return {"ProjectionExpression": ", ".join(names), "ExpressionAttributeNames": names}


def _question(
    pk_name: str, sk_name: str, pk: str, begins: str, between: tuple[str, str] | None
) -> dict[str, Any]:
    condition = f"{pk_name} = :pk"
    values = {":pk": {"S": pk}}
    if begins:
        condition += f" AND begins_with({sk_name}, :begins)"
        values[":begins"] = {"S": begins}
    elif between:
        condition += f" AND {sk_name} BETWEEN :low AND :high"
        values[":low"], values[":high"] = ({"S": end} for end in between)
    return {"KeyConditionExpression": condition, "ExpressionAttributeValues": values}
