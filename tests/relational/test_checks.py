import pytest

from tests.relational.test_rows import rating
from vfi.relational.errors import CannotRecompute

HIGH = ("N", "A.1", "High")


@pytest.mark.parametrize(
    ("judgements", "cases", "words"),
    [
        ([("N", "A.1", "Highest")], ["N"], "does not have: N, A.1, Highest"),
        ([HIGH, ("N", "A.1", "Low")], ["N"], "more than one judgement: N, A.1"),
        ([HIGH], ["N", "S"], "no judgement: S, A.1"),
        ([HIGH, ("Z", "A.1", "High")], ["N"], "a case that is not in cases.csv: Z"),
    ],
)
def test_judgements_from_which_not_all_ratings_follow_are_refused(
    judgements: list[tuple[str, str, str]], cases: list[str], words: str
) -> None:
    with pytest.raises(CannotRecompute, match=words):
        rating(judgements, cases)
