"""The Python that the console's templates become: HTML, always escaped, that calls plain functions.

jinja2 asks more of each value, attribute and call than these templates need: whether to escape,
whether a function wants the template's context. That took half the time of a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

_find_special = re.compile("[&<>'\"]").search

mark: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a template's own text as markup, without a look at its content."""


def write_out(value: Any) -> str:
    """Write a value into a page: markup as it is, anything else escaped.

    >>> str(write_out("a < b")), write_out(7), str(write_out(Markup("<b>")))
    ('a &lt; b', '7', '<b>')
    """
    kind = type(value)
    if kind is Markup or (kind is str and _find_special(value) is None):
        text: str = value
        return text
    return str(value) if kind is int else escape(value)


class ScreenCode(CodeGenerator):
    """Writes a template as Python; what it does not know to be plain, it leaves to jinja2."""

    def write_commons(self) -> None:
        """Write names for the functions that values and attributes pass, into each function."""
        super().write_commons()
        self.writeline("escape = environment.write_out")
        self.writeline("look = environment.look")
        self.writeline("Markup = environment.mark")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - jinja2's
        """Look into an answer of the API by key; jinja2 asks for an attribute before."""
        if hasattr(dict, node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("look(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(  # noqa: N802 - jinja2's
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - jinja2's
    ) -> None:
        """Call a function as Python does."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Import macros; jinja2 compares all that both templates know first, which is the same."""
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r})._get_default_module()")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Make a macro a function of its own parameters."""
        names = [each.name for each in macro_ref.node.args]
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or any(map(iskeyword, names)):
            super().macro_def(macro_ref, frame)
            return
        parameters = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            parameters.append("caller=undefined(name='caller')")
        parts = ", ".join((*parameters, "*", "macro=macro"))
        self.write(f"lambda {parts}: Markup(macro({', '.join(names)}))")


class ScreenEnvironment(Environment):
    """Makes the console's templates, and is what they ask while a page is rendered."""

    code_generator_class = ScreenCode
    write_out = staticmethod(write_out)
    mark = staticmethod(mark)

    def make_globals(self, d: Any) -> Any:
        """Return what every template knows, as it is: a page copies it."""
        return super().make_globals(d) if d else self.globals

    def look(self, thing: Any, name: str) -> Any:
        """Return what a name means of a thing: a field of an answer, or an attribute."""
        if type(thing) is dict and name in thing:
            return thing[name]
        try:
            return getattr(thing, name)
        except AttributeError:
            return self.getattr(thing, name)
