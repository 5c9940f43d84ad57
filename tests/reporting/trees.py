"""Studies by rubrics of more than two tiers."""

from __future__ import annotations

from pathlib import Path

from tests import rubrics
from tests.making import make_study
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

RAGGED_RUBRIC = """\
schema: vfi.rubric/1
id: library
version: "3.0"
title: Value of a library service
summary: What a good branch library looks like.
sources: [{id: handbook, title: Handbook, publisher: The office, date: "2024"}]
provenance: {kind: proposed, source: handbook, passage: page 1}
scale:
  levels:
    - {name: Poor, value: 0, meaning: Not there yet.}
    - {name: Adequate, value: 1, meaning: Partly there.}
    - {name: Good, value: 2, meaning: There.}
    - {name: Excellent, value: 3, meaning: More than there.}
scales:
  answers:
    levels:
      - {name: "No", value: 0, meaning: It is not so.}
      - {name: "Yes", value: 3, meaning: It is so.}
standards:
  Poor: {text: What Poor takes}
  Adequate: {text: What Adequate takes}
  Good: {text: What Good takes}
  Excellent: {text: What Excellent takes}
failure_indicators:
  - {id: closure, title: Closure, meaning: The branch had to be closed.}
tiers:
  - {id: evidence, title: piece of evidence, plural: pieces of evidence}
  - {id: aspect, title: facet}
  - aim
  - end
dimensions:
  - id: X
    title: Reach
    question: Who is reached?
    groups:
      - id: A
        title: Access
        question: Can people come in?
        groups:
          - id: A1
            title: Signs
            question: Is the way shown?
            criteria:
              - {id: A1.s, title: Streets, meaning: Signs in the streets.}
              - {id: A1.d, title: Doors, meaning: Signs at the doors.}
          - {id: A2, title: Telephone, question: Is it answered?}
          - id: A3
            title: Website
            question: Is it plain?
            criteria:
              - id: A3.w
                title: Words
                meaning: Plain words.
                scale: answers
                standards: {"No": {text: They are not}, "Yes": {text: They are}}
                synthesis: {rule: worst, missing: exclude, scale: answers}
      - id: B
        title: Trust
        question: Do people come back?
        synthesis:
          rule: counting
          missing: exclude
          rows: [{rating: Good, when: [{exactly: all, at: Good}]}]
      - id: C
        title: Cost
        question: Can people pay?
        criteria:
          - {id: C.f, title: Fees, meaning: Few fees.}
  - {id: Y, title: Welcome, question: Do people like to come?}
hurdles:
  - id: closed
    title: A closed branch
    reason: Nobody can use it.
    kind: soft
    node: A
    cap: Adequate
    when: [{failure: closure}]
perspectives:
  - id: readers
    title: Readers
    reason: They come to read.
    synthesis: {aim: {rule: worst, missing: exclude}}
    nodes: {A1: {rule: best, missing: exclude}}
synthesis:
  evidence: {rule: mean, ties: up, missing: exclude}
  aspect: {rule: mean, of: ratings, ties: up, missing: exclude}
  aim: {rule: mean, of: ratings, ties: up, missing: exclude}
  end: {rule: mean, of: ratings, ties: up, missing: exclude}
  overall: {rule: mean, of: ratings, ties: up, missing: exclude}
"""
JUDGED = ("A1.s", "A1.d", "A2", "A3.w", "B", "C.f", "Y")
LEVELS = {
    "N": ("Excellent", "Good", "Good", "Yes", "Good", "Adequate", "Good"),
    "S": ("Good", "Insufficient evidence", "Excellent", "Yes", "Excellent", "Good", "Poor"),
}
ROWS = [
    f"{case},{judged},{level}"
    for case, levels in LEVELS.items()
    for judged, level in zip(JUDGED, levels, strict=True)
]
RAGGED_FILES = {
    "study.yaml": """\
schema: vfi.study/1
id: branches
title: Two branch libraries
rubric: {id: library, version: "3.0"}
authors: [The office]
date: "2026-03"
case_noun: {singular: branch, plural: branches}
narrative: [summary, A, A1, afterword]
determinations:
  - {node: A, level: Good, reason: It is open again., who: The panel, date: 2026-03}
  - {node: A1, case: N, level: Good, reason: Signs fell., who: The panel, date: 2026-03}
""",
    "judgements.csv": "case,criterion,level\n" + "\n".join(ROWS) + "\n",
    "failures.csv": "case,failure,reason\nS,closure,Water in the cellar\n",
    "narrative/summary.md": "The signs are {{ rating('A1') }}.\n",
    "narrative/A.md": (
        "# Ways in\n\n{{ count('A', 'Good') }} of {{ cases() }}.\n\n## By bus\n\nOften.\n"
    ),
    "narrative/A1.md": "They are old.\n",
    "narrative/afterword.md": "Thanks.\n",
    "evidence.csv": None,
    "published.csv": None,
}
"""A ragged tree of four tiers: aims and facets that are judged directly, with hurdles, a failure,
determinations and prose of groups.
"""


def ragged(place: Path) -> Scorecard:
    """The study, scored."""
    return score(load_study(make_study(place, RAGGED_FILES, RAGGED_RUBRIC)))


def three_tiers(themes: int, statements: int, criteria: int) -> Rubric:
    """A regular tree: in each of so many themes so many statements of so many criteria each."""
    step = rubrics.MEAN | {"of": "ratings"}
    return rubrics.rubric(
        [
            {
                "id": f"T{theme}",
                "title": f"Theme {theme}",
                "question": "how good?",
                "groups": [
                    rubrics.dimension(
                        f"T{theme}.{number}",
                        [f"T{theme}.{number}.{place}" for place in range(1, criteria + 1)],
                    )
                    for number in range(1, statements + 1)
                ],
            }
            for theme in range(1, themes + 1)
        ],
        tiers=["criterion", {"id": "statement", "title": "quality statement"}, "theme"],
        synthesis=dict.fromkeys(("criterion", "statement", "theme", "overall"), step),
    )
