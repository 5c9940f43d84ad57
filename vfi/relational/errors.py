"""What the relational path does not do, said by name."""

from __future__ import annotations

from vfi.problems import UserError


class CannotRecompute(UserError):  # noqa: N818 - reads as the answer to a request
    """A rubric or study holds something that is not recomputed; the text says what and why."""
