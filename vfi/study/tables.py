"""The tables of a study, each declared once.

What a column holds, whether it has to be filled, which words may stand in it and what no two rows
have alike is said here; `vfi.inputs.tables` reads by it, and docs/studies.md is made from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction
from typing import Any, NamedTuple

from vfi.inputs.tables.declaration import (
    DeclaredColumn,
    DeclaredTable,
    Reference,
    UniqueKey,
    Variants,
)
from vfi.inputs.tables.kinds import (
    DATE,
    DIVISOR,
    IDENTIFIER_CELL,
    NAME,
    NUMBER,
    PROSE,
    CellKind,
    CellValues,
    Mistake,
    Words,
    each,
    several_names,
)
from vfi.problems import quoted
from vfi.study.claims import CLAIMS
from vfi.study.models import CONFIDENCES, Case, Evidence, Failure, Judgement, PublishedRating
from vfi.synthesis.scale import INSUFFICIENT

SHA256 = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
EVIDENCE_IDS = several_names("ids from evidence.csv, with spaces between them")


def _digest(text: str) -> str | Mistake:
    return text if SHA256.fullmatch(text) else Mistake(quoted(text), "64 hexadecimal digits")


def _judged_levels(texts: Collection[str], words: Words) -> CellValues[str | None]:
    values, mistakes = NAME.read(texts, words)
    levels = {text: None if text == INSUFFICIENT else level for text, level in values.items()}
    return CellValues(levels, mistakes)


DIGEST = CellKind(each(_digest), "", "64 hexadecimal digits")
JUDGED_LEVEL: CellKind[str | None] = CellKind(_judged_levels, "")


class IndicatorRow(NamedTuple):
    """The measured quantity of a case as the row of `indicators.csv` gives it: a value, or the two
    parts of a ratio.
    """

    case: str
    criterion: str
    value: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    source: str


CASES = DeclaredTable(
    "cases.csv",
    "The units that are judged.",
    Case,
    (
        DeclaredColumn(
            "id", "a short name, by which judgements refer to it", IDENTIFIER_CELL, required=True
        ),
        DeclaredColumn("name", "what it is called in the report", PROSE, required=True),
    ),
    keys=(UniqueKey(("id",)),),
    is_optional=False,
)

EVIDENCE = DeclaredTable(
    "evidence.csv",
    "The sources that judgements cite.",
    Evidence,
    (
        DeclaredColumn("id", "what judgements cite it by", IDENTIFIER_CELL, required=True),
        DeclaredColumn("title", "what it is", PROSE, required=True),
        DeclaredColumn("kind", "interview, strategy, monitoring data and so on, in your own words"),
        DeclaredColumn("location", "where it is: an address, or a file of the study folder", PROSE),
        DeclaredColumn("date", "when it was made or collected", DATE),
        DeclaredColumn(
            "sha256",
            "the SHA-256 digest of the file that `location` names; `vfi check` holds it against "
            "the file",
            DIGEST,
        ),
    ),
    keys=(UniqueKey(("id",)),),
)

JUDGEMENTS = DeclaredTable(
    "judgements.csv",
    "A row for each case and criterion; also for a dimension or group that is judged itself.",
    Judgement,
    (
        DeclaredColumn("case", "an id of `cases.csv`", required=True, words=Reference("cases")),
        DeclaredColumn(
            "criterion", "an id of the rubric", required=True, words=Reference("judged criteria")
        ),
        DeclaredColumn(
            "level",
            "a level of the criterion's scale, or `Insufficient evidence`",
            JUDGED_LEVEL,
            required=True,
            words=Reference("levels of judgements", by=("criterion",)),
        ),
        DeclaredColumn(
            "reason",
            "why; required where the level departs from what an indicator proposes",
            PROSE,
        ),
        DeclaredColumn(
            "evidence",
            "ids of `evidence.csv`, with spaces between them",
            EVIDENCE_IDS,
            words=Reference("evidence"),
        ),
        DeclaredColumn("assessor", "who judged"),
        DeclaredColumn("date", "when", DATE),
        DeclaredColumn(
            "confidence",
            "`high`, `medium` or `low`; `vfi robustness --error-rate` may give each a chance of "
            "error of its own",
            words=CONFIDENCES,
        ),
    ),
    keys=(
        UniqueKey(
            ("case", "criterion", "assessor"),
            field="criterion",
            shown=("case", "criterion"),
            expected="one judgement",
        ),
    ),
    is_optional=False,
)

PUBLISHED = DeclaredTable(
    "published.csv",
    "Ratings that a source printed.",
    PublishedRating,
    (
        DeclaredColumn(
            "node",
            "a criterion, a dimension or group, or `overall`",
            required=True,
            words=Reference("nodes"),
        ),
        DeclaredColumn(
            "rating",
            "the published level",
            required=True,
            words=Reference("levels of ratings", by=("node",)),
        ),
        DeclaredColumn("source", "where it is printed", PROSE),
    ),
    keys=(UniqueKey(("node",)),),
)

INDICATORS = DeclaredTable(
    "indicators.csv",
    "Measured quantities of the rubric's indicators, which propose a level.",
    IndicatorRow,
    (
        DeclaredColumn(
            "case", "of which case: an id of `cases.csv`", required=True, words=Reference("cases")
        ),
        DeclaredColumn(
            "criterion",
            "of which indicator: the id of its criterion",
            required=True,
            words=Reference("criteria with an indicator"),
        ),
        Variants(
            "criterion",
            through="measures of indicators",
            named="an indicator that measures a {}",
            columns={
                "value": (
                    DeclaredColumn(
                        "value", "a number, a decimal or a fraction", NUMBER, required=True
                    ),
                ),
                **dict.fromkeys(
                    ("ratio", "percentage"),
                    (
                        DeclaredColumn("numerator", "its first part", NUMBER, required=True),
                        DeclaredColumn(
                            "denominator", "what that is divided by", DIVISOR, required=True
                        ),
                    ),
                ),
            },
        ),
        DeclaredColumn("source", "where the figures come from", PROSE),
    ),
    keys=(UniqueKey(("case", "criterion")),),
)

FAILURES = DeclaredTable(
    "failures.csv",
    "The failure indicators that are recorded for cases.",
    Failure,
    (
        DeclaredColumn("case", "an id of `cases.csv`", required=True, words=Reference("cases")),
        DeclaredColumn(
            "failure",
            "a failure indicator of the rubric",
            required=True,
            words=Reference("failure indicators"),
        ),
        DeclaredColumn("reason", "why it is recorded", PROSE, required=True),
        DeclaredColumn(
            "evidence",
            "ids of `evidence.csv`, with spaces between them",
            EVIDENCE_IDS,
            words=Reference("evidence"),
        ),
    ),
    keys=(UniqueKey(("failure", "case"), field="failure", joined=" for "),),
)

TABLES: tuple[DeclaredTable[Any], ...] = (
    CASES,
    JUDGEMENTS,
    EVIDENCE,
    PUBLISHED,
    INDICATORS,
    FAILURES,
    CLAIMS,
)
"""Every table that a study can have, in the order of docs/studies.md."""
