from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_problem_page import ImportProblemPage
from ...models.list_roster_import_problems_severity import (
    ListRosterImportProblemsSeverity,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    import_id: str,
    *,
    severity: ListRosterImportProblemsSeverity
    | Unset = ListRosterImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
    example_limit: int | Unset = 3,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_severity: str | Unset = UNSET
    if not isinstance(severity, Unset):
        json_severity = severity.value

    params["severity"] = json_severity

    params["file"] = file

    params["column"] = column

    params["code"] = code

    params["example_limit"] = example_limit

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/roster-imports/{import_id}/problems".format(
            import_id=quote(str(import_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportProblemPage | Problem | None:
    if response.status_code == 200:
        response_200 = ImportProblemPage.from_dict(response.json())

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
) -> Response[ImportProblemPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: ListRosterImportProblemsSeverity
    | Unset = ListRosterImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
    example_limit: int | Unset = 3,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ImportProblemPage | Problem]:
    """List everything wrong with an import's package

     For district administrators.

    Args:
        import_id (str):
        severity (ListRosterImportProblemsSeverity | Unset):  Default:
            ListRosterImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.
        example_limit (int | Unset):  Default: 3.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportProblemPage | Problem]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        severity=severity,
        file=file,
        column=column,
        code=code,
        example_limit=example_limit,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: ListRosterImportProblemsSeverity
    | Unset = ListRosterImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
    example_limit: int | Unset = 3,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ImportProblemPage | Problem | None:
    """List everything wrong with an import's package

     For district administrators.

    Args:
        import_id (str):
        severity (ListRosterImportProblemsSeverity | Unset):  Default:
            ListRosterImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.
        example_limit (int | Unset):  Default: 3.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportProblemPage | Problem
    """

    return sync_detailed(
        import_id=import_id,
        client=client,
        severity=severity,
        file=file,
        column=column,
        code=code,
        example_limit=example_limit,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: ListRosterImportProblemsSeverity
    | Unset = ListRosterImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
    example_limit: int | Unset = 3,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[ImportProblemPage | Problem]:
    """List everything wrong with an import's package

     For district administrators.

    Args:
        import_id (str):
        severity (ListRosterImportProblemsSeverity | Unset):  Default:
            ListRosterImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.
        example_limit (int | Unset):  Default: 3.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportProblemPage | Problem]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        severity=severity,
        file=file,
        column=column,
        code=code,
        example_limit=example_limit,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: ListRosterImportProblemsSeverity
    | Unset = ListRosterImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
    example_limit: int | Unset = 3,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> ImportProblemPage | Problem | None:
    """List everything wrong with an import's package

     For district administrators.

    Args:
        import_id (str):
        severity (ListRosterImportProblemsSeverity | Unset):  Default:
            ListRosterImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.
        example_limit (int | Unset):  Default: 3.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportProblemPage | Problem
    """

    return (
        await asyncio_detailed(
            import_id=import_id,
            client=client,
            severity=severity,
            file=file,
            column=column,
            code=code,
            example_limit=example_limit,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
