"""The in-memory table answers as DynamoDB does: compared with moto, and with the documentation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moto import mock_aws

from simulator.clock import SimulatedClock
from simulator.table import SimulatedTable

NAME = "plumbline"
CONDITIONS = (
    "attribute_exists(a)",
    "attribute_not_exists(pk)",
    "#a = :x",
    "#a <> :x OR attribute_exists(b.c)",
    "NOT contains(#a, :x) AND attribute_exists(n)",
    "#a IN (:x, :one)",
    "n BETWEEN :one AND :one",
    "begins_with(#a, :x) OR (n > :one AND attribute_type(n, :x))",
)
UPDATES = (
    "SET #a = :x",
    "SET n = if_not_exists(n, :one) + :one, #a = :x",
    "SET b.c = :x",
    "SET b.#a = :x REMOVE b.c",
    "ADD n :one",
    "REMOVE #a, b",
    "SET l = list_append(if_not_exists(l, :l), :l)",
    "SET n = n - :one",
)
ALWAYS_POSSIBLE = ("SET #a = :x", "SET n = if_not_exists(n, :one) + :one, #a = :x", "REMOVE #a, b")
VALUES = {":x": {"S": "x"}, ":one": {"N": "1"}, ":l": {"L": [{"S": "more"}]}}


@pytest.fixture(scope="module")
def moto_client() -> Iterator[Any]:
    environment = {"AWS_ACCESS_KEY_ID": "made", "AWS_SECRET_ACCESS_KEY": "up"}
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    with mock_aws():
        yield boto3.client("dynamodb", region_name="us-east-1")
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


def keys(pk: str, sk: str) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": sk}}


def define_placeholders(*expressions: str) -> dict[str, Any]:
    text = " ".join(expressions)
    values = {name: value for name, value in VALUES.items() if name in text.replace(",", " ")}
    found: dict[str, Any] = {"ExpressionAttributeValues": values} if values else {}
    return found | ({"ExpressionAttributeNames": {"#a": "a"}} if "#a" in text else {})


PARTITIONS = st.sampled_from(["P", "Q"])
SORTS = st.sampled_from(["A#1", "A#2", "B#1", "B#2"])
CONTENTS = st.fixed_dictionaries(
    {},
    optional={
        "a": st.sampled_from([{"S": "x"}, {"S": "xyz"}, {"N": "1"}, {"N": "2.50"}, {"SS": ["x"]}]),
        "b": st.sampled_from([{"M": {"c": {"S": "deep"}}}, {"M": {}}, {"S": "flat"}]),
        "n": st.integers(-5, 5).map(lambda n: {"N": str(n)}),
        "list_pk": st.just({"S": "L"}),
        "list_sk": st.sampled_from([{"S": "1"}, {"S": "2"}]),
    },
)


@st.composite
def puts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    item = keys(draw(PARTITIONS), draw(SORTS)) | draw(CONTENTS)
    request: dict[str, Any] = {"Item": item}
    if draw(st.booleans()):
        condition = draw(st.sampled_from(CONDITIONS))
        request |= {"ConditionExpression": condition, **define_placeholders(condition)}
    return "put_item", request


@st.composite
def updates(draw: st.DrawFn, expressions: tuple[str, ...] = UPDATES) -> tuple[str, dict[str, Any]]:
    expression = draw(st.sampled_from(expressions))
    condition = draw(st.sampled_from(("", *CONDITIONS)))
    request = {"Key": keys(draw(PARTITIONS), draw(SORTS)), "UpdateExpression": expression}
    request |= {"ReturnValues": "ALL_NEW", **define_placeholders(expression, condition)}
    return "update_item", request | ({"ConditionExpression": condition} if condition else {})


@st.composite
def deletes(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    return "delete_item", {"Key": keys(draw(PARTITIONS), draw(SORTS)), "ReturnValues": "ALL_OLD"}


@st.composite
def queries(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    narrowed = draw(
        st.sampled_from(
            ["", " AND begins_with(sk, :s)", " AND sk BETWEEN :s AND :t", " AND sk > :s"]
        )
    )
    values = {":p": {"S": draw(PARTITIONS)}}
    values |= {
        name: {"S": text} for name, text in ((":s", "A#2"), (":t", "B#1")) if name in narrowed
    }
    return "query", {
        "KeyConditionExpression": f"pk = :p{narrowed}",
        "ExpressionAttributeValues": values,
        "ScanIndexForward": draw(st.booleans()),
        **draw(st.sampled_from([{}, {"ProjectionExpression": "sk, n, b.c"}])),
    }


@st.composite
def transactions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Moto refuses a whole transaction for an update that the item forbids; AWS names the one."""
    writes = st.one_of(puts(), updates(ALWAYS_POSSIBLE), deletes())
    actions = draw(st.lists(writes, min_size=1, max_size=3).filter(distinct))
    return "transact_write_items", {"TransactItems": [as_action(*action) for action in actions]}


def distinct(actions: list[tuple[str, dict[str, Any]]]) -> bool:
    rows = [str(sorted((r.get("Key") or keys_of(r["Item"])).items())) for _, r in actions]
    return len(set(rows)) == len(rows)


def keys_of(item: Any) -> dict[str, Any]:
    return {"pk": item["pk"], "sk": item["sk"]}


def as_action(operation: str, request: dict[str, Any]) -> dict[str, Any]:
    kind = {"put_item": "Put", "update_item": "Update", "delete_item": "Delete"}[operation]
    told = {k: v for k, v in request.items() if k != "ReturnValues"}
    told |= {"TableName": NAME, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
    return {kind: told}


def outcome(client: Any, operation: str, request: dict[str, Any]) -> Any:
    """The answer, or the error's code and reasons, without what moto words in its own way."""
    told = request if operation.startswith("transact") else {"TableName": NAME, **request}
    try:
        answer = getattr(client, operation)(**told)
    except ClientError as error:
        reasons = error.response.get("CancellationReasons", [])
        return error.response["Error"]["Code"], [
            (reason.get("Code"), plain(reason.get("Item", {}))) for reason in reasons
        ]
    if operation == "query":
        return [plain(item) for item in answer["Items"]]
    return plain(answer.get("Attributes", {}))


def plain(item: Any) -> list[Any]:
    return sorted((name, repr(canonical(value))) for name, value in item.items())


def canonical(value: dict[str, Any]) -> Any:
    ((kind, content),) = value.items()
    if kind == "N":
        return float(content)
    if kind == "M":
        return plain(content)
    return sorted(content) if kind == "SS" else content


REFUSED: tuple[str, list[Any]] = ("ValidationException", [])


def fresh_moto_table(client: Any) -> None:
    if NAME in client.list_tables()["TableNames"]:
        client.delete_table(TableName=NAME)
    parts = ("pk", "sk", "list_pk", "list_sk")
    client.create_table(
        TableName=NAME,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": p, "AttributeType": "S"} for p in parts],
        KeySchema=schema("pk", "sk"),
        GlobalSecondaryIndexes=[
            {
                "IndexName": "lists",
                "KeySchema": schema("list_pk", "list_sk"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )


def schema(pk: str, sk: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": pk, "KeyType": "HASH"},
        {"AttributeName": sk, "KeyType": "RANGE"},
    ]


def a_table(clock: SimulatedClock | None = None) -> SimulatedTable:
    return SimulatedTable(NAME, indexes={"lists": ("list_pk", "list_sk")}, clock=clock)


REQUESTS = st.lists(
    st.one_of(puts(), updates(), deletes(), queries(), transactions()), min_size=1, max_size=12
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(requests=REQUESTS)
def test_the_same_requests_get_the_same_answers_from_moto(moto_client: Any, requests: Any) -> None:
    fresh_moto_table(moto_client)
    ours = a_table()
    for operation, request in requests:
        found = outcome(ours, operation, request)
        if found == REFUSED and "b.c" in request.get("UpdateExpression", ""):
            return  # a path through a text: moto (5.2.5) passes over it or breaks
        assert found == outcome(moto_client, operation, request), (operation, request)


PLACES = [(pk, sk) for pk in ("P", "Q") for sk in ("A#1", "A#2", "A#3", "B#1", "B#2")]


@st.composite
def item_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Items in both partitions, most of them in the index as well, in an order of its own."""
    chosen = draw(st.lists(st.sampled_from(PLACES), min_size=3, unique=True))
    numbers = draw(st.permutations(range(len(chosen))))
    listed = [
        {"list_pk": {"S": "L"}, "list_sk": {"S": f"{number}"}} if number else {}
        for number in numbers
    ]
    shown = ({"n": {"N": f"{number}"}, "b": {"M": {"c": {"S": "deep"}}}} for number in numbers)
    return [keys(*place) | known | more
            for place, known, more in zip(chosen, listed, shown, strict=True)]  # fmt: skip


@st.composite
def reads(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A query of the table or the index, from end to end, or items by their keys."""
    asked = [
        keys(*place) for place in draw(st.lists(st.sampled_from(PLACES), min_size=1, unique=True))
    ]
    operation = draw(
        st.sampled_from(["query", "query", "get_item", "batch_get_item", "transact_get_items"])
    )
    if operation == "get_item":
        return operation, {
            "Key": asked[0],
            **draw(st.sampled_from([{}, {"ProjectionExpression": "sk, b.c"}])),
        }
    if operation == "batch_get_item":
        return operation, {"RequestItems": {NAME: {"Keys": asked}}}
    if operation == "transact_get_items":
        return operation, {
            "TransactItems": [{"Get": {"TableName": NAME, "Key": each}} for each in asked]
        }
    if draw(st.booleans()):
        narrowed = draw(
            st.sampled_from(["", " AND list_sk > :two", " AND list_sk BETWEEN :two AND :six"])
        )
        expression, partition = f"list_pk = :p{narrowed}", "L"
        index = {"IndexName": "lists"}
    else:
        narrowed = draw(
            st.sampled_from(["", " AND begins_with(sk, :a)", " AND sk BETWEEN :a AND :b"])
        )
        expression, partition = f"pk = :p{narrowed}", draw(PARTITIONS)
        index = {}
    known = {":two": "2", ":six": "6", ":a": "A#", ":b": "B#1"}
    values = {":p": partition} | {k: v for k, v in known.items() if k in narrowed}
    limit = draw(st.sampled_from([{}, {"Limit": 1}, {"Limit": 2}, {"Limit": 3}]))
    return operation, {
        **index, **limit,
        "KeyConditionExpression": expression,
        "ExpressionAttributeValues": {name: {"S": value} for name, value in values.items()},
        "ScanIndexForward": draw(st.booleans()),
    }  # fmt: skip


def read(client: Any, operation: str, request: dict[str, Any]) -> Any:
    """Return the result; of a query all pages, each where the one before ended."""
    if operation == "query":
        pages, asked = [], {"TableName": NAME, **request}
        while True:
            answer = client.query(**asked)
            pages.append([plain(item) for item in answer["Items"]])
            if "LastEvaluatedKey" not in answer:
                return [page for page in pages if page]
            asked["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
    if operation == "get_item":
        return plain(client.get_item(TableName=NAME, **request).get("Item", {}))
    answer = getattr(client, operation)(**request)["Responses"]
    if operation == "batch_get_item":
        return sorted(map(plain, answer[NAME]))
    return [plain(each.get("Item", {})) for each in answer]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=item_lists(), requests=st.lists(reads(), min_size=4, max_size=8))
def test_the_table_reads_like_moto(moto_client: Any, items: Any, requests: Any) -> None:
    fresh_moto_table(moto_client)
    ours = a_table()
    for item in items:
        ours.load(item)
        moto_client.put_item(TableName=NAME, Item=item)
    for operation, request in requests:
        expected = read(moto_client, operation, request)
        assert read(ours, operation, request) == expected, (operation, request)


def put(table: SimulatedTable, pk: str, sk: str, **attributes: Any) -> None:
    table.put_item(TableName=NAME, Item={**keys(pk, sk), **attributes})


def expect_refusal(table: SimulatedTable, operation: str, **request: Any) -> tuple[str, str]:
    with pytest.raises(ClientError) as caught:
        getattr(table, operation)(**request)
    error = caught.value.response["Error"]
    return error["Code"], error["Message"]


def test_a_cancelled_transaction_writes_nothing_and_names_each_reason() -> None:
    table = a_table()
    put(table, "P", "A#1", a={"S": "there"})
    absent = {"ConditionExpression": "attribute_not_exists(pk)"}
    asking = {"ReturnValuesOnConditionCheckFailure": "ALL_OLD", "TableName": NAME}
    with pytest.raises(table.exceptions.TransactionCanceledException) as caught:
        table.transact_write_items(
            TransactItems=[
                {"Put": {"Item": keys("P", "A#2"), "TableName": NAME}},
                {"Put": {"Item": keys("P", "A#1"), **absent, **asking}},
            ]
        )
    first, second = caught.value.response["CancellationReasons"]
    assert first == {"Code": "None"}
    assert second["Code"] == "ConditionalCheckFailed"
    assert second["Item"] == {**keys("P", "A#1"), "a": {"S": "there"}}
    assert len(table.items()) == 1


def test_a_path_through_a_text_is_refused() -> None:
    table = a_table()
    put(table, "P", "A", b={"S": "flat"})
    code, message = expect_refusal(
        table,
        "update_item",
        TableName=NAME,
        Key=keys("P", "A"),
        UpdateExpression="SET b.c = :x",
        ExpressionAttributeValues={":x": {"S": "x"}},
    )
    assert code == "ValidationException"
    assert "document path" in message


def test_a_client_token_makes_a_repeat_harmless_for_ten_minutes() -> None:
    clock = SimulatedClock()
    table = a_table(clock)
    adding = {
        "TableName": NAME,
        "Key": keys("P", "A"),
        "UpdateExpression": "ADD n :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }
    request = {"TransactItems": [{"Update": adding}], "ClientRequestToken": "t" * 32}
    for _ in range(3):
        table.transact_write_items(**request)
    assert table.items()[0]["n"] == {"N": "1"}
    clock.advance(minutes=11)
    table.transact_write_items(**request)
    assert table.items()[0]["n"] == {"N": "2"}


def test_the_same_token_for_another_transaction_is_refused() -> None:
    table = a_table()

    def writing(sk: str) -> dict[str, Any]:
        action = {"Put": {"TableName": NAME, "Item": keys("P", sk)}}
        return {"TransactItems": [action], "ClientRequestToken": "t" * 32}

    table.transact_write_items(**writing("A"))
    code, _ = expect_refusal(table, "transact_write_items", **writing("B"))
    assert code == "IdempotentParameterMismatchException"


def test_a_transaction_takes_a_hundred_different_items() -> None:
    table = a_table()
    actions = [{"Put": {"TableName": NAME, "Item": keys("P", str(n))}} for n in range(101)]
    table.transact_write_items(TransactItems=actions[:100])
    twice = [actions[0], actions[0]]
    assert (
        "multiple operations"
        in expect_refusal(table, "transact_write_items", TransactItems=twice)[1]
    )
    with pytest.raises(Exception, match="100"):
        table.transact_write_items(TransactItems=actions)


LONG = "x" * 409_600
REFUSED_REQUESTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "an empty key": ("put_item", {"Item": keys("P", "")}, "empty string value"),
    "no sort key": ("put_item", {"Item": {"pk": {"S": "P"}}}, "Missing the key sk"),
    "a long key": ("put_item", {"Item": keys("P", "s" * 1025)}, "maximum size limit"),
    "a large item": ("put_item", {"Item": keys("P", "s") | {"doc": {"S": LONG}}}, "Item size"),
    "a number as key": ("get_item", {"Key": keys("P", "s") | {"sk": {"N": "1"}}}, "Type mismatch"),
    "half a key": ("get_item", {"Key": {"pk": {"S": "P"}}}, "does not match the schema"),
    "an empty index key": (
        "put_item",
        {"Item": keys("P", "s") | {"list_pk": {"S": ""}, "list_sk": {"S": "1"}}},
        "IndexName: lists",
    ),
    "a reserved word": (
        "update_item",
        {"Key": keys("P", "s"), "UpdateExpression": "REMOVE name"},
        "reserved keyword: name",
    ),
    "an unused name": (
        "update_item",
        {
            "Key": keys("P", "s"),
            "UpdateExpression": "REMOVE a",
            "ExpressionAttributeNames": {"#b": "b"},
        },
        "unused in expressions: keys: {#b}",
    ),
    "an unused value": (
        "put_item",
        {
            "Item": keys("P", "s"),
            "ConditionExpression": "attribute_not_exists(pk)",
            "ExpressionAttributeValues": {":b": {"S": "b"}},
        },
        "unused in expressions: keys: {:b}",
    ),
    "an undefined value": (
        "put_item",
        {"Item": keys("P", "s"), "ConditionExpression": "a = :b"},
        "attribute value: :b",
    ),
    "a change of the key": (
        "update_item",
        {
            "Key": keys("P", "s"),
            "UpdateExpression": "SET sk = :v",
            "ExpressionAttributeValues": {":v": {"S": "t"}},
        },
        "part of the key",
    ),
    "overlapping paths": (
        "update_item",
        {"Key": keys("P", "s"), "UpdateExpression": "REMOVE a, a.b"},
        "overlap",
    ),
    "a path into nothing": (
        "update_item",
        {
            "Key": keys("P", "s"),
            "UpdateExpression": "SET a.b = :v",
            "ExpressionAttributeValues": {":v": {"S": "t"}},
        },
        "invalid for update",
    ),
    "a filter on a key": (
        "query",
        {
            "KeyConditionExpression": "pk = :v",
            "FilterExpression": "sk > :v",
            "ExpressionAttributeValues": {":v": {"S": "t"}},
        },
        "non-primary key",
    ),
    "a consistent read of an index": (
        "query",
        {
            "KeyConditionExpression": "list_pk = :v",
            "IndexName": "lists",
            "ConsistentRead": True,
            "ExpressionAttributeValues": {":v": {"S": "t"}},
        },
        "Consistent reads are not supported",
    ),
}


@pytest.mark.parametrize("what", REFUSED_REQUESTS)
def test_the_table_refuses_what_dynamodb_refuses(what: str) -> None:
    operation, request, sentence = REFUSED_REQUESTS[what]
    code, message = expect_refusal(a_table(), operation, TableName=NAME, **request)
    assert code == "ValidationException"
    assert sentence in message


def test_an_unknown_parameter_is_refused_as_boto3_refuses_it() -> None:
    with pytest.raises(Exception, match="Unknown parameter"):
        a_table().get_item(TableName=NAME, Key=keys("P", "s"), Consistent=True)


def test_a_query_ends_its_page_at_a_megabyte() -> None:
    table = a_table()
    for n in range(5):
        put(table, "P", str(n), doc={"S": "x" * 300_000})
    question = {
        "TableName": NAME,
        "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "P"}},
    }
    first = table.query(**question)
    assert [item["sk"]["S"] for item in first["Items"]] == ["0", "1", "2"]
    rest = table.query(**question, ExclusiveStartKey=first["LastEvaluatedKey"])
    assert [item["sk"]["S"] for item in rest["Items"]] == ["3", "4"]
    assert "LastEvaluatedKey" not in rest


def test_an_index_lists_what_carries_its_keys_and_goes_on_from_any_place() -> None:
    table = a_table()
    for n in range(4):
        put(table, f"P{n}", "T", list_pk={"S": "L"}, list_sk={"S": str(n // 2)})
    put(table, "P9", "T")
    question = {
        "TableName": NAME,
        "IndexName": "lists",
        "KeyConditionExpression": "list_pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "L"}},
        "Limit": 3,
    }
    first = table.query(**question)
    rest = table.query(**question, ExclusiveStartKey=first["LastEvaluatedKey"])
    shown = [item["pk"]["S"] for item in first["Items"] + rest["Items"]]
    assert shown == ["P0", "P1", "P2", "P3"]


def test_units_follow_the_published_rules() -> None:
    table = a_table()
    put(table, "P", "A", doc={"S": "x" * 1500})  # 2 units
    assert table.ledger.write_units == 2
    action = {"Put": {"TableName": NAME, "Item": keys("P", "B") | {"list_pk": {"S": "L"}}}}
    table.transact_write_items(TransactItems=[action])  # 1 unit, twice in a transaction
    assert table.ledger.write_units == 4
    assert table.ledger.index_write_units == 0  # no sort key for the index yet
    table.get_item(TableName=NAME, Key=keys("P", "A"))
    table.get_item(TableName=NAME, Key=keys("P", "A"), ConsistentRead=True)
    assert table.ledger.read_units == 1.5
