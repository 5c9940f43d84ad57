from __future__ import annotations

import time
from decimal import Decimal

import pytest

from vfi.inputs.yaml import Document, parse_yaml
from vfi.problems import Problem, Problems, Severity


def parse(text: str) -> tuple[Document | None, list[Problem]]:
    problems = Problems()
    return parse_yaml(text, "made.yaml", problems), list(problems)


def refused(text: str) -> Problem:
    document, problems = parse(text)
    assert document is None
    assert len(problems) == 1, problems
    return problems[0]


def place(problem: Problem) -> tuple[int | None, int | None]:
    return problem.line, problem.column


def test_values_follow_the_core_schema_and_stay_exact() -> None:
    document, problems = parse(
        "a: on\nb: yes\nc: 1.10\nd: 2025-07-01\ne: .5\nf: ~\ng:\nh: true\ni: -7\nj: '12'\nk: "
        "12:30\nl: NO\n"
    )
    assert problems == []
    assert document is not None
    assert document.data == {
        "a": "on",
        "b": "yes",
        "c": Decimal("1.10"),
        "d": "2025-07-01",
        "e": Decimal("0.5"),
        "f": None,
        "g": None,
        "h": True,
        "i": -7,
        "j": "12",
        "k": "12:30",
        "l": "NO",
    }


def test_decimal_numbers_are_not_floats() -> None:
    document = parse("share: 0.1\n")[0]
    assert document is not None
    assert document.data == {"share": Decimal("0.1")}
    assert str(document.data["share"]) == "0.1"


def test_every_key_and_item_has_a_line_and_a_column() -> None:
    document = parse("# first\ntop:\n  - name: a\n    size: 1\n  - {name: b, size: 2}\n")[0]
    assert document is not None
    assert document.position(("top",)) == (2, 1)
    assert document.position(("top", 0)) == (3, 5)
    assert document.position(("top", 0, "size")) == (4, 5)
    assert document.position(("top", 1, "size")) == (5, 15)
    assert document.position(("top", 1, "colour")) == (5, 5)
    assert document.position(("bottom",)) == (2, 1)


def test_repeated_keys_are_all_told_with_both_lines() -> None:
    document, problems = parse("a: 1\nlist:\n  - {b: 1}\n  - b: 1\n    c: 2\n    b: 3\na: 2\n")
    assert document is not None
    assert [(place(p), p.field) for p in problems] == [((6, 5), "list[1].b"), ((7, 1), "a")]
    assert "first on line 4" in problems[0].found
    assert "first on line 1" in problems[1].found


def test_tab_is_told_with_a_hint() -> None:
    problem = refused("a:\n\t- b\n")
    assert place(problem) == (2, 1)
    assert "tabs" in problem.hint


def test_colon_in_plain_text_is_told_with_a_hint() -> None:
    problem = refused("title: Value: a study\n")
    assert problem.line == 1
    assert "quotation marks" in problem.hint


def test_quotation_that_is_not_closed_is_told_where_it_opens() -> None:
    assert place(refused("a: 1\nb: 'open\nc: 2\n")) == (2, 4)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: &x 1\nb: *x\n", (1, 4)),
        ("a: &x [1]\n", (1, 4)),
        ("&x a: 1\n", (1, 1)),
        ("a: 1\n*x : 2\n", (2, 1)),
        ("base: {a: 1}\nb:\n  <<: *base\n", (3, 7)),
    ],
)
def test_anchors_and_aliases_are_refused(text: str, where: tuple[int, int]) -> None:
    problem = refused(text)
    assert "anchor or alias" in problem.found
    assert place(problem) == where


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
    start = time.perf_counter()
    problem = refused("\n".join(lines))
    assert place(problem) == (1, 5)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "text", ["a: !!python/object/apply:os.getcwd []\n", "a: !!str 1\n", "!!str a: 1\n", "a: ! x\n"]
)
def test_tags_are_refused(text: str) -> None:
    problem = refused(text)
    assert "YAML tag" in problem.found
    assert problem.line == 1


def test_second_document_is_refused() -> None:
    problem = refused("a: 1\n---\nb: 2\n")
    assert "second YAML document" in problem.found
    assert problem.line == 2


def test_key_that_is_no_text_is_refused() -> None:
    assert "key" in refused("? [a, b]\n: 1\n").found


@pytest.mark.parametrize(
    "text",
    ["[" * 1_000_000, "{a: " * 250_000, "- " * 500_000, "[" * 500_000 + "]" * 500_000],
    ids=lambda text: text[:4],
)
def test_deep_nesting_is_refused_fast(text: str) -> None:
    start = time.perf_counter()
    problem = refused(text)
    assert time.perf_counter() - start < 1
    assert "levels of nesting" in problem.expected
    assert problem.line == 1


def test_nesting_that_a_rubric_needs_is_accepted() -> None:
    assert parse("[" * 20 + "]" * 20)[1] == []


@pytest.mark.parametrize(
    "text", ['a: 1\nb: "\\e[31m"\n', 'a: 1\n"\\e": 2\n', "a: 1\nb: \x07\n", "a: 1\nb: x\ufffe\n"]
)
def test_control_characters_are_refused_with_their_line(text: str) -> None:
    problem = refused(text)
    assert problem.line == 2
    assert "U+" in problem.found


def test_file_of_comments_only_holds_nothing() -> None:
    document, problems = parse("# nothing yet\n")
    assert problems == []
    assert document is not None
    assert document.data is None


@pytest.mark.parametrize(
    ("text", "field", "kept", "cut"),
    [
        ("title: Economy #1\n", "title", '"Economy"', "#1"),
        ("title: Bücherei 😀 #2\n", "title", '"Bücherei 😀"', "#2"),
        ("title: Room # 12\n", "title", '"Room"', "# 12"),
        ("title: #1 in the country\n", "title", "nothing", "#1 in the country"),
        ('title: "Economy" #1\n', "title", '"Economy"', "#1"),
        ("a: {name: Good #1\n  , b: 2}\n", "a.name", '"Good"', "#1"),
        ("a:\n  - one\n  - two #2\n", "a[1]", '"two"', "#2"),
        ("title: several\n  lines #5\n", "title", '"several lines"', "#5"),
        ("title: | #3\n  text # stays\n", "title", '"text # stays"', "#3"),
        ("title: C\t#\u00e9\n", "title", '"C"', "#\u00e9"),
    ],
)
def test_text_that_ends_in_a_comment_is_a_warning_that_names_what_was_cut(
    text: str, field: str, kept: str, cut: str
) -> None:
    document, problems = parse(text)
    assert document is not None
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    assert (problem.field, problem.found) == (
        field,
        f'{kept}, because what follows is a comment: "{cut}"',
    )
    assert "quotation marks" in problem.expected


@pytest.mark.parametrize(
    "text",
    [
        "title: Economy # the first of four\n",
        "title: Economy  # 32 characters at most\n",
        "title: Economy #\n",
        "title: Economy ## of four\n",
        "title: Economy #---\n",
        "title: a#b\n",
        "title: 'Economy #1'\n",
        "title: >-  # folded\n  Economy #1\n",
        "#1\ntitle: Economy\n#2\n",
        "a:  # note\n  b: 1\n",
    ],
)
def test_comments_in_words_and_hashes_in_text_are_no_warnings(text: str) -> None:
    assert parse(text)[1] == []


@pytest.mark.parametrize("sign", list("&*!@`%"))
def test_text_that_begins_with_a_sign_of_yaml_is_told_with_a_hint(sign: str) -> None:
    assert "needs quotation marks" in refused(f"title: {sign}Important{sign} and new\n").hint


def test_text_with_a_hash_that_breaks_the_yaml_is_told_with_what_was_cut() -> None:
    problems = parse("a: {name: Good #1, value: 2}\nb: 1\n")[1]
    assert (
        next(p.found for p in problems)
        == '"Good", because what follows is a comment: "#1, value: 2}"'
    )
