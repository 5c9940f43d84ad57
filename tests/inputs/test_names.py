import pytest

from vfi.inputs.names import name_fault, name_inside


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b.png", "a/b.png"),
        ("./a//b.png", "a/b.png"),
        ("a/../b.png", "b.png"),
        ("../b.png", None),
        ("a/../../b.png", None),
        ("..", None),
        ("...", "..."),
        ("/b.png", None),
        ("https://example.org/b.png", None),
        ("a\0b", None),
        (".", None),
        ("", None),
    ],
)
def test_a_name_within_a_folder_has_one_form(text: str, name: str | None) -> None:
    assert name_inside(text) == name


@pytest.mark.parametrize("name", ["a", "a/b c.png", "größe.png", ".hidden", "a..b", "日本/x"])
def test_names_that_every_system_can_keep(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("../a", "leads out of the folder"),
        ("a/..", "leads out of the folder"),
        ("/a", "leads out of the folder"),
        ("a\u202eb", "cannot be seen"),
        ("a?b*", r"not every system allows in a name: * ?"),
        ("a\\b", "not every system allows in a name: \\"),
        ("a//b", "a part that names nothing"),
        ("./a", "a part that names nothing"),
        ("", "a part that names nothing"),
        ("a /b", "a space at the beginning or end"),
        ("a" * 256, "more than 255 signs"),
    ],
)
def test_a_name_that_not_every_system_can_keep_says_why(name: str, fault: str) -> None:
    assert fault in str(name_fault(name))
