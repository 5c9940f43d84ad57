"""Commands that are built when they are asked for: a person who runs one does not wait for the
others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, ClassVar, cast

import typer.main
from typer.core import TyperGroup
from typer.models import CommandInfo, TyperInfo

from vfi.cli.answering import is_answering, writing


class LazyCommands(Mapping[str, Any]):
    """Commands by name, each made from a function or a group `module:name` when it is first looked
    up.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            module, _, attribute = self._places[name].partition(":")
            self._made[name] = _made(name, getattr(import_module(module), attribute))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class LazyGroup(TyperGroup):
    """A group whose commands are built when they are asked for.

    Attributes:
        places: where each command is, `module:name` by its name, in the order of the help.
    """

    places: ClassVar[Mapping[str, str]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast("dict[str, Any]", LazyCommands(self.places))


def _made(name: str, thing: typer.Typer | Callable[..., Any]) -> Any:
    if isinstance(thing, typer.Typer):
        return typer.main.get_group_from_info(
            TyperInfo(thing, name=name),
            pretty_exceptions_short=True,
            suggest_commands=True,
            rich_markup_mode=None,
        )
    command = writing(thing) if is_answering(thing) else thing
    return typer.main.get_command_from_info(
        CommandInfo(name=name, callback=command),
        pretty_exceptions_short=True,
        rich_markup_mode=None,
    )
