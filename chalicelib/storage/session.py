"""The AWS SDK's session, without its needless work."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def session() -> Any:
    """The SDK, without boto3 on top of it: that saves a tenth of a cold start.

    Its description of DynamoDB is changed in memory (docs/adr/0073).
    """
    from botocore.session import get_session

    made = get_session()
    described = made.get_component("data_loader").load_service_model("dynamodb", "service-2")
    for operation in described["operations"].values():
        # Looked for in every item of every transaction, at a fifth of its CPU, in case a table is
        # named by an ARN. Ours is named by its name.
        operation.pop("operationContextParams", None)
    _read_items_as_they_come(described["shapes"])
    return made


def _read_items_as_they_come(shapes: dict[str, Any]) -> None:
    """Have botocore hand over items as DynamoDB's JSON, which is what our own codec reads.

    It would build every attribute value again, testing ten kinds for each: more than half the CPU
    of reading 10,000 summaries. A “document” it leaves alone; what that leaves to us is base64,
    which `storage.attributes.decode` knows. Only what is read: writes stay as they were.

    The SDK is pinned and shipped with us. A version that read documents differently would return
    empty items. `tests/storage/test_items_as_they_come.py` compares ours with any client's reading
    of the bytes, so a new pin that breaks this does not pass.
    """
    shapes["ItemAsItComes"] = {"type": "structure", "members": {}, "document": True}
    shapes["ItemList"]["member"] = {"shape": "ItemAsItComes"}
    shapes["GetItemOutput"]["members"]["Item"] = {"shape": "ItemAsItComes"}
