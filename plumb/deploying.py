"""`plumb deploy`: the project as it is here, to a district's stack on AWS."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, replace
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from infra.deploy import Deployment, DeploymentResult
from infra.package import LambdaPackage, package
from infra.parameters import check_stack_name, read, require_all
from infra.people import appoint_first_admin, bind_accounts

Stack = Annotated[str, typer.Option(help="The stack's name, one per district.")]
Parameter = Annotated[
    list[str] | None,
    typer.Option("--set", help="A stack parameter, NAME=VALUE. Left out: as it is."),
]
Accept = Annotated[bool, typer.Option("--accept", help="Yes, even if data is lost.")]
Plan = Annotated[bool, typer.Option("--plan", help="Only show what would change.")]
AdminName = Annotated[str, typer.Option(help="The first admin's sign-in name.")]
AdminAddress = Annotated[str, typer.Option(help="The first admin's email address.")]
AdminPerson = Annotated[
    str, typer.Option(help="The first admin's id in the roster, where it is the same person.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

LAMBDA = ("Linux", "x86_64")


def deploy(
    stack: Stack = "plumbline",
    parameter: Parameter = None,
    accept: Accept = False,
    plan: Plan = False,
    admin: AdminName = "",
    admin_address: AdminAddress = "",
    admin_person: AdminPerson = "",
    as_json: AsJson = False,
) -> None:
    """Package, show what would change, and make the change unless it would lose data.

    With --admin, that person is let in as a district admin, before there is any roster.
    """
    _check_machine()
    tell = Console(stderr=True, quiet=as_json)
    check_stack_name(stack)
    wanted = read(parameter or [])
    deployment = Deployment(stack, tell.print)
    if not deployment.exists():
        require_all(wanted)
    made = package(tell=tell.print)
    if plan:
        done = _plan(deployment, made, wanted)
    else:
        _bind_accounts(deployment)
        done = deployment.run(made, wanted, accept=accept)
        deployment.name_itself(made, done.outputs["EndpointURL"].rstrip("/"))
        done = replace(done, outputs=deployment.outputs())
        if admin:
            let_in = dict(done.outputs), admin, (admin, ""), admin_address, admin_person
            appoint_first_admin(*let_in)
    _show(done, as_json=as_json)


def _plan(deployment: Deployment, made: LambdaPackage, wanted: dict[str, str]) -> DeploymentResult:
    try:
        return DeploymentResult({}, deployment.plan(made, wanted))
    finally:
        deployment.forget_plan()


def _check_machine() -> None:
    if (platform.system(), platform.machine()) != LAMBDA:
        reason = "Deploy from Linux on x86-64: wheels of other systems do not run on Lambda."
        raise typer.BadParameter(reason)


def _bind_accounts(deployment: Deployment) -> None:
    """Bind the accounts of an earlier release before the new code asks whose they are."""
    before = deployment.outputs() if deployment.exists() else {}
    if "UserPoolId" in before:
        bind_accounts(before)


def _show(done: DeploymentResult, *, as_json: bool) -> None:
    if as_json:
        changes = [asdict(change) for change in done.changes]
        typer.echo(json.dumps({"outputs": dict(done.outputs), "changes": changes}, indent=2))
        return
    Console().print(draw_changes(done))
    for name, value in done.outputs.items():
        Console().print(f"{name}: {value}", soft_wrap=True)


def draw_changes(done: DeploymentResult) -> Table:
    """Draw what a deployment changes, a line each."""
    table = Table(title=f"{len(done.changes)} changes", box=None)
    for heading in ("", "resource", "kind"):
        table.add_column(heading, overflow="fold")
    for change in done.changes:
        note = " LOSES DATA" if change.loses() else " replaced" if change.replaced else ""
        table.add_row(f"{change.action}{note}", change.resource, change.kind.removeprefix("AWS::"))
    return table
