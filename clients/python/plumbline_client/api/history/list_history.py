import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.act_page import ActPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_date: datetime.date | Unset = UNSET,
    to_date: datetime.date | Unset = UNSET,
    person_id: str | Unset = UNSET,
    thing_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_date: str | Unset = UNSET
    if not isinstance(from_date, Unset):
        json_from_date = from_date.isoformat()
    params["from_date"] = json_from_date

    json_to_date: str | Unset = UNSET
    if not isinstance(to_date, Unset):
        json_to_date = to_date.isoformat()
    params["to_date"] = json_to_date

    params["person_id"] = person_id

    params["thing_id"] = thing_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/history",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ActPage | Problem | None:
    if response.status_code == 200:
        response_200 = ActPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if response.status_code == 504:
        response_504 = Problem.from_dict(response.json())

        return response_504

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ActPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_date: datetime.date | Unset = UNSET,
    to_date: datetime.date | Unset = UNSET,
    person_id: str | Unset = UNSET,
    thing_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ActPage | Problem]:
    """List who changed what, the latest first

     Records hold ids and no names, scores or texts. They are kept for seven years. It has one save of a
    result sheet for each person in a quarter of an hour. The sheet's own history has all of them. For
    district administrators.

    Args:
        from_date (datetime.date | Unset):
        to_date (datetime.date | Unset):
        person_id (str | Unset):
        thing_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ActPage | Problem]
    """

    kwargs = _get_kwargs(
        from_date=from_date,
        to_date=to_date,
        person_id=person_id,
        thing_id=thing_id,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    from_date: datetime.date | Unset = UNSET,
    to_date: datetime.date | Unset = UNSET,
    person_id: str | Unset = UNSET,
    thing_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ActPage | Problem | None:
    """List who changed what, the latest first

     Records hold ids and no names, scores or texts. They are kept for seven years. It has one save of a
    result sheet for each person in a quarter of an hour. The sheet's own history has all of them. For
    district administrators.

    Args:
        from_date (datetime.date | Unset):
        to_date (datetime.date | Unset):
        person_id (str | Unset):
        thing_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ActPage | Problem
    """

    return sync_detailed(
        client=client,
        from_date=from_date,
        to_date=to_date,
        person_id=person_id,
        thing_id=thing_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_date: datetime.date | Unset = UNSET,
    to_date: datetime.date | Unset = UNSET,
    person_id: str | Unset = UNSET,
    thing_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ActPage | Problem]:
    """List who changed what, the latest first

     Records hold ids and no names, scores or texts. They are kept for seven years. It has one save of a
    result sheet for each person in a quarter of an hour. The sheet's own history has all of them. For
    district administrators.

    Args:
        from_date (datetime.date | Unset):
        to_date (datetime.date | Unset):
        person_id (str | Unset):
        thing_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ActPage | Problem]
    """

    kwargs = _get_kwargs(
        from_date=from_date,
        to_date=to_date,
        person_id=person_id,
        thing_id=thing_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_date: datetime.date | Unset = UNSET,
    to_date: datetime.date | Unset = UNSET,
    person_id: str | Unset = UNSET,
    thing_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ActPage | Problem | None:
    """List who changed what, the latest first

     Records hold ids and no names, scores or texts. They are kept for seven years. It has one save of a
    result sheet for each person in a quarter of an hour. The sheet's own history has all of them. For
    district administrators.

    Args:
        from_date (datetime.date | Unset):
        to_date (datetime.date | Unset):
        person_id (str | Unset):
        thing_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ActPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            from_date=from_date,
            to_date=to_date,
            person_id=person_id,
            thing_id=thing_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
