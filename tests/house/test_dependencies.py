"""The parts of other people's packages that ship: everything that is called, and little else."""

from __future__ import annotations

import ast
from functools import cache
from typing import Any

import pytest
from botocore import xform_name
from botocore.session import get_session

from infra.dependencies import OPERATIONS, only_called
from tests.house.sources import product_nodes

NOT_CALLED_BY_US = {"s3": {"CreateBucket", "HeadBucket"}}
"""The parts that botocore itself reads for our calls."""
OF_OTHERS = {"get_template"}
"""Jinja's, and by chance called like an operation."""


@cache
def load_description(service: str) -> dict[str, Any]:
    """Return botocore's own description, whole."""
    found: dict[str, Any] = (
        get_session().get_component("data_loader").load_service_model(service, "service-2")
    )
    return found


@cache
def words_of_the_product() -> frozenset[str]:
    """Every name that is looked up and every text: a call is written in one of the two ways."""
    names = {node.attr for _, node in product_nodes(ast.Attribute)}
    texts = {node.value for _, node in product_nodes(ast.Constant) if isinstance(node.value, str)}
    return frozenset(names | texts)


@pytest.mark.parametrize("service", OPERATIONS)
def test_the_operations_that_are_called_are_the_ones_that_ship(service: str) -> None:
    possible = {xform_name(name): name for name in load_description(service)["operations"]}
    called = {possible[word] for word in possible.keys() & words_of_the_product() - OF_OTHERS}
    assert called == set(OPERATIONS[service]) - NOT_CALLED_BY_US.get(service, set())


@pytest.mark.parametrize("service", OPERATIONS)
def test_an_operation_ships_with_every_shape_that_it_leads_to(service: str) -> None:
    whole = load_description(service)
    shipped = only_called(whole, OPERATIONS[service])
    named = _list_shapes(shipped["operations"]) | _list_shapes(shipped["shapes"])
    assert named == set(shipped["shapes"]), "all that are needed, and no others"
    assert all(whole["shapes"][name] == shape for name, shape in shipped["shapes"].items())
    assert len(shipped["shapes"]) < len(whole["shapes"])
    assert shipped["metadata"] == whole["metadata"]


def _list_shapes(part: Any) -> set[str]:
    """Name the shapes that are referred to anywhere in a part of a description."""
    if isinstance(part, list):
        return set().union(*map(_list_shapes, part))
    if not isinstance(part, dict):
        return set()
    own = {part["shape"]} if isinstance(part.get("shape"), str) else set()
    return own.union(*map(_list_shapes, part.values()))
