from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bank_item_page import BankItemPage
from ...models.item_kind import ItemKind
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    text: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    kind: ItemKind | Unset = UNSET,
    with_facility: bool | Unset = False,
    facility_min: float | Unset = UNSET,
    facility_max: float | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["text"] = text

    params["standard"] = standard

    params["standards_set_id"] = standards_set_id

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["with_facility"] = with_facility

    params["facility_min"] = facility_min

    params["facility_max"] = facility_max

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/items",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BankItemPage | Problem | None:
    if response.status_code == 200:
        response_200 = BankItemPage.from_dict(response.json())

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
) -> Response[BankItemPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    kind: ItemKind | Unset = UNSET,
    with_facility: bool | Unset = False,
    facility_min: float | Unset = UNSET,
    facility_max: float | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[BankItemPage | Problem]:
    """Find items of assessments you may copy, by standard and text

     Append what you find with `POST /v1/assessments/{assessment_id}/bank-items`. For teachers and
    district administrators.

    Args:
        text (str | Unset):
        standard (str | Unset):
        standards_set_id (str | Unset):
        kind (ItemKind | Unset): The form of an answer and the way it is scored.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are
            each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no
            key.
        with_facility (bool | Unset):  Default: False.
        facility_min (float | Unset):
        facility_max (float | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BankItemPage | Problem]
    """

    kwargs = _get_kwargs(
        text=text,
        standard=standard,
        standards_set_id=standards_set_id,
        kind=kind,
        with_facility=with_facility,
        facility_min=facility_min,
        facility_max=facility_max,
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
    text: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    kind: ItemKind | Unset = UNSET,
    with_facility: bool | Unset = False,
    facility_min: float | Unset = UNSET,
    facility_max: float | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> BankItemPage | Problem | None:
    """Find items of assessments you may copy, by standard and text

     Append what you find with `POST /v1/assessments/{assessment_id}/bank-items`. For teachers and
    district administrators.

    Args:
        text (str | Unset):
        standard (str | Unset):
        standards_set_id (str | Unset):
        kind (ItemKind | Unset): The form of an answer and the way it is scored.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are
            each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no
            key.
        with_facility (bool | Unset):  Default: False.
        facility_min (float | Unset):
        facility_max (float | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BankItemPage | Problem
    """

    return sync_detailed(
        client=client,
        text=text,
        standard=standard,
        standards_set_id=standards_set_id,
        kind=kind,
        with_facility=with_facility,
        facility_min=facility_min,
        facility_max=facility_max,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    kind: ItemKind | Unset = UNSET,
    with_facility: bool | Unset = False,
    facility_min: float | Unset = UNSET,
    facility_max: float | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[BankItemPage | Problem]:
    """Find items of assessments you may copy, by standard and text

     Append what you find with `POST /v1/assessments/{assessment_id}/bank-items`. For teachers and
    district administrators.

    Args:
        text (str | Unset):
        standard (str | Unset):
        standards_set_id (str | Unset):
        kind (ItemKind | Unset): The form of an answer and the way it is scored.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are
            each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no
            key.
        with_facility (bool | Unset):  Default: False.
        facility_min (float | Unset):
        facility_max (float | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BankItemPage | Problem]
    """

    kwargs = _get_kwargs(
        text=text,
        standard=standard,
        standards_set_id=standards_set_id,
        kind=kind,
        with_facility=with_facility,
        facility_min=facility_min,
        facility_max=facility_max,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    kind: ItemKind | Unset = UNSET,
    with_facility: bool | Unset = False,
    facility_min: float | Unset = UNSET,
    facility_max: float | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> BankItemPage | Problem | None:
    """Find items of assessments you may copy, by standard and text

     Append what you find with `POST /v1/assessments/{assessment_id}/bank-items`. For teachers and
    district administrators.

    Args:
        text (str | Unset):
        standard (str | Unset):
        standards_set_id (str | Unset):
        kind (ItemKind | Unset): The form of an answer and the way it is scored.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are
            each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no
            key.
        with_facility (bool | Unset):  Default: False.
        facility_min (float | Unset):
        facility_max (float | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BankItemPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            text=text,
            standard=standard,
            standards_set_id=standards_set_id,
            kind=kind,
            with_facility=with_facility,
            facility_min=facility_min,
            facility_max=facility_max,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
