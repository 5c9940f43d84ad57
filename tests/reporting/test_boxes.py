"""What is known of the insides of WeasyPrint's layout is still so."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML

from vfi.reporting.boxes import Room, boxes, first_boxes, kind, placed, shows, tag_levels, text_of

STYLE = "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0 }"


def page_of(body: str, style: str = "") -> Any:
    (page,) = HTML(string=f"<style>{STYLE}{style}</style><body>{body}").render().pages
    return page


def test_text_has_the_room_of_its_page_and_of_its_cell() -> None:
    page = page_of("<p>words</p><table><tr><td>cell</td><td>next</td></tr></table>")
    rooms = {text_of(found.box): found.room for found in placed(page) if shows(found.box)}
    assert rooms["words"].left == pytest.approx(rooms["words"].top)
    assert rooms["words"].right > rooms["cell"].right
    assert rooms["next"].left >= rooms["cell"].right


@pytest.mark.parametrize(("letters", "stands_out"), [(3, False), (90, True)])
def test_a_word_that_is_longer_than_the_line_stands_out_of_its_room(
    letters: int, stands_out: bool
) -> None:
    (text,) = (found for found in placed(page_of(f"<p>{'w' * letters}</p>")) if shows(found.box))
    assert (text.room.excess(text.box) > 0) is stands_out


def test_what_two_rooms_leave_is_within_both() -> None:
    assert Room(0, 0, 10, 10).within(Room(2, -1, 20, 8)) == Room(2, 0, 10, 8)


def test_running_heads_are_not_in_the_flow() -> None:
    style = "@page { @top-left { content: 'head' } }"
    page = page_of("<p>words</p>", style)
    assert "head" not in [text_of(box) for box in boxes(page)]
    assert "head" in [text_of(found.box) for found in placed(page)]


def test_the_first_boxes_go_down_to_the_first_text() -> None:
    page = page_of("<div><p>first</p></div><p>second</p>")
    body = next(box for box in boxes(page) if box.element_tag == "body")
    *_, last = first_boxes(body)
    assert (kind(last), text_of(last)) == ("TextBox", "first")


def test_a_list_item_without_its_bullet_is_tagged_twice() -> None:
    style = "ol { list-style: none }"
    page = page_of("<ul><li>a</li></ul><ol><li>b</li></ol><p>c</p>", style)
    levels = {
        text_of(box): tag_levels(box)
        for box in boxes(page)
        if box.element_tag in {"li", "p"} and kind(box) == "BlockBox"
    }
    assert (levels["b"], levels["c"]) == (2, 1)
