"""What the tiers of a rubric and their nodes are called."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from vfi.rubric.models.tiers import DEFAULT_TIERS, NamedTier, Tier, plural_of


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("criterion", "criteria"),
        ("sub-criterion", "sub-criteria"),
        ("dimension", "dimensions"),
        ("evidence category", "evidence categories"),
        ("survey", "surveys"),
        ("process", "processes"),
        ("index", "indexes"),
        ("branch", "branches"),
    ],
)
def test_a_noun_with_a_usual_plural_has_it(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


def test_what_a_tier_does_not_say_is_made_of_its_id() -> None:
    plain = Tier(id="quality-statement")
    assert (plain.title, plain.plural) == ("quality statement", "quality statements")
    titled = Tier(id="question", title="key question")
    assert (titled.title, titled.plural) == ("key question", "key questions")
    both = Tier(id="axis", title="axis", plural="axes")
    assert (both.title, both.plural) == ("axis", "axes")


def test_a_tier_may_be_written_as_its_id_alone() -> None:
    adapter: TypeAdapter[Tier] = TypeAdapter(NamedTier)
    assert adapter.validate_python("theme") == adapter.validate_python({"id": "theme"})
    with pytest.raises(ValidationError):
        adapter.validate_python({"title": "theme"})


@pytest.mark.parametrize(
    ("name", "words"), [("criterion", "a criterion"), ("area", "an area"), ("Item", "an Item")]
)
def test_one_node_of_a_tier_has_its_article(name: str, words: str) -> None:
    assert Tier(id=name).with_article == words


def test_criteria_stand_under_dimensions_where_no_tier_is_declared() -> None:
    assert [tier.plural for tier in DEFAULT_TIERS] == ["criteria", "dimensions"]
