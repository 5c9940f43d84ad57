"""A failure indicator is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from vfi.inputs.fields import Identifier
from vfi.synthesis.condition import RECORDED, Circumstances, Condition
from vfi.synthesis.decision import CONSTANT, Guard, reaches

if TYPE_CHECKING:
    from vfi.synthesis.nodes import Nodes


class FailureCondition(Condition):
    """A failure indicator is recorded for the case; over all cases together, for at least so many
    of them.
    """

    key = "failure"

    failure: Identifier
    cases: Annotated[int, Field(ge=1)] = 1

    def guards(self, of_case: bool) -> Iterator[Guard]:
        """That it is recorded for as many cases as are needed."""
        yield reaches({RECORDED: 1}, {CONSTANT: self._needed(of_case)})

    def _needed(self, of_case: bool) -> int:
        return 1 if of_case else self.cases

    @property
    def failure_named(self) -> str | None:
        """Its failure indicator."""
        return self.failure

    @property
    def sentence(self) -> str:
        """`breach is recorded for at least 2 cases`."""
        several = f" for at least {self.cases} cases" if self.cases > 1 else ""
        return f"{self.failure} is recorded{several}"

    def finding(self, circumstances: Circumstances, node: str, tree: Nodes) -> tuple[bool, str]:
        """The cases that it is recorded for."""
        cases = circumstances.failures.get(self.failure, ())
        if not cases:
            return False, f"{self.failure} is not recorded"
        needed = self._needed(circumstances.of_case)
        least = f", at least {needed} are needed" if needed > 1 else ""
        words = f"{self.failure} is recorded for {', '.join(cases)}{least}"
        return len(cases) >= needed, words
