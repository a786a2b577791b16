from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_people_order import ListPeopleOrder
from ...models.person_page import PersonPage
from ...models.problem import Problem
from ...models.role import Role
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    role: Role | Unset = UNSET,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    enabled: bool | Unset = UNSET,
    order: ListPeopleOrder | Unset = ListPeopleOrder.ASC,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_role: str | Unset = UNSET
    if not isinstance(role, Unset):
        json_role = role.value

    params["role"] = json_role

    params["school_id"] = school_id

    params["text"] = text

    params["enabled"] = enabled

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order.value

    params["order"] = json_order

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/people",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PersonPage | Problem | None:
    if response.status_code == 200:
        response_200 = PersonPage.from_dict(response.json())

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
) -> Response[PersonPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    role: Role | Unset = UNSET,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    enabled: bool | Unset = UNSET,
    order: ListPeopleOrder | Unset = ListPeopleOrder.ASC,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PersonPage | Problem]:
    """Find people of the staff

     Everybody finds the staff of the whole district, and no students. `school_id` narrows the list to
    one school. For everybody with a role in the district.

    Args:
        role (Role | Unset): A person's role in a district; from the stored roster, never from a
            token.

            - `district_admin`: Administers the district: may see everything of it, and distributes
            assessments.
            - `school_admin`: Administers some schools: may read everything of these.
            - `teacher`: Teaches classes: may see and change what belongs to these.
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        enabled (bool | Unset):
        order (ListPeopleOrder | Unset):  Default: ListPeopleOrder.ASC.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PersonPage | Problem]
    """

    kwargs = _get_kwargs(
        role=role,
        school_id=school_id,
        text=text,
        enabled=enabled,
        order=order,
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
    role: Role | Unset = UNSET,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    enabled: bool | Unset = UNSET,
    order: ListPeopleOrder | Unset = ListPeopleOrder.ASC,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PersonPage | Problem | None:
    """Find people of the staff

     Everybody finds the staff of the whole district, and no students. `school_id` narrows the list to
    one school. For everybody with a role in the district.

    Args:
        role (Role | Unset): A person's role in a district; from the stored roster, never from a
            token.

            - `district_admin`: Administers the district: may see everything of it, and distributes
            assessments.
            - `school_admin`: Administers some schools: may read everything of these.
            - `teacher`: Teaches classes: may see and change what belongs to these.
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        enabled (bool | Unset):
        order (ListPeopleOrder | Unset):  Default: ListPeopleOrder.ASC.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PersonPage | Problem
    """

    return sync_detailed(
        client=client,
        role=role,
        school_id=school_id,
        text=text,
        enabled=enabled,
        order=order,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    role: Role | Unset = UNSET,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    enabled: bool | Unset = UNSET,
    order: ListPeopleOrder | Unset = ListPeopleOrder.ASC,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PersonPage | Problem]:
    """Find people of the staff

     Everybody finds the staff of the whole district, and no students. `school_id` narrows the list to
    one school. For everybody with a role in the district.

    Args:
        role (Role | Unset): A person's role in a district; from the stored roster, never from a
            token.

            - `district_admin`: Administers the district: may see everything of it, and distributes
            assessments.
            - `school_admin`: Administers some schools: may read everything of these.
            - `teacher`: Teaches classes: may see and change what belongs to these.
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        enabled (bool | Unset):
        order (ListPeopleOrder | Unset):  Default: ListPeopleOrder.ASC.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PersonPage | Problem]
    """

    kwargs = _get_kwargs(
        role=role,
        school_id=school_id,
        text=text,
        enabled=enabled,
        order=order,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    role: Role | Unset = UNSET,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    enabled: bool | Unset = UNSET,
    order: ListPeopleOrder | Unset = ListPeopleOrder.ASC,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PersonPage | Problem | None:
    """Find people of the staff

     Everybody finds the staff of the whole district, and no students. `school_id` narrows the list to
    one school. For everybody with a role in the district.

    Args:
        role (Role | Unset): A person's role in a district; from the stored roster, never from a
            token.

            - `district_admin`: Administers the district: may see everything of it, and distributes
            assessments.
            - `school_admin`: Administers some schools: may read everything of these.
            - `teacher`: Teaches classes: may see and change what belongs to these.
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        enabled (bool | Unset):
        order (ListPeopleOrder | Unset):  Default: ListPeopleOrder.ASC.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PersonPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            role=role,
            school_id=school_id,
            text=text,
            enabled=enabled,
            order=order,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
