"""A study in which there is some of everything that the rubric language has, as files."""

from __future__ import annotations

from pathlib import Path

from tests.making import make_study
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

EVERYTHING_RUBRIC = """\
schema: vfi.rubric/1
id: library
version: "2.0"
title: Value of a library service
summary: What a good branch library looks like, and what must never happen in one.
sources:
  - {id: handbook, title: Handbook, publisher: The office, date: "2024"}
  - {id: charter, title: Charter of readers, publisher: The readers, date: "2025"}
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
  - {id: theft, title: Theft, meaning: Books were stolen.}
dimensions:
  - id: A
    title: Access
    question: Can people reach it?
    criteria:
      - {id: A.1, title: Opening hours in the evening and on Saturdays, short: Opening hours,
         meaning: Open late.}
      - id: A.2
        title: Step-free entrance
        meaning: Anyone can come in.
        scale: answers
        standards:
          "No": {text: Steps only}
          "Yes": {text: "Level", provenance: {kind: proposed, source: charter, passage: line 3}}
        synthesis: {rule: worst, missing: exclude, scale: answers}
      - id: A.3
        title: Signs
        meaning: People find it.
        synthesis:
          rule: bands
          on: percentage
          missing: {as: Poor}
          bands: [{rating: Poor, below: 40}, {rating: Excellent, from: 60}]
  - id: B
    title: Books
    question: Is there something to read?
    synthesis:
      rule: counting
      missing: exclude
      rows:
        - {rating: Excellent, when: [{exactly: all, at: Excellent}]}
        - {rating: Good, when: [{at_least: 1, at_or_above: Good}]}
    criteria:
      - id: B.1
        title: Stock
        meaning: Enough books.
        indicator:
          title: Books for each reader
          unit: books
          measure: ratio
          better: higher
          levels:
            - {rating: Poor, below: 2}
            - {rating: Adequate, from: 2, below: 4}
            - {rating: Good, from: 4, below: 6}
            - {rating: Excellent, from: 6, below: 100}
          provenance: {kind: proposed, source: handbook, passage: page 4}
      - {id: B.2, title: Novelty, meaning: New books.}
  - id: C
    title: Welcome
    question: Do people like to come?
  - id: D
    title: Money
    question: Is it paid for?
    synthesis:
      rule: counting
      missing: exclude
      rows: [{rating: Good, when: [{at_least: 1, at: Excellent}]}]
    criteria:
      - {id: D.1, title: Budget, meaning: Enough money.}
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
    cap: Adequate
    when: [{node: A.1, at: Poor}]
  - {id: new, title: Nothing new, reason: It matters., kind: hard, node: B,
     when: [{node: B.2, at: Poor}]}
perspectives:
  - id: readers
    title: Readers
    reason: They come for the books.
    hurdles: []
    synthesis:
      overall: {rule: weighted mean, of: ratings, ties: up, missing: exclude,
        weights: {A: 1, B: 3, C: 1, D: 1}}
    nodes:
      A.3: {rule: median, ties: up, missing: exclude}
  - id: office
    title: The office
    reason: It adds up.
    synthesis:
      overall: {rule: bands, on: sum, missing: exclude, bands: [{rating: Excellent, from: 100}]}
synthesis:
  criterion: {rule: mean, ties: up, missing: exclude}
  dimension: {rule: mean, of: ratings, ties: up, missing: exclude}
  overall: {rule: mean, of: ratings, ties: up, missing: exclude}
"""
CRITERIA = ("A.1", "A.2", "A.3", "B.1", "B.2", "C", "D.1")
LEVELS = {
    "N": ("Excellent", "Yes", "Good", "Excellent", "Good", "Good", "Good"),
    "S": ("Excellent", "Yes", "Good", "Good", "Adequate", "Excellent", "Adequate"),
    "W": ("Good", "No", "Insufficient evidence", "Good", "Good", "Excellent", "Good"),
}
REASONS = {
    ("N", "B.1"): "The catalogue leaves out the new wing",
    ("W", "A.3"): "The signs were being painted",
}
DETERMINATIONS = """\
determinations:
  - {node: overall, level: Good, reason: The closure is over., who: The panel, date: 2026-03-20}
  - {node: A, level: Excellent, reason: All branches are near a stop., who: The panel,
     date: 2026-03-20}
  - {node: B.1, level: Excellent, reason: The wing has opened., who: The panel, date: 2026-03-20}
  - {node: C, level: Good, reason: Few were asked., who: The panel, date: 2026-03-20}
  - {node: A.2, case: W, level: "Yes", reason: The ramp is level now., who: The panel,
     date: 2026-03}
  - {node: overall, case: N, level: Excellent, reason: It leads., who: The panel, date: 2026-03}
"""


def _judgements() -> str:
    rows = ["case,criterion,level,reason,evidence,assessor,date"]
    for case, levels in LEVELS.items():
        for criterion, level in zip(CRITERIA, levels, strict=True):
            reason = REASONS.get((case, criterion), "")
            evidence = "" if level == "Insufficient evidence" else "visit"
            rows.append(f"{case},{criterion},{level},{reason},{evidence},Ada,2026-03-01")
    return "\n".join(rows) + "\n"


EVERYTHING_FILES = {
    "study.yaml": """\
schema: vfi.study/1
id: branches
title: Three branch libraries
rubric: {id: library, version: "2.0"}
authors: [The office]
date: "2026-03"
case_noun: {singular: branch, plural: branches}
narrative: [summary]
"""
    + DETERMINATIONS,
    "cases.csv": "id,name\nN,North\nS,South\nW,West\n",
    "judgements.csv": _judgements(),
    "evidence.csv": (
        "id,title,kind,location,date,sha256\nvisit,Notes of the visit,notes,Folder 3,2026-03,\n"
    ),
    "indicators.csv": (
        """\
case,criterion,value,numerator,denominator,source
N,B.1,,11,2,Catalogue
S,B.1,,10,2,Catalogue
W,B.1,,9,2,Catalogue
"""
    ),
    "failures.csv": "case,failure,reason,evidence\nS,closure,Water in the cellar,visit\n",
    "published.csv": "node,rating,source\nA,Good,Annual review\nB,Excellent,Annual review\n",
    "narrative/summary.md": "Three branches were visited.\n",
}


def make_everything(place: Path) -> Path:
    """The study folder, with its rubric beside it."""
    return make_study(place, EVERYTHING_FILES, EVERYTHING_RUBRIC)


def everything(place: Path) -> Scorecard:
    """The study, scored."""
    return score(load_study(make_everything(place)))
