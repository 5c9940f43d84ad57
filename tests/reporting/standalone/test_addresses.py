from __future__ import annotations

import pytest

from vfi.reporting.standalone.addresses import drawing_in, is_font, is_link, is_picture


@pytest.mark.parametrize("address", ["#a", "http://x", "HTTPS://x", " https://x", "mailto:a@b"])
def test_links_that_a_reader_may_follow(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "/x",
        "//x",
        "ftp://x",
        "javascript:#",
        "file:x",
        "data:,#",
        "ht\ntp://x",
        "\x01http://x",
    ],
)
def test_links_that_a_reader_is_not_led_to(address: str) -> None:
    assert not is_link(address)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
def test_pictures_of_points_are_embedded_in_base64(kind: str) -> None:
    assert is_picture(f"data:image/{kind};base64,AAAA")
    assert not is_picture(f"data:image/{kind};base64,<x>")
    assert not is_picture(f"data:image/{kind},AAAA")
    assert not is_picture(f" data:image/{kind};base64,AAAA")


@pytest.mark.parametrize(
    "address", ["data:text/html;base64,AAAA", "data:image/svg+xml;base64,AAAA", "x.png", ""]
)
def test_nothing_else_is_a_picture_or_a_font(address: str) -> None:
    assert not is_picture(address)
    assert not is_font(address)


def test_drawing_is_read_from_its_address() -> None:
    assert drawing_in("data:image/svg+xml;base64,PHN2Zy8+") == b"<svg/>"
    assert drawing_in("data:image/svg+xml,%3Csvg/>") == b"<svg/>"
    assert drawing_in("data:image/svg+xml;base64,PHN2Zy8") is None
    assert drawing_in("data:image/png;base64,AAAA") is None
