from __future__ import annotations

import pytest

from vfi.reporting.standalone.admitted import HTML, SVG
from vfi.reporting.standalone.attributes import attribute_faults, drawing_faults

NAMESPACE = b'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("namespace", "element", "name", "value"),
    [
        (HTML, "td", "colspan", "1000"),
        (HTML, "a", "href", "mailto:a@example.org"),
        (HTML, "a", "rel", "noopener External"),
        (HTML, "meta", "name", "dcterms.created"),
        (HTML, "p", "title", "url(http://x/) javascript:"),
        (HTML, "p", "style", "color: rgb(1 2 3); width: calc(1px + 2em)"),
        (SVG, "svg", "xmlns", SVG),
        (SVG, "rect", "fill", "url(#a) none"),
        (SVG, "use", "href", "#a"),
        (SVG, "image", "href", "data:image/png;base64,AAAA"),
    ],
)
def test_value_that_only_shows_something_is_sound(
    namespace: str, element: str, name: str, value: str
) -> None:
    assert list(attribute_faults(namespace, element, name, value)) == []


@pytest.mark.parametrize(
    ("namespace", "element", "name", "value", "expected"),
    [
        (HTML, "td", "colspan", "1001", "from 1 to 1000"),
        (HTML, "td", "rowspan", "1e3", "from 1 to 1000"),
        (HTML, "a", "href", "x.html", "an address that starts with"),
        (HTML, "a", "rel", "noopener attachment", "some of author"),
        (HTML, "meta", "name", "referrer", "only describes the page"),
        (SVG, "svg", "xmlns", HTML, SVG),
        (SVG, "rect", "fill", "url(http://x/)", "a place in the page"),
        (SVG, "use", "href", "data:image/png;base64,AAAA", "a place in the page"),
        (SVG, "image", "href", "#a", "a picture in a data: URL"),
    ],
)
def test_value_that_does_more_is_told(
    namespace: str, element: str, name: str, value: str, expected: str
) -> None:
    ((found, told),) = attribute_faults(namespace, element, name, value)
    assert value.removeprefix("url(")[:7] in found
    assert expected in told


def test_drawing_of_shapes_is_sound() -> None:
    drawing = (
        b'<?xml version="1.0"?><svg %b viewBox="0 0 9 9"><g fill="url(#a)"><rect '
        b'width="9"/></g></svg>'
    )
    assert list(drawing_faults(drawing % NAMESPACE)) == []


@pytest.mark.parametrize(
    "drawing",
    [
        b"",
        b"<svg",
        b"<svg/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg %b><script/></svg>" % NAMESPACE,
        b"<svg %b><a href='http://x/'/></svg>" % NAMESPACE,
        b"<svg %b><title><rect/></title></svg>" % NAMESPACE,
        b"<svg %b onload='x'/>" % NAMESPACE,
        b"<svg %b style='fill: url(http://x/)'/>" % NAMESPACE,
        b"<svg %b fill='url(data:image/svg+xml,x)'/>" % NAMESPACE,
        b"<svg %b><use href='http://x/'/></svg>" % NAMESPACE,
        b"<svg %b><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></svg>" % NAMESPACE,
        b"<!DOCTYPE svg [<!ENTITY a 'x'>]><svg %b/>" % NAMESPACE,
        b"<?xml-stylesheet href='http://x/'?><svg %b/>" % NAMESPACE,
        "<svg/>".encode("utf-16"),
    ],
)
def test_drawing_that_does_more_is_told(drawing: bytes) -> None:
    assert list(drawing_faults(drawing))
