"""Studies by rubrics of more than two tiers, made in code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests import rubrics
from tests.reporting.shapes import grid_of
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import Failure

TAKEN = rubrics.MEAN | {"of": "ratings"}
Parts = Sequence[Mapping[str, Any]]


def group(name: str, title: str, below: Parts = (), **more: Any) -> dict[str, Any]:
    """A group of criteria or of groups; one of nothing is judged directly."""
    key = "criteria" if below and "meaning" in below[0] else "groups"
    found = {"id": name, "title": title, "question": f"How good is {title.lower()}?", **more}
    return {**found, key: list(below)} if below else found


def criterion(name: str, title: str, **more: Any) -> dict[str, Any]:
    return rubrics.criterion(name, title=title, **more)


def four_tiers() -> Rubric:
    """Evidence categories under quality statements under themes under halves."""
    tiers = [
        {"id": "evidence", "title": "evidence category", "plural": "evidence categories"},
        {"id": "statement", "title": "quality statement"},
        {"id": "theme"},
        {"id": "half", "plural": "halves"},
    ]
    themes = [
        ("T1", "Working with people", ("Assessing needs", "Supporting people", "Equity")),
        ("T2", "Providing support", ("Care provision", "Partnerships")),
        ("T3", "Ensuring safety", ("Safe systems", "Safeguarding")),
        ("T4", "Leadership", ("Governance", "Learning")),
    ]
    kinds = ("People’s experience", "Feedback from staff", "Feedback from partners", "Processes")

    def statements(theme: str, titles: Sequence[str]) -> list[dict[str, Any]]:
        return [
            group(
                f"{theme}.{number}",
                title,
                [
                    criterion(f"{theme}.{number}{'abcd'[place]}", kind)
                    for place, kind in enumerate(kinds[: 2 + (number + len(title)) % 3])
                ],
            )
            for number, title in enumerate(titles, start=1)
        ]

    built = [group(name, title, statements(name, titles)) for name, title, titles in themes]
    return rubrics.rubric(
        [
            group("H1", "What people meet", built[:2]),
            group("H2", "What stands behind it", built[2:]),
        ],
        tiers=tiers,
        synthesis={tier["id"]: TAKEN for tier in tiers} | {"overall": TAKEN},
    )


def ragged_rubric() -> Rubric:
    """Five tiers with holistic groups at several heights, hurdles on them, a scale of its own and a
    perspective.
    """
    aim = group(
        "A",
        "Access",
        [
            group(
                "A1",
                "Finding the way in",
                [
                    group(
                        "A1i", "Signs", [criterion("A1i-s", "Streets"), criterion("A1i-d", "Doors")]
                    ),
                    group("A1ii", "Telephone"),
                    group(
                        "A1iii",
                        "Website",
                        [
                            criterion(
                                "A1iii-w",
                                "Words",
                                scale="answers",
                                standards={
                                    "No": {"text": "They are not plain"},
                                    "Yes": {"text": "They are plain"},
                                },
                                synthesis={
                                    "rule": "worst",
                                    "missing": "exclude",
                                    "scale": "answers",
                                },
                            )
                        ],
                    ),
                ],
            ),
            group("A2", "Opening hours"),
            group("A3", "Cost", [criterion("A3-f", "Fees"), criterion("A3-t", "Travel")]),
        ],
    )
    return rubrics.rubric(
        [
            group(
                "X",
                "Reach",
                [
                    aim,
                    group(
                        "B",
                        "Trust",
                        synthesis={
                            "rule": "counting",
                            "missing": "exclude",
                            "rows": [
                                {"rating": "Good", "when": [{"exactly": "all", "at": "Good"}]}
                            ],
                        },
                    ),
                ],
            ),
            group(
                "Y",
                "Effect",
                [
                    group(
                        "C",
                        "Reading",
                        [
                            group(
                                "C1",
                                "Loans",
                                [
                                    group(
                                        "C1i",
                                        "Children",
                                        [
                                            criterion("C1i-n", "Number of loans"),
                                            criterion("C1i-v", "Variety of loans"),
                                        ],
                                    )
                                ],
                            )
                        ],
                    )
                ],
            ),
            group("Z", "Welcome"),
        ],
        tiers=["criterion", "facet", "aspect", "aim", "end"],
        scales={"answers": rubrics.scale_data([("No", 0), ("Yes", 3)])},
        synthesis=dict.fromkeys(("criterion", "facet", "aspect", "aim", "end", "overall"), TAKEN),
        failure_indicators=[{"id": "closure", "title": "Closure", "meaning": "It was closed."}],
        hurdles=[
            {
                "id": "closed",
                "title": "A closed branch",
                "reason": "Nobody can use it.",
                "kind": "soft",
                "cap": "Adequate",
                "node": "A1",
                "when": [{"failure": "closure"}],
            },
            {
                "id": "hours",
                "title": "Opening hours",
                "reason": "They come first.",
                "kind": "hard",
                "node": "A2",
                "when": [{"node": "A1ii", "at_or_below": "Adequate"}],
            },
        ],
        perspectives=[
            {
                "id": "readers",
                "title": "Readers",
                "reason": "They come to read.",
                "synthesis": {"aspect": {"rule": "worst", "missing": "exclude"}},
                "nodes": {"A": {"rule": "best", "missing": "exclude"}},
            },
        ],
    )


PROSE = {
    "summary": "Reach is {{ rating('X') }}, and the way in {{ rating('A1') }}.\n",
    "X": "# Who is reached\n\nMost are.\n\n## Where they live\n\nNear by.\n",
    "A1": "# Ways in\n\n{{ count('A1', 'Good') }} of {{ cases() }} cases are Good.\n\n"
    "## Signs\n\nThere are signs.\n",
    "C1i": "Children read more.\n",
    "afterword": "Thanks.\n",
}


def ragged() -> Scorecard:
    """A study by the ragged rubric with a failure, determinations of groups and prose."""
    settled = {"who": "The panel", "date": "2026-03"}
    rubric = ragged_rubric()
    study = rubrics.study(
        rubric,
        grid_of(rubric, 6),
        [Failure("LA02", "closure", "Water in the cellar")],
        [
            {"node": "A1", "level": "Good", "reason": "It is open again.", **settled},
            {"node": "A2", "level": "Good", "reason": "Hours were added.", **settled},
            {"node": "A1", "case": "LA02", "level": "Good", "reason": "So here.", **settled},
        ],
    )
    return score(replace(study, narrative=PROSE))
