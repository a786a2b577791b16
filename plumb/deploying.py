"""`plumb deploy`: the project as it is here, to a district's stack on AWS."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from infra.deploy import Deployed, Deployment
from infra.package import package
from infra.people import appoint_first_admin, invite
from plumb.explain import explained

Stack = Annotated[str, typer.Option(help="The stack's name, one per district.")]
Parameter = Annotated[
    list[str] | None,
    typer.Option("--set", help="A stack parameter, NAME=VALUE. Left out: as it is."),
]
Accept = Annotated[bool, typer.Option("--accept", help="Yes, even if data is lost.")]
Plan = Annotated[bool, typer.Option("--plan", help="Only show what would change.")]
AdminName = Annotated[str, typer.Option(help="The first admin's sign-in name.")]
AdminAddress = Annotated[str, typer.Option(help="The first admin's e-mail address.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

LAMBDA = ("Linux", "x86_64")


def deploy(
    stack: Stack = "plumbline",
    parameter: Parameter = None,
    accept: Accept = False,
    plan: Plan = False,
    admin: AdminName = "",
    admin_address: AdminAddress = "",
    as_json: AsJson = False,
) -> None:
    """Package, show what would change, and make the change unless it would lose data.

    With --admin, that person is let in as a district admin, before there is any roster.
    """
    _check_machine()
    tell = Console(stderr=True, quiet=as_json)
    wanted = dict(each.partition("=")[::2] for each in parameter or [])
    with explained():
        deployment = Deployment(stack, tell.print)
        made = package(tell=tell.print)
        if plan:
            changes = deployment.plan(made, wanted)
            deployment.forget_plan()
            done = Deployed({}, changes)
        else:
            done = deployment.run(made, wanted, accept=accept)
            _let_in(dict(done.outputs), admin, admin_address)
    _show(done, as_json=as_json)


def _check_machine() -> None:
    if (platform.system(), platform.machine()) != LAMBDA:
        reason = "Deploy from Linux on x86-64: wheels of other systems do not run on Lambda."
        raise typer.BadParameter(reason)


def _let_in(outputs: dict[str, str], admin: str, address: str) -> None:
    if admin:
        appoint_first_admin(outputs, admin, (admin, ""), address)
        invite(outputs, admin, address)


def _show(done: Deployed, *, as_json: bool) -> None:
    if as_json:
        changes = [asdict(change) for change in done.changes]
        typer.echo(json.dumps({"outputs": dict(done.outputs), "changes": changes}, indent=2))
        return
    table = Table("", "resource", "kind", "", title=f"{len(done.changes)} changes")
    for change in done.changes:
        note = "LOSES DATA" if change.loses() else "replaced" if change.replaced else ""
        table.add_row(change.action, change.resource, change.kind, note)
    Console().print(table)
    for name, value in done.outputs.items():
        Console().print(f"{name}: {value}", soft_wrap=True)
