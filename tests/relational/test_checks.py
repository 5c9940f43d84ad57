from pathlib import Path

import pytest

from tests.relational.test_reading import HEADER, ROW, rating
from vfi.relational import CannotRecompute


@pytest.mark.parametrize(
    ("judgements", "cases", "words"),
    [
        (HEADER + "N,A.1,Highest,x\n", "id,name\nN,North\n", "does not have: N, A.1, Highest"),
        (ROW + "N,A.1,Low,x\n", "id,name\nN,North\n", "more than one judgement: N, A.1"),
        (ROW, "id,name\nN,North\nS,South\n", "no judgement: S, A.1"),
        (ROW + "Z,A.1,High,x\n", "id,name\nN,North\n", "a case that is not in cases.csv: Z"),
    ],
)
def test_judgements_from_which_not_all_ratings_follow_are_refused(
    tmp_path: Path, judgements: str, cases: str, words: str
) -> None:
    with pytest.raises(CannotRecompute, match=words):
        rating(tmp_path, judgements, cases)
