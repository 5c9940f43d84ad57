from vfi.audit.grid import variants
from vfi.synthesis.scale import Scale


def scale(*values: int) -> Scale:
    return Scale.model_validate(
        {"levels": [{"name": f"L{v}", "value": v, "meaning": "?"} for v in values]}
    )


def test_even_ties_are_tried_only_where_one_of_two_neighbours_is_even() -> None:
    assert {variant.ties for variant in variants(("judgements",), scale(0, 1, 2))} == {
        "up",
        "down",
        "even",
        "-",
    }
    assert {variant.ties for variant in variants(("judgements",), scale(0, 2, 4))} == {
        "up",
        "down",
        "-",
    }


def test_rules_that_know_only_levels_are_tried_once_whatever_they_could_take() -> None:
    found = [str(variant) for variant in variants(("ratings", "scores"), scale(0, 1))]
    assert len(found) == len(set(found)) == 16
    assert "mean of scores, ties down" in found
    assert "worst of scores" not in found
