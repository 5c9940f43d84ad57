"""The commands: each parses, calls and prints; the reasoning is elsewhere."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typer import TyperException

    from vfi.problems import InvalidInput

OBJECTS_BETWEEN_COLLECTIONS = (
    100_000  # a tenth of the time of a short command went into looking for garbage
)
WRONG_INPUT = 2


def main() -> None:
    """Run `vfi` and leave with its exit code.

    0 done, 1 done with findings, 2 a wrong input or call; 130 and 143 where it was told to stop,
    141 where the reader of what it prints had gone.
    """
    from vfi.cli.terminal import leaving

    kept = leaving.leave_quietly()
    try:
        _start_quickly()
        sys.exit(_printing())
    finally:
        leaving.as_before(kept)


def _printing() -> int:
    from vfi.cli.terminal import printing

    with printing.guarded() as out:
        return printing.status_after_printing(out, _run())


def _run() -> int:
    from vfi.cli.terminal.printing import complain
    from vfi.problems import InvalidInput, UserError
    from vfi.resources import has_run_out, run_out_in_words

    try:
        return _run_command()
    except InvalidInput as error:
        _tell_problems(error)
    except UserError as error:
        complain(str(error))
    except Exception as error:
        if has_run_out(error):
            complain(f"cannot go on: {run_out_in_words(error)}")
            return WRONG_INPUT
        if os.environ.get("VFI_DEBUG"):
            raise
        complain(
            f"unexpected {type(error).__name__}: {error}\n"
            "This is a fault of vfi. Run it again with VFI_DEBUG=1 for the details to report."
        )
    return WRONG_INPUT


def _run_command() -> int:
    """Run the command that the arguments name, with a folder of its own for temporary files where
    there can be one.
    """
    from contextlib import ExitStack, suppress

    from vfi.problems import UserError
    from vfi.temporary import folder_of_this_run

    with ExitStack() as stack:
        with suppress(UserError):  # most commands need none, and those that do say so
            stack.enter_context(folder_of_this_run())
        from typer import TyperException

        from vfi.cli.app import app
        from vfi.cli.terminal.progress import shown_on_terminal

        stack.enter_context(shown_on_terminal())

        try:
            return app(prog_name="vfi", standalone_mode=False) or 0
        except TyperException as error:
            _tell_wrong_call(error)
            return error.exit_code
        except SystemExit as error:
            return error.code if isinstance(error.code, int) else 0


def _tell_wrong_call(error: TyperException) -> None:
    from io import StringIO

    from vfi.cli.terminal.printing import warn

    usage = StringIO()
    error.show(usage)  # type: ignore[attr-defined]  # every error for a wrong call has it, with the usage
    warn(*usage.getvalue().splitlines())


def _tell_problems(error: InvalidInput) -> None:
    from vfi.cli.terminal.printing import warn
    from vfi.numbers import count_of
    from vfi.problems import folded

    count = count_of(len(error.problems), "problem")
    warn(*folded(error.problems), f"{count}; nothing was written.")


def _start_quickly() -> None:
    """Keep the collector from walking over half-imported modules, and pydantic from looking for
    plug-ins.
    """
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
