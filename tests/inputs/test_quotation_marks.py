from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vfi.inputs.markdown import parser

OPTIONS = {"html": False, "typographer": True}


def curled(text: str) -> str:
    return str(parser().render(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\"It's 'so'\", they said", "“It’s ‘so’”, they said"),
        ("12\"\" and the boys' club of '99", "12&quot;&quot; and the boys’ club of '99"),
        ('"an *open "quote*" here', "“an <em>open &quot;quote</em>” here"),
        ('a "b', "a &quot;b"),
        ('a"b"c', "a&quot;b&quot;c"),
        ('("a")', "(“a”)"),
        ('`"code"` "`code`"', "<code>&quot;code&quot;</code> “<code>code</code>”"),
    ],
)
def test_marks_that_belong_together_become_a_pair(text: str, shown: str) -> None:
    assert curled(text) == f"<p>{shown}</p>\n"


SIGNS = st.sampled_from([*"\"\"\"'''ab1 .,(*_`\n\\–é[]", "[x](y)", "&quot;", "**"])


@given(st.lists(SIGNS, max_size=30).map("".join))
@example('"a \'*b" c\'* d"')
def test_marks_are_curled_as_markdown_curls_them(text: str) -> None:
    plain = MarkdownIt("commonmark", OPTIONS).enable(["table", "smartquotes"])
    assert curled(text) == plain.render(text)


@pytest.mark.parametrize("piece", ['"', "'", '"a ', "\"a 'b ", "\"a' ", '"*a* ', "*\"a' *"])
def test_time_grows_with_the_length_of_the_text_and_not_with_its_square(piece: str) -> None:
    start = time.process_time()
    curled(piece * (60_000 // len(piece)))
    assert time.process_time() - start < 3
