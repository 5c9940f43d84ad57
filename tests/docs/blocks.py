"""The code blocks of README and of docs/, and what becomes of each where it is typed.

A block is run or read in a copy of what a checkout holds, after those above it: of README in its
section, of the other pages on the whole page:

- `console`: every line is a command; `vfi` leaves with 0, or with 1 where it has findings;
- `python`: run, with the names of the blocks above it; a line that is only an expression has the
  value of the comment behind it;
- `yaml`, `csv`: a file, where a comment before the block says which, for the commands that follow;
  other YAML is part of a rubric or of study.yaml and is read as that;
- `markdown`: a section of the narrative of the shipped study;
- no language: not code.

`<!-- file: NAME -->` before a block has it written to a file, `<!-- not run: WHY -->` leaves it.
"""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, create_model

from tests.making import ROOT, SHIPPED_STUDY
from tests.running import run_vfi
from vfi.inputs.fields import Model
from vfi.inputs.validation import validate
from vfi.inputs.yaml import parse_yaml
from vfi.problems import Problems
from vfi.reporting.answers import citable_of
from vfi.reporting.narrative import narrative_html
from vfi.rubric.models.parts import Criterion
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.study.models import StudyFile
from vfi.synthesis.rules import Step

PAGES = ["README.md", "CONTRIBUTING.md", "templates/README.md"] + [
    f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))
]
FENCE = re.compile(r"^```(?P<language>\w*)\s*$")
REMARK = re.compile(r"<!-- (?P<what>file|not run): (?P<value>.+?) -->")
VALUE = re.compile(r"  # (?P<value>.+)$")
LANGUAGES = ("console", "python", "yaml", "csv", "markdown", "")
WHOLE: dict[str, type[Model]] = {"vfi.rubric/1": Rubric, "vfi.study/1": StudyFile}


@dataclass(frozen=True)
class Block:
    """A block of code, and where it stands."""

    page: str
    section: str
    line: int
    language: str
    text: str
    remarks: Mapping[str, str]

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"


def blocks_of(page: str) -> Iterator[Block]:
    """The blocks of a page, in its order."""
    section, before, start, language = "", "", 0, ""
    lines: list[str] | None = None
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), start=1):
        fence = FENCE.match(line)
        if lines is not None and line == "```":
            remarks = {remark["what"]: remark["value"] for remark in REMARK.finditer(before)}
            yield Block(page, section, start, language, "\n".join(lines) + "\n", remarks)
            lines, before = None, ""
        elif lines is not None:
            lines.append(line)
        elif fence:
            lines, start, language = [], number, fence["language"]
        elif line.startswith("## "):
            section = line.removeprefix("## ")
        before = line if line.strip() and lines is None else before


def units() -> dict[str, list[Block]]:
    """The blocks that are typed one after the other in one place, by page, or section of README."""
    found: dict[str, list[Block]] = {}
    for page in PAGES:
        for block in blocks_of(page):
            name = f"{page}: {block.section}" if page == "README.md" else page
            found.setdefault(name, []).append(block)
    return found


def typed(block: Block, folder: Path, names: dict[str, Any]) -> str:
    """Type a block in a folder; what commands printed.

    Args:
        block: the block.
        folder: where commands are run and files written.
        names: what Python blocks have defined, to which this one adds.

    Raises:
        AssertionError: a command fails, a value is another, or a reader refuses the block.
    """
    if "not run" in block.remarks or not block.language:
        return ""
    if "file" in block.remarks:
        path = folder / block.remarks["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return ""
    match block.language:
        case "console":
            return "".join(_run(line, block, folder) for line in block.text.splitlines())
        case "python":
            _execute(block, names)
        case "yaml":
            _read_yaml(block)
        case "markdown":
            _read_narrative(block)
        case _:
            raise AssertionError(f"{block.where}: nothing reads this block; name its file")
    return ""


def _run(line: str, block: Block, folder: Path) -> str:
    words = shlex.split(line, comments=True)
    if not words:
        return ""
    program, *arguments = words
    assert program == "vfi", f"{block.where}: {program} is not run"
    ran = run_vfi(*arguments, cwd=folder)
    assert ran.returncode in (0, 1), f"{block.where}: {line}\n{ran.stderr}"
    return f"$ {line}\n{ran.stdout}"


def _execute(block: Block, names: dict[str, Any]) -> None:
    """Run Python in this process, in the current folder."""
    lines = block.text.splitlines()
    for statement in ast.parse(block.text).body:
        source = ast.get_source_segment(block.text, statement) or ""
        if not isinstance(statement, ast.Expr):
            exec(source, names)  # noqa: S102 - the project's own page
            continue
        value = eval(source, names)  # noqa: S307
        told = VALUE.search(lines[(statement.end_lineno or 0) - 1])
        assert told is None or repr(value) == told["value"], f"{block.where}: {source} is {value!r}"


def _fragments() -> dict[str, Any]:
    """What each key means that a piece of YAML may begin with."""
    models: tuple[type[Model], ...] = (Criterion, StudyFile, Rubric)
    return {
        field.alias or name: (field.annotation, field)
        for model in models
        for name, field in model.model_fields.items()
    }


def _read_yaml(block: Block) -> None:
    problems = Problems()
    document = parse_yaml(block.text, block.where, problems)
    problems.raise_errors()
    assert document is not None
    data = document.data
    assert isinstance(data, dict)
    if "rule" in data:
        TypeAdapter(Step).validate_python(data)
        return
    if data.get("schema") in WHOLE:
        validate(WHOLE[data["schema"]], document, problems)
    else:
        known = _fragments()
        unknown = [key for key in data if key not in known]
        assert not unknown, f"{block.where}: no file has {unknown}"
        fields: dict[str, Any] = {key: known[key] for key in data}
        validate(create_model("Fragment", __base__=Model, **fields), document, problems)
    problems.raise_errors()


def _read_narrative(block: Block) -> None:
    study = load_study(SHIPPED_STUDY)
    narrative_html(citable_of(score(replace(study, narrative={"summary": block.text}))))
