from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.audit.figures.making import audit, problems_of
from vfi.audit.figures.findings import FigureSeverity

CELLS = st.sampled_from(
    [
        "",
        "A",
        "B",
        "7",
        "40%",
        "7 (40%)",
        "~9",
        "0",
        "100% down",
        "100% across",
        "?",
        "A / B",
        "A | ",
        "[c]",
        "<5",
        "<5 (7%)",
        "10% to 15%",
        "7 ([c])",
        "£1.2m",
        "about 4",
        "? x",
    ]
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_any_table_gives_problems_or_an_audit(rows: list[tuple[str, ...]]) -> None:
    text = (
        "row,printed,of,part_of,within,same_as\n" + "\n".join(",".join(row) for row in rows) + "\n"
    )
    if not problems_of(text):
        found = audit(text)
        assert [finding.id for finding in found.findings] == [
            f"F{n}" for n in range(1, len(found.findings) + 1)
        ]


def test_findings_are_numbered_in_the_order_of_the_file() -> None:
    found = audit("row,printed,of,part_of\nAll,5,,\nA,3,,All\nB,99%,58,\nC,50%,,\n")
    assert [(finding.id, finding.figure.line, finding.severity) for finding in found.findings] == [
        ("F1", 2, FigureSeverity.FAULT),
        ("F2", 4, FigureSeverity.FAULT),
        ("F3", 5, FigureSeverity.UNCHECKED),
    ]
    assert found.checks == {"possible": 1, "sum": 1}
