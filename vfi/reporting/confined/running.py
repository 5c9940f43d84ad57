"""Starting the process of its own, and what became of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

from vfi.problems import InvalidInput, NotFound, Problem, Severity, UserError
from vfi.reporting.confined.child import OUT_OF_TIME, send
from vfi.reporting.confined.limits import OUT_OF_MEMORY, Limits

START = (
    "import sys; sys.path[:] = sys.argv[1:]; from vfi.reporting.confined.child import main; main()"
)
# Seconds by the clock for each second of computing: a busy machine is no fault of the template.
WAITED = 20
TIME_CODES = frozenset({OUT_OF_TIME, -signal.SIGXCPU, -signal.SIGKILL})
MEMORY_CODES = frozenset({OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS})


def confined(task: str, arguments: tuple[object, ...], limits: Limits, subject: str) -> bytes:
    """Do a task in a process of its own, which ends with this one.

    Args:
        task: one of those that `vfi.reporting.confined.child` lists.
        arguments: what it is given; they are copied.
        limits: what it may take.
        subject: what the work is on, to begin a sentence with.

    Returns:
        The answer; text in UTF-8.

    Raises:
        UserError: as the task raises it, or the limits were reached.
        RuntimeError: the process ended in a way that is a fault of vfi.
    """
    command = [sys.executable, "-I", "-c", START, *sys.path]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        answer, said = process.communicate(
            send(task, limits, arguments), timeout=limits.seconds * WAITED
        )
    except subprocess.TimeoutExpired:
        raise UserError(_too_much(subject, "time", limits)) from None
    finally:
        process.kill()
        process.communicate()
    head, _, content = answer.partition(b"\n")
    if process.returncode == 0 and head:
        _raise_told(json.loads(head))
        return content
    if process.returncode in TIME_CODES:
        raise UserError(_too_much(subject, "time", limits))
    if process.returncode in MEMORY_CODES or b"MemoryError" in said:
        raise UserError(_too_much(subject, "memory", limits))
    raise RuntimeError(
        said.decode("utf-8", errors="replace").strip() or f"exit code {process.returncode}"
    )


def _raise_told(head: dict[str, object]) -> None:
    problems = head.get("problems")
    if isinstance(problems, list):
        raise InvalidInput(
            Problem(**{**told, "severity": Severity(told["severity"])}) for told in problems
        )
    if "error" in head:
        raise (NotFound if head["is_missing"] else UserError)(str(head["error"]))


def _too_much(subject: str, resource: str, limits: Limits) -> str:
    hint = "look for a loop that hardly ends, or for a text that is very long"
    return f"{subject} takes more {resource} than there is for it ({limits}): {hint}"
