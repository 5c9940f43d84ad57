"""The percentage of a whole is the average of its groups', weighted by their sizes."""

from __future__ import annotations

import pytest

from tests.audit.figures.making import audit, told

GROUPS = "row,column,printed,of,part_of\nMen,n,30,,\nWomen,n,10,,\nAll,n,40,,\n"


def table(whole: str, men: str = "20%", women: str = "60%") -> str:
    return (
        f"{GROUPS}All,yes,{whole},All | n,\n"
        f"Men,yes,{men},Men | n,All | yes\nWomen,yes,{women},Women | n,All | yes\n"
    )


@pytest.mark.parametrize(("whole", "sound"), [("30%", True), ("40%", False), ("35%", False)])
def test_groups_give_their_average_by_size(whole: str, sound: bool) -> None:
    findings = [entry for entry in told(audit(table(whole))) if entry[1] != "possible"]
    assert (findings == []) is sound


def test_a_fault_says_what_the_groups_give_together() -> None:
    (finding,) = [one for one in audit(table("40%")).findings if one.check != "possible"]
    assert finding.words == (
        "20% of 30 and 60% of 10 together give 29.5% to 30.5%; 40% is printed for all of them."
    )
    assert finding.off == 10


def test_a_group_whose_size_is_not_there_leaves_the_whole_unchecked() -> None:
    unsized = table("30%").replace("Men,yes,20%,Men | n", "Men,yes,20%,")
    (finding,) = [one for one in audit(unsized).findings if "size of a group" in one.words]
    assert finding.words == "30% cannot be checked: the size of a group is not in the table."
