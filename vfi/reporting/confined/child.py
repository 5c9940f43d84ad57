"""What runs in the process of its own: one task, read from standard input, its answer written to
standard output.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import BinaryIO

from vfi.problems import InvalidInput, NotFound, UserError
from vfi.reporting.confined.limits import OUT_OF_MEMORY, Limits, TimeIsUp, keep_to

TASKS = {
    "page": "vfi.reporting.page:filled_page",
    "pdf": "vfi.reporting.pdf:pdf_from_html",
}
OUT_OF_TIME = 71  # the exit code


def main() -> None:
    """Do one task within its limits."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    parent, task, limits, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - the parent is this program
    keep_to(limits, parent)
    try:
        _answer(answer, task, arguments)
    except TimeIsUp:
        os._exit(OUT_OF_TIME)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def send(task: str, limits: Limits, arguments: tuple[object, ...]) -> bytes:
    """A task as the child reads it."""
    return pickle.dumps((os.getpid(), task, limits, arguments))


def _answer(answer: BinaryIO, task: str, arguments: tuple[object, ...]) -> None:
    try:
        content = _function(task)(*arguments)
    except InvalidInput as error:
        problems = [
            {**asdict(problem), "severity": problem.severity.value} for problem in error.problems
        ]
        _write(answer, {"problems": problems})
    except UserError as error:
        _write(answer, {"error": str(error), "is_missing": isinstance(error, NotFound)})
    else:
        _write(
            answer,
            {"done": True},
            content if isinstance(content, bytes) else content.encode("utf-8"),
        )


def _write(answer: BinaryIO, head: dict[str, object], content: bytes = b"") -> None:
    answer.write(json.dumps(head).encode("ascii") + b"\n" + content)
    answer.flush()


def _function(task: str) -> Callable[..., str | bytes]:
    module, name = TASKS[task].split(":")
    function: Callable[..., str | bytes] = getattr(import_module(module), name)
    return function
