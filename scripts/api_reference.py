"""The reference of the Python package, as Markdown that the documentation site fills in."""

from __future__ import annotations

from collections.abc import Iterable

import vfi

INTRODUCTION = """\
# From Python

<!-- Made from the program by scripts/make_docs.py: change the docstrings there. -->

`import vfi` offers a function for each command, which does the same through the same code and
prints nothing. A study is named by its id, by its folder, by what `load_study` returned, or by its
scorecard. Every error is a `vfi.VfiError`; what a user can put right is a `vfi.UserError`, whose
text is meant for people. `help(vfi.score)` says of a function what stands below.
"""


GROUPS = {
    "Studies": ("vfi.study.loading", "vfi.api.studies"),
    "Audits": ("vfi.api.audits",),
    "Robustness": ("vfi.api.robustness",),
    "Files": ("vfi.api.files",),
    "Rubrics": ("vfi.rubric.loading", "vfi.api.rubrics"),
}


def api_reference() -> str:
    """The whole page: the functions by what they are about, then what they return and raise."""
    sections = [
        _section(title, [name for name, home in vfi._FUNCTIONS.items() if home in homes])
        for title, homes in GROUPS.items()
    ]
    sections += [
        _section("What is returned", vfi._ANSWERS),
        _section("What questions are asked with", vfi._ASKED_WITH),
        _section("Problems and errors", vfi._PROBLEMS),
    ]
    return "\n".join([INTRODUCTION, *sections])


def _section(title: str, names: Iterable[str]) -> str:
    names = list(names)
    summaries = [f"- [`{name}`](#vfi.{name}): {_summary(name)}" for name in names]
    entries = [f"::: vfi.{name}\n" for name in names]
    return "\n".join([f"## {title}\n", *summaries, "", *entries])


def _summary(name: str) -> str:
    """The first paragraph of a docstring."""
    return " ".join((getattr(vfi, name).__doc__ or "").partition("\n\n")[0].split())
