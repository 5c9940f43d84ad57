"""How a command that returns an answer becomes one that writes it: it gets `--format` and
`--output`, and the answer's exit code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import typer

from vfi.cli.answer import Answer, Script
from vfi.cli.formats import FORMATS
from vfi.endings import endings_of, joined


@dataclass(frozen=True, slots=True)
class Writes:
    """Marks a flag with which a command returns a script instead of an answer.

    Attributes:
        kind: the kind of file that the script is.
    """

    kind: str


def is_answering(command: Callable[..., Any]) -> bool:
    """Whether a command returns an answer."""
    returned = signature(command, eval_str=True).return_annotation
    return Answer in (returned, *get_args(returned))


def writing(command: Callable[..., Answer | Script]) -> Callable[..., None]:
    """The command that writes what another one returns, as two further options say.

    Where it goes is decided before the work starts, so that no work is lost to a wrong option.
    """
    parameters = [*signature(command, eval_str=True).parameters.values()]
    scripts = _scripts(parameters)

    def run(*, format_: str | None, output: Path | None, **arguments: Any) -> None:
        from vfi.cli.emitting import emit, format_of, refuse_format

        flag = next((name for name in scripts if arguments[name]), None)
        if flag is None:
            chosen = format_of(format_, output)
        else:
            chosen = None
            refuse_format(flag, scripts[flag], format_, output)
        raise typer.Exit(emit(command(**arguments), chosen, output))

    parameters += [_format_option(), _output_option()]
    run.__doc__, run.__name__ = command.__doc__, command.__name__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # which typer reads
    return run


def _scripts(parameters: list[Parameter]) -> dict[str, str]:
    """By flag, the kind of script that it has written."""
    return {
        parameter.name: mark.kind
        for parameter in parameters
        if get_origin(parameter.annotation) is Annotated
        for mark in get_args(parameter.annotation)
        if isinstance(mark, Writes)
    }


def _format_option() -> Parameter:
    formats = list(FORMATS.values())
    uses = ", ".join(
        f"{joined([format_.name for format_ in alike], 'and')} for {reader}"
        for reader, alike in groupby(formats, key=lambda format_: format_.reader)
    )
    option = typer.Option(
        "--format",
        help=f"{uses}. Without it the ending of --output decides.",
        show_default=formats[0].name,
    )
    choices = Literal[tuple(FORMATS)]  # type: ignore[valid-type]  # as many as are registered
    return _keyword("format_", Annotated[choices | None, option])


def _output_option() -> Parameter:
    endings = joined(endings_of(FORMATS), "or")
    option = typer.Option(
        "--output",
        "-o",
        help=f"Write to this file instead of the terminal; it ends in {endings}, as the format.",
        show_default=False,
    )
    return _keyword("output", Annotated[Path | None, option])


def _keyword(name: str, annotation: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
