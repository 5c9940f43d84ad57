"""Figures that are withheld: what is printed beside them is still checked, and they are bounded
where they say so.
"""

from __future__ import annotations

import pytest

from tests.audit.figures.making import audit, problems_of, told

PARTS = "row,printed,of,part_of\nAll,58,,\nWoman,{},,All\nMan,{},,All\nUnknown,{},,All\n"


@pytest.mark.parametrize(
    ("cells", "severity"),
    [
        (("50", "<5", "5"), None),
        (("50", "<5", "2"), "fault"),
        (("50", "<5", "9"), "fault"),
        (("50", "1 to 4", "4"), None),
        (("50", "1 to 4", "8"), "fault"),
        (("27", "[c]", "*"), "unchecked"),
        (("27", "[c]", "32"), "fault"),
        (("[c]", "[c]", "[c]"), "unchecked"),
        (("27", "about 5", "26"), "unchecked"),
    ],
)
def test_parts_of_which_some_are_withheld(cells: tuple[str, ...], severity: str | None) -> None:
    sums = [finding for finding in audit(PARTS.format(*cells)).findings if finding.check == "sum"]
    assert [finding.severity for finding in sums] == ([severity] if severity else [])


def test_what_is_left_for_those_withheld_is_said() -> None:
    (finding,) = audit(PARTS.format("27", "[c]", "*")).findings
    assert finding.words == "31 of 58 is left for what is withheld: Man ([c]), Unknown (*)."


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (("50", "<5", "2"), "are 52 to 56, those included that are withheld; 58 is printed."),
        (("27", "[c]", "32"), "are at least 59, those included that are withheld; 58 is printed."),
    ],
)
def test_a_sum_that_nothing_withheld_could_make_right(printed: tuple[str, ...], words: str) -> None:
    assert audit(PARTS.format(*printed)).findings[0].words.endswith(words)


def test_a_whole_that_is_withheld() -> None:
    assert told(audit(PARTS.replace("58", "[c]").format(1, 2, 3))) == [("unchecked", "sum", "All")]
    assert told(audit(PARTS.replace("58", "<5").format(1, 2, 3))) == [("fault", "sum", "All")]
    assert told(audit(PARTS.replace("58", "<10").format(1, 2, 3))) == []


@pytest.mark.parametrize(
    ("cells", "severity"),
    [
        (("60%", "[c]", "30%"), "unchecked"),
        (("60%", "[c]", "50%"), "fault"),
        (("60%", "<5%", "30%"), "fault"),
    ],
)
def test_percentages_of_which_some_are_withheld(cells: tuple[str, ...], severity: str) -> None:
    rows = "".join(f"R{place},{cell},1000,100% down\n" for place, cell in enumerate(cells))
    sums = [
        each
        for each in audit(f"row,printed,of,part_of\n{rows}").findings
        if each.check == "sum of percentages"
    ]
    assert [each.severity for each in sums] == [severity]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<5 (7%)", []),
        ("<5 (8%)", [("fault", "possible", "Man")]),
        ("<5 (9%)", [("fault", "possible", "Man")]),
        ("10 to 15 (7%)", [("fault", "possible", "Man")]),
    ],
)
def test_a_percentage_has_to_fit_the_bounds_of_its_count(
    cell: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(audit(f"row,printed,of\nMan,{cell},58\n")) == expected


def test_a_base_that_is_withheld_is_one_that_is_not_printed() -> None:
    text = "row,printed,of\nAll,[c],\nA,1 (50%),All\nB,{},All\n"
    assert told(audit(text.format("1 (10%)"))) == [
        ("unchecked", "possible", "A"),
        ("fault", "possible", "B"),
    ]
    finding, _ = audit(text.format("2 (99%)")).findings[:2]
    assert "its base, All, is not printed" in finding.words


@pytest.mark.parametrize(
    ("printed", "other", "severity"),
    [
        ("7", "<5", "fault"),
        ("3", "<5", "unchecked"),
        ("[c]", "7", "unchecked"),
        ("10 to 15", "5", "fault"),
    ],
)
def test_one_figure_printed_twice_and_withheld_once(
    printed: str, other: str, severity: str
) -> None:
    found = audit(f"row,printed,same_as\nA,{printed},\nB,{other},A\n")
    assert told(found) == [(severity, "same", "B")]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("<5", "10", None),
        ("10 to 15", "5", "fault"),
        ("[c]", "10", "unchecked"),
        ("7", "<5", "fault"),
    ],
)
def test_a_part_within_a_whole_where_one_is_withheld(
    part: str, whole: str, expected: str | None
) -> None:
    found = audit(f"row,printed,within\nAll,{whole},\nA,{part},All\n")
    assert told(found) == ([(expected, "within", "A")] if expected else [])


def test_a_cell_that_cannot_be_read_is_told_and_the_others_are_checked() -> None:
    text = "row,printed,of\nAll,58,\nA,about 4,\nB,99%,All\n"
    assert [(each.line, each.field, each.severity.value) for each in problems_of(text)] == [
        (3, "printed", "warning")
    ]
    assert told(audit(text)) == [("unreadable", "readable", "A"), ("fault", "possible", "B")]


def test_money_and_multiples_are_rounded_amounts() -> None:
    """£1.2m may be anything from £1.15m to £1.25m, so that £1.2m and £1.2m can make £2.5m, and not
    £2.6m.
    """
    text = "row,printed,part_of\nAll,{},\nA,£1.2m,All\nB,£1.2 million,All\n"
    assert told(audit(text.format("£2.5m"))) == []
    assert told(audit(text.format("£2.6m"))) == [("fault", "sum", "All")]
    assert (
        "together are 2,400,000; £2.6m is printed" in audit(text.format("£2.6m")).findings[0].words
    )


def test_spaces_and_words_of_print_are_read_as_numbers() -> None:
    found = audit("row,printed,of\nAll,1\u202f234,\nA,40\u00a0%,All\nB,12.5 per cent,All\n")
    assert (told(found), found.checks) == ([], {"possible": 2})
