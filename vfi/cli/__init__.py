"""The commands: each parses, calls and prints; the reasoning is elsewhere."""

from __future__ import annotations

import gc
import io
import os
import sys

OBJECTS_BETWEEN_COLLECTIONS = 100_000  # a tenth of the time of a short command went into looking for garbage


def main() -> None:
    """Run `vfi` and leave with its exit code: 0 done, 1 done with findings, 2 a wrong input or call."""
    from vfi.numbers import count_of
    from vfi.problems import InvalidInput, UserError, folded

    _start_quickly()
    _write_in_any_locale()
    try:
        from vfi.cli.app import app

        app()
    except InvalidInput as error:
        print(*folded(error.problems), sep="\n", file=sys.stderr)
        print(f"{count_of(len(error.problems), 'problem')}; nothing was written.", file=sys.stderr)
        sys.exit(2)
    except UserError as error:
        print(f"vfi: {error}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("VFI_DEBUG"):
            raise
        print(f"vfi: unexpected {type(error).__name__}: {error}", file=sys.stderr)
        print(
            "This is a fault of vfi. Run it again with VFI_DEBUG=1 for the details to report.",
            file=sys.stderr,
        )
        sys.exit(2)


def _start_quickly() -> None:
    """Keep the collector from walking over half-imported modules, and pydantic from looking for plug-ins."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _write_in_any_locale() -> None:
    """Have pipes and files get UTF-8, the same bytes everywhere, and a terminal whatever it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
