"""The tree of a framework: who is whose child, in which order, and where it goes round in circles.

Works on numbers of nodes and never by recursion: a framework may be a chain of 30,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Parents = Sequence[Sequence[int]]
"""For each node the nodes it says it is a child of, first choice first."""


def loops(parents: Parents) -> list[list[int]]:
    """Find the circles: one for each knot of nodes that are all each other's ancestors.

    Each is listed along the way, child before parent; the last one's parent is the first.

    >>> loops([[1], [2], [0], [0], [4]])
    [[0, 1, 2], [4]]
    """
    return sorted(_shortest(knot, parents) for knot in _knots(parents))


def preorder(parent: Sequence[int | None], ranks: Sequence[tuple[float, int]]) -> list[int]:
    """Order the nodes as the tree is read from top to bottom; nodes in circles are left out.

    >>> preorder([None, 0, 0, 1], [(1, 0), (2, 1), (1, 2), (1, 3)])
    [0, 2, 1, 3]
    """
    children: dict[int | None, list[int]] = {}
    for node in sorted(range(len(parent)), key=ranks.__getitem__, reverse=True):
        children.setdefault(parent[node], []).append(node)
    ordered = []
    waiting = list(children.get(None, ()))
    while waiting:
        node = waiting.pop()
        ordered.append(node)
        waiting += children.get(node, ())
    return ordered


def _knots(parents: Parents) -> Iterator[list[int]]:
    """Yield the strongly connected components that hold a circle (Tarjan, without recursion)."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in range(len(parents)):
        if root in number:
            continue
        work = [(root, iter(parents[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    knot = _unstack(node, stack, on_stack)
                    if len(knot) > 1 or node in parents[node]:
                        yield knot
            elif step not in number:
                number[step] = low[step] = len(number)
                stack.append(step)
                on_stack.add(step)
                work.append((step, iter(parents[step])))
            elif step in on_stack:
                low[node] = min(low[node], number[step])


def _unstack(node: int, stack: list[int], on_stack: set[int]) -> list[int]:
    knot: list[int] = []
    while not knot or knot[-1] != node:
        knot.append(stack.pop())
        on_stack.discard(knot[-1])
    return knot


def _shortest(knot: list[int], parents: Parents) -> list[int]:
    """Walk breadth first from the knot's lowest node back to itself."""
    inside = set(knot)
    start = min(knot)
    came_from: dict[int, int] = {}
    waiting = [start]
    for node in waiting:
        for step in parents[node]:
            if step == start:
                return _way(start, node, came_from)
            if step in inside and step not in came_from:
                came_from[step] = node
                waiting.append(step)
    msg = "a knot always leads back"
    raise AssertionError(msg)


def _way(start: int, end: int, came_from: dict[int, int]) -> list[int]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
