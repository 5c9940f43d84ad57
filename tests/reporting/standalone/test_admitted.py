from __future__ import annotations

import pytest

from vfi.reporting.standalone.admitted import (
    GLOBAL_ATTRIBUTES,
    HTML,
    HTML_ELEMENTS,
    SVG,
    SVG_COMMON,
    SVG_ELEMENTS,
    is_admitted,
    takes,
    written_name,
)

MEDIA = (
    "applet audio base canvas embed iframe frame frameset link object picture portal source track "
    "video"
)
SENDING = "button dialog form input select set slot template textarea animate"
RAW = "feImage filter foreignObject listing math noembed noframes noscript plaintext script xmp"
RUNS_OR_FETCHES = f"{MEDIA} {SENDING} {RAW}".split()
HARMFUL = {
    "action",
    "background",
    "data",
    "formaction",
    "http-equiv",
    "ping",
    "poster",
    "srcdoc",
    "srcset",
}
UNLISTED = ["onclick", "data-", "data-x=", "aria-", "data-\n", "xdata-x", "style\x00", '="x"', ""]


@pytest.mark.parametrize("name", RUNS_OR_FETCHES)
def test_element_that_does_more_than_show_is_admitted_nowhere(name: str) -> None:
    for namespace in (HTML, SVG, ""):
        for parent in ((HTML, "body"), (HTML, "head"), (SVG, "svg")):
            assert not is_admitted(namespace, name, parent)


def test_no_list_names_an_attribute_that_runs() -> None:
    lists = [GLOBAL_ATTRIBUTES, SVG_COMMON, *HTML_ELEMENTS.values(), *SVG_ELEMENTS.values()]
    names = set().union(*lists)
    assert not [name for name in names if name.startswith("on")]
    assert not names & {
        "action",
        "background",
        "data",
        "formaction",
        "http-equiv",
        "ping",
        "poster",
        "srcdoc",
        "srcset",
    }


@pytest.mark.parametrize(
    ("element", "parent", "admitted"),
    [
        ((HTML, "p"), (HTML, "body"), True),
        ((SVG, "svg"), (HTML, "p"), True),
        ((SVG, "g"), (HTML, "p"), False),
        ((HTML, "p"), (SVG, "svg"), False),
        ((HTML, "p"), (SVG, "title"), False),
        ((SVG, "g"), (SVG, "desc"), False),
        ((HTML, "style"), (HTML, "head"), True),
        ((HTML, "style"), (HTML, "body"), False),
        ((SVG, "style"), (SVG, "svg"), False),
        ((HTML, "p"), (HTML, "head"), False),
    ],
)
def test_element_stands_where_it_belongs(
    element: tuple[str, str], parent: tuple[str, str], *, admitted: bool
) -> None:
    assert is_admitted(*element, parent) is admitted


@pytest.mark.parametrize(
    "name", ["onclick", "data-", "data-x=", "aria-", "data-\n", "xdata-x", "style\x00", '="x"', ""]
)
def test_attribute_that_is_not_listed_is_not_taken(name: str) -> None:
    assert not takes(HTML, "p", name)
    assert not takes(SVG, "rect", name)


def test_attribute_in_a_namespace_is_named_as_it_is_written() -> None:
    assert written_name("{http://www.w3.org/1999/xlink}href") == "xlink:href"
    assert written_name("{http://www.w3.org/2000/xmlns/}xmlns") == "xmlns"
    assert written_name("{http://www.w3.org/2000/xmlns/}xlink") == "xmlns:xlink"
    assert written_name("{http://www.w3.org/XML/1998/namespace}lang") == "xml:lang"
    assert written_name("href") == "href"
