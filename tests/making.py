"""Small rubrics and studies as files, and as objects whose levels are only numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from tests import rubrics
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Study

Files = Mapping[str, str | bytes | None]
ROOT = Path(__file__).resolve().parent.parent
SHIPPED_STUDY = "domestic-abuse-duty-2025"
SHIPPED_RUBRIC = "domestic-abuse-duty-vfi"
SHIPPED_RUBRICS = sorted(path.parent.name for path in (ROOT / "rubrics").glob("*/rubric.yaml"))
SHIPPED_STUDIES = sorted(path.parent.name for path in (ROOT / "reports").glob("*/study.yaml"))

RUBRIC = """\
schema: vfi.rubric/1
id: library
version: "1.0"
title: Value of a library
summary: What a good branch library looks like.
sources:
  - {id: handbook, title: Handbook, publisher: The office, date: "2024"}
scale:
  levels:
    - {name: Low, value: 0, meaning: Not there yet.}
    - {name: Middle, value: 1, meaning: Partly there.}
    - {name: High, value: 2, meaning: There.}
dimensions:
  - id: A
    title: Access
    question: Can people reach it?
    criteria:
      - id: A.1
        title: Opening hours
        meaning: Open when people are free.
        standards:
          Low: {text: Closed, provenance: {kind: reconstructed, source: handbook, passage: page 1}}
          Middle: {text: Open by day, \
            provenance: {kind: reconstructed, source: handbook, passage: page 1}}
          High: {text: Open in the evening, \
            provenance: {kind: reconstructed, source: handbook, passage: page 1}}
      - id: A.2
        title: Step-free entrance
        meaning: Anyone can come in.
        standards:
          Low: {text: Steps only, \
            provenance: {kind: reconstructed, source: handbook, passage: page 2}}
          Middle: {text: A ramp on request, \
            provenance: {kind: reconstructed, source: handbook, passage: page 2}}
          High: {text: Level, \
            provenance: {kind: published, source: handbook, passage: page 2, quotation: level}}
  - id: B
    title: Books
    question: Is there something to read?
    criteria:
      - id: B.1
        title: Stock
        meaning: Enough books.
        standards:
          Low: {text: Few, provenance: {kind: reconstructed, source: handbook, passage: page 3}}
          Middle: {text: Some, provenance: {kind: reconstructed, source: handbook, passage: page 3}}
          High: {text: Many, provenance: {kind: reconstructed, source: handbook, passage: page 3}}
synthesis:
  criterion: {rule: mean, ties: up, missing: exclude}
  dimension: {rule: mean, of: ratings, ties: up, missing: exclude}
  overall: {rule: mean, of: ratings, ties: up, missing: exclude}
"""
# Two bands of an overall step that hold 1 and 2 both.
OVERLAPPING = """\
  overall:
    rule: bands
    on: mean
    missing: exclude
    bands:
      - {rating: Low, to: 1}
      - {rating: Middle, from: 1, to: 2}
      - {rating: High, from: 2}
"""

FILES = {
    "study.yaml": (
        """\
schema: vfi.study/1
id: branches
title: Two branch libraries
rubric: {id: library, version: "1.0"}
authors: [The office]
date: "2026-03"
case_noun: {singular: branch, plural: branches}
narrative: [summary]
"""
    ),
    "cases.csv": "id,name\nN,North\nS,South\n",
    "judgements.csv": (
        """\
case,criterion,level,reason,evidence,assessor,date
N,A.1,High,Open until nine,visit,Ada,2026-03-01
N,A.2,Middle,,visit,Ada,2026-03-01
N,B.1,Low,,count,Ada,2026-03-01
S,A.1,Middle,,visit,Ada,2026-03-02
S,A.2,Insufficient evidence,The door was under repair,,Ada,2026-03-02
S,B.1,High,,count visit,Ada,2026-03-02
"""
    ),
    "evidence.csv": (
        """\
id,title,kind,location,date,sha256
visit,Notes of the visit,notes,Folder 3,2026-03,
count,Count of the stock,table,,2026,
"""
    ),
    "published.csv": "node,rating,source\nA.1,High,Annual review\noverall,High,Annual review\n",
    "narrative/summary.md": "Two branches were visited.\n",
}


def changed(text: str, old: str, new: str) -> str:
    """The text with one thing put in place of another, which must be there once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


FULL_RUBRIC = changed(
    RUBRIC,
    "synthesis:\n",
    """\
        indicator:
          title: Books for each reader
          unit: books
          measure: value
          better: higher
          levels:
            - {rating: Low, below: 2}
            - {rating: Middle, from: 2, below: 4}
            - {rating: High, from: 4, below: 100}
          provenance: {kind: proposed, source: handbook, passage: page 4}
  - id: C
    title: Welcome
    question: Do people like to come?
    scale: answers
    standards:
      "No": {text: They do not, provenance: {kind: proposed, source: handbook, passage: page 5}}
      "Yes": {text: They do, provenance: {kind: proposed, source: handbook, passage: page 5}}
scales:
  answers:
    levels:
      - {name: "No", value: 0, meaning: It is not so.}
      - {name: "Yes", value: 2, meaning: It is so.}
failure_indicators:
  - {id: closure, title: Closure, meaning: The branch had to be closed.}
hurdles:
  - id: closed
    title: A branch that was closed
    reason: Nobody can use it.
    kind: hard
    node: A.1
    when: [{failure: closure}]
  - id: hours
    title: Opening hours
    reason: They come before all else.
    kind: soft
    node: overall
    cap: Low
    when: [{node: A.1, at: Low}]
  - {id: stock, title: Stock, reason: It matters., kind: hard, node: overall, \
     when: [{node: B, at: Low}]}
perspectives:
  - id: readers
    title: Readers
    reason: They come for the books.
    hurdles: []
    synthesis:
      overall: {rule: table, missing: exclude, rows: [{when: {B: High}, rating: High}]}
  - id: office
    title: The office
    reason: It adds up.
    synthesis:
      overall: {rule: bands, on: sum, missing: exclude, bands: [{rating: High, from: 100}]}
synthesis:
""",
)
FULL_FILES = {
    "study.yaml": FILES["study.yaml"]
    + """\
determinations:
  - {node: overall, level: Middle, reason: The closure is over., who: The panel, date: 2026-03-20}
  - {node: A.2, case: N, level: High, reason: The ramp is level now., who: The panel, date: 2026-03}
""",
    "judgements.csv": (
        changed(FILES["judgements.csv"], "N,B.1,Low,,", "N,B.1,Low,Most of them are worn,")
        + "N,C,Yes,,visit,Ada,2026-03-01\nS,C,No,,visit,Ada,2026-03-02\n"
    ),
    "indicators.csv": "case,criterion,value,source\nN,B.1,2.5,Catalogue\nS,B.1,200,\n",
    "failures.csv": "case,failure,reason\nS,closure,Water in the cellar\n",
    "published.csv": None,
}
"""A rubric and a study in which there is some of everything."""


def names_in(folder: Path) -> set[str]:
    """The names of what lies in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


def make_rubric(collection: Path, text: str = RUBRIC, name: str = "library") -> Path:
    """A rubric folder in a collection of rubrics."""
    folder = collection / name
    folder.mkdir(parents=True)
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    return folder


def make_study(place: Path, files: Files = FILES, rubric: str = RUBRIC) -> Path:
    """A study folder `branches` with the rubric `library` beside it.

    `files` replaces single files of the usual ones; None leaves a file out.
    """
    make_rubric(place / "rubrics", rubric)
    folder = place / "reports" / "branches"
    for name, content in (FILES | dict(files)).items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def rubric_of(
    dimensions: Sequence[int],
    values: Sequence[Fraction | int] = (0, 1, 2, 3),
    *,
    criterion: Mapping[str, str] | None = None,
    dimension: Mapping[str, str] | None = None,
    overall: Mapping[str, str] | None = None,
) -> Rubric:
    """A rubric with so many criteria per dimension (D1.1, D1.2 ...) and levels L0, L1 ... of the
    values given.
    """
    step = rubrics.MEAN | {"of": "ratings"}
    return rubrics.rubric(
        [
            rubrics.dimension(
                f"D{i}",
                [
                    rubrics.criterion(f"D{i}.{j}", title=f"Criterion {j}")
                    for j in range(1, count + 1)
                ],
                title=f"Dimension {i}",
            )
            for i, count in enumerate(dimensions, start=1)
        ],
        scale=rubrics.scale_data(
            [(f"L{place}", Fraction(value)) for place, value in enumerate(values)]
        ),
        synthesis={
            "criterion": step | dict(criterion or {}),
            "dimension": step | dict(dimension or {}),
            "overall": step | dict(overall or {}),
        },
    )


def study_of(
    rubric: Rubric,
    grid: rubrics.Grid,
    published: Mapping[str, str] | None = None,
) -> Study:
    """A study in memory: per case and criterion the name of a level, None for insufficient
    evidence.
    """
    return rubrics.study(rubric, grid, published=published)
