"""Make schemas/ of the types of the documents that commands print, or see whether it is fresh.

Run it after a document has changed: `.venv/bin/python scripts/make_schemas.py`. With --check
nothing is written, and it fails where a schema is not what it would write.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vfi.audit.claims.document import ClaimsDocument
from vfi.audit.document import AuditDocument
from vfi.audit.figures.document import FiguresDocument
from vfi.audit.rules_document import RulesDocument
from vfi.bundle.document import VerificationDocument
from vfi.cli.rubrics import RubricsDocument
from vfi.cli.studies import StudiesDocument
from vfi.documents.schema import files_of
from vfi.inspection.score_tables_document import ScoreTableDocument
from vfi.inspection.tables_document import RatingTableDocument
from vfi.problem_document import ProblemsDocument
from vfi.robustness.contract import AppliedDocument, RobustnessDocument
from vfi.rubric.schema import rubric_schema, shown_schema
from vfi.scoring.contract import ScorecardDocument
from vfi.scoring.diff_document import DiffDocument
from vfi.scoring.explanation_document import ExplanationDocument
from vfi.visible import as_json

FOLDER = Path(__file__).resolve().parents[1] / "schemas"
CONTRACTS: dict[str, Any] = {
    "vfi.audit/1": AuditDocument,
    "vfi.audit-rules/1": RulesDocument,
    "vfi.claims/1": ClaimsDocument,
    "vfi.explanation/1": ExplanationDocument,
    "vfi.figures/1": FiguresDocument,
    "vfi.problems/1": ProblemsDocument,
    "vfi.robustness/1": RobustnessDocument,
    "vfi.rubric-diff/1": DiffDocument,
    "vfi.rubric-score-table/1": ScoreTableDocument,
    "vfi.rubric-table/1": RatingTableDocument,
    "vfi.rubrics/1": RubricsDocument,
    "vfi.scorecard/2": ScorecardDocument,
    "vfi.studies/1": StudiesDocument,
    "vfi.verification/1": VerificationDocument,
    "vfi.what-if/1": AppliedDocument,
}


def schemas() -> dict[str, str]:
    """Every schema as text, by the name of its file."""
    made = {
        **files_of(CONTRACTS),
        "vfi.rubric-1.schema.json": rubric_schema(),
        "vfi.rubric-shown-1.schema.json": shown_schema(),
    }
    return {name: f"{as_json(schema)}\n" for name, schema in made.items()}


def stale() -> list[str]:
    """The names of the files that are not what would be written, or should not be there."""
    made = schemas()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def main(arguments: Sequence[str]) -> int:
    """Write the schemas, or with --check name those that are not fresh."""
    if "--check" in arguments:
        names = stale()
        print("\n".join(f"not fresh: {name}" for name in names) or "every schema is fresh")
        return bool(names)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
