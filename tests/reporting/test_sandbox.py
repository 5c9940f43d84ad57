from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError

from tests.making import ROOT
from vfi.reporting.answers import Answers
from vfi.reporting.context import report_context
from vfi.reporting.sandbox import Sandbox

DATA = {"word": "a", "words": ["b", "a"], "facts": {"one": 1}, "nothing": None}


def filled(template: str, **others: str) -> str:
    return Sandbox(DictLoader({"t": template, **others})).get_template("t").render(DATA)


UNTOLD = [
    "range",
    "word.upper",
    "word['upper']",
    "words.index",
    "facts.items",
    "word.format",
    "'{}'.format",
    "cycler('a')",
    "joiner()",
    "namespace(a=1)",
    "cycler('a').next",
    "self.b",
    "[range]",
    "{'a': word.upper}",
    "[1, joiner()]",
    "words|map('upper')|first|attr('x')",
]
ASKED = [
    "{}",
    "{} ~ ''",
    "[{}]|join",
    "({})|string",
    "'%s' % {}",
    "'%r'|format({})",
    "'{{}}'.format({})",
    "({})|upper",
]


@pytest.mark.parametrize("thing", UNTOLD)
@pytest.mark.parametrize("form", ASKED)
def test_what_would_print_an_address_is_refused_however_it_is_asked_for(
    thing: str, form: str
) -> None:
    with pytest.raises(Exception, match=r"cannot be printed|No filter named|is for numbers only"):
        filled("{% block b %}{% endblock %}{{ " + form.format(thing) + " }}")


@pytest.mark.parametrize(
    "value",
    [
        "words",
        "(word, 2)",
        "facts",
        "self",
        "words|map('upper')",
        "range(3)",
        "dict",
        "facts.items()",
        "loop_of",
        "facts.keys()",
    ],
)
def test_only_text_and_numbers_are_printed(value: str) -> None:
    with pytest.raises(SecurityError, match=r"neither text nor a number"):
        filled("{% set loop_of = [1] %}{{ " + value + " }}")


@pytest.mark.parametrize(
    "what", ["words|random", "lipsum()", "word|pprint", "word|attr('upper')", "word is sameas word"]
)
def test_what_is_drawn_at_random_or_tells_of_memory_is_not_there(what: str) -> None:
    with pytest.raises(Exception, match=r"No (filter|test) named|'lipsum' is undefined"):
        filled("{{ " + what + " }}")


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ 1 }} {{ 1.5 }} {{ word }} {{ none }}", "1 1.5 a None"),
        ("{% for n in range(1, 4) %}{{ n }}{{ ',' if not loop.last }}{% endfor %}", "1,2,3"),
        ("{% for w in words %}{{ loop.cycle('x', 'y') }}{{ w.upper() }}{% endfor %}", "xByA"),
        ("{{ words|map('upper')|join('-') }} {{ words|reverse|join }}", "B-A ab"),
        ("{% for k, v in facts.items() %}{{ k }}={{ v }}{% endfor %}", "one=1"),
        ("{% set n = namespace(a=1) %}{% set n.a = n.a + 1 %}{{ n.a }}", "2"),
        ("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.current }}", "aba"),
        ("{% set j = joiner('; ') %}{{ j() }}1{{ j() }}2", "1; 2"),
        (
            "{{ dict(a=1).a }} {{ '%.2f' % 1.005 }} {{ '{:,}'.format(7704) }} {{ 'a'.ljust(3) }}|",
            "1 1.00 7,704 a  |",
        ),
        (
            "{% macro m(x) %}<{{ x }}>{{ caller() }}{% endmacro %}{% call m(1) %}in{% endcall %}",
            "<1>in",
        ),
        ("{% block b %}x{% endblock %}{{ self.b() }}", "xx"),
        (
            (
                "{{ 7 % 4 }} {{ words|length }} {{ words|sort|first }} {{ (words|list)[0] }} {{ 2 "
                "* 3 }}"
            ),
            "3 2 a b 6",
        ),
        (
            (
                "{% for w in words recursive %}{{ w }}{% if loop.depth < 2 %}{{ loop(['c']) }}{% "
                "endif %}{% endfor %}"
            ),
            "bcac",
        ),
    ],
)
def test_what_a_layout_needs_is_there(template: str, shown: str) -> None:
    assert filled(template) == shown


def test_block_of_the_template_beneath_is_called_and_not_printed() -> None:
    base = "{% block b %}base{% endblock %}"
    middle = "{% extends 'base' %}{% block b %}({{ super() }}){% endblock %}"
    top = "{% extends 'middle' %}{% block b %}{{ super() }}{{ super.super() }}{% endblock %}"
    assert filled(top, base=base, middle=middle) == "(base)base"
    for asked in ("super", "super ~ ''", "[super]|join", "super.super"):
        with pytest.raises(SecurityError, match="a block, which is neither"):
            filled(top.replace("super()", asked, 1), base=base, middle=middle)


@pytest.mark.parametrize(
    "call",
    [
        "word.ljust(10001)",
        "word.rjust(700000000)",
        "word.center(width)",
        "word.zfill(10**9)",
        "'\t'.expandtabs(700000000)",
        "'%700000000d' % 1",
        "'%*d' % (700000000, 1)",
        "'%.700000000f'|format(1)",
        "'{:>700000000}'.format(word)",
        "'{:>{}}'.format(word, 700000000)",
        "'{0:{a}}'.format(word, a=700000000)",
        "word|center(700000000)",
        "word|indent(width=700000000)",
        "words|batch(700000000, 'x')",
        "words * 700000000",
    ],
)
def test_call_that_would_fill_the_memory_is_refused_at_once(call: str) -> None:
    with pytest.raises(SecurityError, match=r"10,000 characters|for numbers only"):
        filled("{% set width = 700000000 %}{{ " + call.replace("10**9", "1000000000") + " }}")


def test_templates_are_given_only_plain_data(everything_answered: Answers) -> None:
    """Text, numbers, lists and mappings: nothing whose order or name depends on the run."""
    kinds = {type(part).__name__ for part in parts(report_context(everything_answered))}
    assert kinds <= {
        "dict",
        "list",
        "tuple",
        "str",
        "Markup",
        "int",
        "float",
        "bool",
        "NoneType",
        "Fraction",
    }


def parts(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list | tuple):
        for part in value:
            yield from parts(part)


def test_two_runs_write_the_same_bytes() -> None:
    """Whatever the seed of Python's hashes is, and wherever things lie in memory."""
    program = (
        "from vfi.reporting.answers import answers_of; from vfi.reporting.web import report_html\n"
        "from vfi.scoring.scorecard import score\n"
        "from vfi.study.loading import load_study; from vfi import places; import hashlib\nhtml ="
        " report_html(answers_of(score(load_study('idva-coverage-2017'))),"
        " (places.shipped_templates(),))\nprint(hashlib.sha256(html.encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    (digest,) = told
    assert re.fullmatch(r"[0-9a-f]{64}\n", digest)
