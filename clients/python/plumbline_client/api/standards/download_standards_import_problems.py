from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.download_standards_import_problems_severity import (
    DownloadStandardsImportProblemsSeverity,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    import_id: str,
    *,
    severity: DownloadStandardsImportProblemsSeverity
    | Unset = DownloadStandardsImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_severity: str | Unset = UNSET
    if not isinstance(severity, Unset):
        json_severity = severity.value

    params["severity"] = json_severity

    params["file"] = file

    params["column"] = column

    params["code"] = code

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/standards-imports/{import_id}/problems.csv".format(
            import_id=quote(str(import_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

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
) -> Response[Problem | str]:
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
    severity: DownloadStandardsImportProblemsSeverity
    | Unset = DownloadStandardsImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
) -> Response[Problem | str]:
    """Everything wrong with a package of standards as CSV

     A package has no row numbers that could stand for the places. For district administrators.

    Args:
        import_id (str):
        severity (DownloadStandardsImportProblemsSeverity | Unset):  Default:
            DownloadStandardsImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        severity=severity,
        file=file,
        column=column,
        code=code,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: DownloadStandardsImportProblemsSeverity
    | Unset = DownloadStandardsImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
) -> Problem | str | None:
    """Everything wrong with a package of standards as CSV

     A package has no row numbers that could stand for the places. For district administrators.

    Args:
        import_id (str):
        severity (DownloadStandardsImportProblemsSeverity | Unset):  Default:
            DownloadStandardsImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        import_id=import_id,
        client=client,
        severity=severity,
        file=file,
        column=column,
        code=code,
    ).parsed


async def asyncio_detailed(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: DownloadStandardsImportProblemsSeverity
    | Unset = DownloadStandardsImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
) -> Response[Problem | str]:
    """Everything wrong with a package of standards as CSV

     A package has no row numbers that could stand for the places. For district administrators.

    Args:
        import_id (str):
        severity (DownloadStandardsImportProblemsSeverity | Unset):  Default:
            DownloadStandardsImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        import_id=import_id,
        severity=severity,
        file=file,
        column=column,
        code=code,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    import_id: str,
    *,
    client: AuthenticatedClient,
    severity: DownloadStandardsImportProblemsSeverity
    | Unset = DownloadStandardsImportProblemsSeverity.VALUE_0,
    file: str | Unset = "",
    column: str | Unset = UNSET,
    code: str | Unset = "",
) -> Problem | str | None:
    """Everything wrong with a package of standards as CSV

     A package has no row numbers that could stand for the places. For district administrators.

    Args:
        import_id (str):
        severity (DownloadStandardsImportProblemsSeverity | Unset):  Default:
            DownloadStandardsImportProblemsSeverity.VALUE_0.
        file (str | Unset):  Default: ''.
        column (str | Unset):
        code (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            import_id=import_id,
            client=client,
            severity=severity,
            file=file,
            column=column,
            code=code,
        )
    ).parsed
