"""`vfi rubric table`: the rating that each profile of a node gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.options import RubricArgument
from vfi.cli.terminal.blocks import Block, Table
from vfi.numbers import count_of, grouped, part_of, percent

if TYPE_CHECKING:
    from vfi.inspection.tables import RatingTable
    from vfi.rubric.models.rubric import Rubric

MOST_LINES = 200
MOST_LEAST = 12


def table_command(
    rubric: RubricArgument,
    node: Annotated[
        str,
        typer.Argument(
            metavar="NODE",
            help="A criterion (E1.2), a dimension or group (E3), or overall.",
            show_default=False,
        ),
    ],
    cases: Annotated[
        int,
        typer.Option(
            "--cases",
            min=1,
            max=1000,
            help="How many cases there are, for the table of a criterion.",
        ),
    ] = 5,
    missing: Annotated[
        bool,
        typer.Option("--missing", help="Also profiles in which inputs are insufficient evidence."),
    ] = False,
) -> Answer:
    """Show the rating of every profile of a node, before hurdles.

    A profile is a level for each input; where only their numbers decide, it says how many are at
    each level. Where there are more than 200, the table for reading shows how many profiles have
    each rating and the least that it takes; the other formats always have all. Where a node takes
    unrounded scores, ratings do not always decide: the table then shows the ratings that each
    profile can have, whatever the number of cases.
    """
    from vfi.profiles.scores import takes_scores
    from vfi.rubric.loading import load_rubric

    loaded = load_rubric(rubric)
    if node in loaded.node_ids and takes_scores(loaded, node):
        return _of_scores(loaded, node, missing)
    return _of_ratings(loaded, node, cases, missing)


def _of_ratings(rubric: Rubric, node: str, cases: int, missing: bool) -> Answer:
    from vfi.inspection.tables import rating_table
    from vfi.inspection.tables_document import rating_table_document, rating_table_rows

    table = rating_table(rubric, node, cases=cases, with_missing=missing)
    return Answer(
        document=lambda: rating_table_document(table, rubric),
        rows=lambda: rating_table_rows(table),
        text=lambda: _lines(table, rubric),
    )


def _of_scores(rubric: Rubric, node: str, missing: bool) -> Answer:
    from vfi.cli.rubric.score_table import score_lines
    from vfi.inspection.score_tables import score_table
    from vfi.inspection.score_tables_document import score_table_document, score_table_rows

    table = score_table(rubric, node, with_missing=missing)
    return Answer(
        document=lambda: score_table_document(table, rubric),
        rows=lambda: score_table_rows(table),
        text=lambda: score_lines(table),
    )


def _lines(table: RatingTable, rubric: Rubric) -> Iterator[Block]:
    from vfi.synthesis.step import step_in_words

    space, profiles = table.tried.space, len(table.tried.profiles)
    below = (
        "the levels of the cases"
        if table.node in rubric.judged
        else f"the {space.step.of} of {_names(table)}"
    )
    yield f"{table.node}: {step_in_words(space.step, below)}"
    yield _number(table)
    yield ""
    shares = [(s.rating, grouped(s.profiles), percent(table.part(s), 1)) for s in table.shares]
    yield Table([("Rating", "Profiles", "Share"), *shares], right=(1, 2))
    yield from _pull_lines(table)
    for share in table.shares:
        places = (
            table.places_of(share.rating) if profiles <= MOST_LINES else share.least[:MOST_LEAST]
        )
        if places:
            yield ""
            yield (
                share.rating
                if profiles <= MOST_LINES
                else f"{share.rating} or better takes at least one of"
            )
            yield from (f"  {table.profile_in_words(place)}" for place in places)
        if profiles > MOST_LINES and len(share.least) > MOST_LEAST:
            yield f"  and {grouped(len(share.least) - MOST_LEAST)} more"


def _pull_lines(table: RatingTable) -> Iterator[Block]:
    """How often a move of each input changes the rating, beside its share of the weight, where
    there are weights.
    """
    from vfi.inspection.tables_document import pulls_of

    found = pulls_of(table)
    if not found:
        return
    rows: list[Sequence[str]] = [
        ("Input", "Weight", "Share", "Moves that count", "Share of effect")
    ]
    for pull in found:
        shares = (pull.nominal, pull.pivotal, pull.effective or Fraction(0))
        rows.append((pull.child, str(pull.weight), *(percent(share, 1) for share in shares)))
    yield ""
    yield Table(rows, right=(1, 2, 3, 4))
    yield "Moves that count: of all moves of the input by one level, those that change the rating."
    if not all(pull.is_exact for pull in found):
        yield "Estimated from profiles drawn: there are too many to count."


def _names(table: RatingTable) -> str:
    from vfi.problems import listed

    return listed(table.tried.space.names)


def _number(table: RatingTable) -> str:
    from vfi.profiles.tried import SEED

    tried, total = len(table.tried.profiles), table.tried.space.total
    if table.tried.is_all:
        return (
            f"{count_of(tried, 'profile')} of {count_of(len(table.tried.space.names), 'input')}, "
            "all there are"
        )
    return f"{part_of(tried, total, 'profile')}, drawn with the seed {SEED}"
