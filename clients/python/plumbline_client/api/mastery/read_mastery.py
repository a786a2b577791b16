from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.mastery_view import MasteryView
from ...models.problem import Problem
from ...models.read_mastery_order import ReadMasteryOrder
from ...types import UNSET, Response, Unset


def _get_kwargs(
    tracker_id: str,
    *,
    standard: str | Unset = UNSET,
    student_id: str | Unset = UNSET,
    sort: str | Unset = "name",
    order: ReadMasteryOrder | Unset = ReadMasteryOrder.ASC,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["standard"] = standard

    params["student_id"] = student_id

    params["sort"] = sort

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order.value

    params["order"] = json_order

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/trackers/{tracker_id}/mastery".format(
            tracker_id=quote(str(tracker_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MasteryView | Problem | None:
    if response.status_code == 200:
        response_200 = MasteryView.from_dict(response.json())

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
) -> Response[MasteryView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    tracker_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
    student_id: str | Unset = UNSET,
    sort: str | Unset = "name",
    order: ReadMasteryOrder | Unset = ReadMasteryOrder.ASC,
) -> Response[MasteryView | Problem]:
    """See a class's mastery: students by standards

     Calculated from all results in the tracker whenever it is asked for. For everybody with a role in
    the district.

    Args:
        tracker_id (str):
        standard (str | Unset):
        student_id (str | Unset):
        sort (str | Unset):  Default: 'name'.
        order (ReadMasteryOrder | Unset):  Default: ReadMasteryOrder.ASC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MasteryView | Problem]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        standard=standard,
        student_id=student_id,
        sort=sort,
        order=order,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    tracker_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
    student_id: str | Unset = UNSET,
    sort: str | Unset = "name",
    order: ReadMasteryOrder | Unset = ReadMasteryOrder.ASC,
) -> MasteryView | Problem | None:
    """See a class's mastery: students by standards

     Calculated from all results in the tracker whenever it is asked for. For everybody with a role in
    the district.

    Args:
        tracker_id (str):
        standard (str | Unset):
        student_id (str | Unset):
        sort (str | Unset):  Default: 'name'.
        order (ReadMasteryOrder | Unset):  Default: ReadMasteryOrder.ASC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MasteryView | Problem
    """

    return sync_detailed(
        tracker_id=tracker_id,
        client=client,
        standard=standard,
        student_id=student_id,
        sort=sort,
        order=order,
    ).parsed


async def asyncio_detailed(
    tracker_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
    student_id: str | Unset = UNSET,
    sort: str | Unset = "name",
    order: ReadMasteryOrder | Unset = ReadMasteryOrder.ASC,
) -> Response[MasteryView | Problem]:
    """See a class's mastery: students by standards

     Calculated from all results in the tracker whenever it is asked for. For everybody with a role in
    the district.

    Args:
        tracker_id (str):
        standard (str | Unset):
        student_id (str | Unset):
        sort (str | Unset):  Default: 'name'.
        order (ReadMasteryOrder | Unset):  Default: ReadMasteryOrder.ASC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MasteryView | Problem]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        standard=standard,
        student_id=student_id,
        sort=sort,
        order=order,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    tracker_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
    student_id: str | Unset = UNSET,
    sort: str | Unset = "name",
    order: ReadMasteryOrder | Unset = ReadMasteryOrder.ASC,
) -> MasteryView | Problem | None:
    """See a class's mastery: students by standards

     Calculated from all results in the tracker whenever it is asked for. For everybody with a role in
    the district.

    Args:
        tracker_id (str):
        standard (str | Unset):
        student_id (str | Unset):
        sort (str | Unset):  Default: 'name'.
        order (ReadMasteryOrder | Unset):  Default: ReadMasteryOrder.ASC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MasteryView | Problem
    """

    return (
        await asyncio_detailed(
            tracker_id=tracker_id,
            client=client,
            standard=standard,
            student_id=student_id,
            sort=sort,
            order=order,
        )
    ).parsed
