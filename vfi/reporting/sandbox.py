"""Jinja's sandbox, less what could differ from run to run and what could fill the memory by one
call.

What a template writes follows from what it is given and from nothing else: only text and numbers
are written, nothing is drawn at random, and what would print its address in memory refuses to be
text, wherever a template asks it to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import wraps
from numbers import Number
from types import BuiltinMethodType, FunctionType, MethodType, MethodWrapperType
from typing import Any, NoReturn

from jinja2 import BaseLoader, StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Cycler, Joiner, Namespace

from vfi.numbers import count_of, grouped, named, out_of, part_of
from vfi.problems import sentence

WIDEST = 10_000
WIDENING_METHODS = frozenset({"center", "expandtabs", "ljust", "rjust", "zfill"})
WIDENING_FILTERS = frozenset({"batch", "center", "indent", "slice", "truncate", "wordwrap"})
TOO_WIDE = re.compile(r"[0-9]{5}")
NESTED_WIDTH = re.compile(r"[:!][^{}]*\{")
WITHHELD_FILTERS = frozenset({"attr", "pprint", "random"})
WITHHELD_TESTS = frozenset({"sameas"})
FUNCTIONS = (BuiltinMethodType, FunctionType, MethodType, MethodWrapperType)


class _NotText:
    """What refuses to be text: Python would give an address in memory, another one in each run."""

    kind = "this"

    def __str__(self) -> str:
        _refuse(type(self).kind)

    def __repr__(self) -> str:
        _refuse(type(self).kind)

    def __format__(self, form: str) -> str:
        _refuse(type(self).kind)


class _Cycler(_NotText, Cycler):
    kind = "a cycler"


class _Joiner(_NotText, Joiner):
    kind = "a joiner"


class _Namespace(_NotText, Namespace):
    kind = "a namespace"


class _Block(_NotText, BlockReference):
    kind = "a block"

    @property
    def super(self) -> BlockReference | Undefined:
        return _block(super().super)


class _Function(_NotText):
    """A function or method, to be called and not to be printed."""

    kind = "a function"

    def __init__(self, function: Callable[..., Any], name: str) -> None:
        self._function = function
        self._name = name
        self.unsafe_callable = getattr(function, "unsafe_callable", False)
        self.alters_data = getattr(function, "alters_data", False)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        text = getattr(getattr(self._function, "__wrapped__", self._function), "__self__", None)
        if isinstance(text, str) and self._name in WIDENING_METHODS:
            _check_widths(self._name, (*arguments, *named.values()))
        if isinstance(text, str) and self._name in {"format", "format_map"}:
            _check_form(text)
        return _tamed(self._function(*arguments, **named))


class _Context(Context):
    def super(
        self, name: str, current: Callable[[Context], Iterator[str]]
    ) -> BlockReference | Undefined:
        return _block(super().super(name, current))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of the report's templates."""

    intercepted_binops = frozenset({"*", "**", "%"})
    context_class = _Context

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
        )
        self.globals = {
            "cycler": _Cycler,
            "dict": dict,
            "joiner": _Joiner,
            "namespace": _Namespace,
            "range": _Function(safe_range, "range"),
            "count_of": _Function(count_of, "count_of"),
            "grouped": _Function(grouped, "grouped"),
            "out_of": _Function(out_of, "out_of"),
            "part_of": _Function(part_of, "part_of"),
            "named": _Function(named, "named"),
            "sentence": _Function(sentence, "sentence"),
        }
        kept = {
            name: function
            for name, function in self.filters.items()
            if name not in WITHHELD_FILTERS
        }
        self.filters = {name: _tame(function, name) for name, function in kept.items()}
        self.tests = {name: test for name, test in self.tests.items() if name not in WITHHELD_TESTS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What Jinja asks before it multiplies, or fills in a form."""
        if operator == "%" and isinstance(left, str):
            _check_form(left)
        elif operator == "**" or not all(
            isinstance(factor, int | float) for factor in (left, right)
        ):
            raise SecurityError(
                f"the operator {operator} is for numbers only, and powers are not offered"
            )
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute, or an item, of what a template has."""
        return _tamed(super().getattr(obj, attribute), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item, or an attribute, of what a template has."""
        return _tamed(super().getitem(obj, argument), str(argument))


def _refuse(kind: str, hint: str = "") -> NoReturn:
    raise SecurityError(f"{kind}, which is neither text nor a number and cannot be printed{hint}")


def _printable(value: Any) -> Any:
    """What an expression of a template gives, if it may be written."""
    if value is None or isinstance(value, str | Number | Undefined):
        return value
    if isinstance(value, _NotText):
        str(value)
    _refuse(
        f"a {type(value).__name__}", "; join its parts" if isinstance(value, list | tuple) else ""
    )


def _tamed(value: Any, name: str = "") -> Any:
    """The value, so that it does not print an address: functions refuse to be text, and what is
    iterated is a list.
    """
    if isinstance(value, FUNCTIONS):
        return _Function(value, name or value.__name__)
    if isinstance(value, BlockReference):
        return _block(value)
    return (
        list(value) if isinstance(value, Iterator) and not isinstance(value, LoopContext) else value
    )


def _tame(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """A filter, so that what it gives does not print an address, and that it does not fill the
    memory.
    """

    @wraps(function)
    def tamed(*arguments: Any, **named: Any) -> Any:
        if name in WIDENING_FILTERS:
            _check_widths(name, (*arguments, *named.values()))
        if name == "format":
            _check_form(str(arguments[0]))
        return _tamed(function(*arguments, **named))

    return tamed


def _block(block: BlockReference | Undefined) -> BlockReference | Undefined:
    if isinstance(block, Undefined):
        return block
    return _Block(block.name, block._context, block._stack, block._depth)


def _check_widths(name: str, arguments: tuple[Any, ...]) -> None:
    if any(isinstance(argument, int) and argument > WIDEST for argument in arguments):
        raise SecurityError(f"{name} of more than {grouped(WIDEST)} characters")


def _check_form(form: str) -> None:
    """Refuse a form such as `{:>700000000}`, `%700000000d` or `%*d`, or one whose width is
    inserted.
    """
    if TOO_WIDE.search(form) or NESTED_WIDTH.search(form) or re.search(r"%[^a-zA-Z%]*\*", form):
        raise SecurityError(
            f"a form of more than {grouped(WIDEST)} characters, or of a width that is not written "
            "in it"
        )
