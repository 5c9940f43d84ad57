from __future__ import annotations

import base64
import contextlib
import re
import time
from pathlib import Path

import pytest

from tests.reporting.pictures import PNG
from vfi.problems import InvalidInput, NotFound, UserError
from vfi.reporting import templating
from vfi.reporting.templating import TemplateFolders, data_url, render_template


def rendered(folder: Path, text: str, **context: object) -> str:
    (folder / "report.html").write_text(text, encoding="utf-8")
    return render_template(TemplateFolders([folder]), "report.html", context)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of templates, with a secret beside it."""
    (tmp_path / "secret").write_text("the place of the refuge")
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<script>", "&lt;script&gt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{% include 'x' %}", "{% include &#39;x&#39; %}"),
        ('"', "&#34;"),
        ("\u202eright to left", "\u202eright to left"),
    ],
)
def test_what_is_inserted_is_escaped_and_never_run(folder: Path, value: str, shown: str) -> None:
    assert rendered(folder, "{{ value }}", value=value) == shown


def test_first_folder_that_has_a_template_gives_it(folder: Path, tmp_path: Path) -> None:
    (folder / "part.html").write_text("ours")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "report.html").write_text("own with {% include 'part.html' %}")
    (folder / "report.html").write_text("ours")
    folders = TemplateFolders([tmp_path / "own", folder])
    assert render_template(folders, "report.html", {}) == "own with ours"


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title['__class__'] }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ '%s'|format(self.__init__.__globals__) }}",
        "{{ names.append('x') }}",
        "{{ namespace.__init__ }}",
    ],
)
def test_way_out_of_the_sandbox_is_closed(folder: Path, text: str) -> None:
    with pytest.raises(InvalidInput, match=r"report\.html:2: template: found .*(unsafe|undefined)"):
        rendered(folder, f"<p>\n{text}", title="x", names=["a"])


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "../../../../../etc/passwd",
        "/etc/passwd",
        "sub/../../secret",
        "a" * 300,
        "a\\0b",
        ".",
        "os",
    ],
)
@pytest.mark.parametrize(
    "form", ['{{% include "{}" %}}', '{{% import "{}" as x %}}', '{{% extends "{}" %}}']
)
def test_file_outside_the_template_folders_is_not_there(folder: Path, form: str, name: str) -> None:
    with pytest.raises(NotFound, match="there is no template"):
        rendered(folder, form.format(name))


def test_link_out_of_the_template_folder_is_refused(folder: Path) -> None:
    (folder / "report.html").symlink_to(folder.parent / "secret")
    with pytest.raises(
        UserError,
        match=r"report\.html. is a link that does not lead to a file in its template folder",
    ):
        render_template(TemplateFolders([folder]), "report.html", {})


def test_file_in_a_linked_folder_is_refused(folder: Path) -> None:
    (folder / "up").symlink_to(folder.parent)
    with pytest.raises(UserError, match="is a link that does not lead"):
        rendered(folder, '{% include "up/secret" %}')


@pytest.mark.parametrize("target", ["report.html", "nowhere.html"])
def test_link_to_itself_or_to_nothing_does_not_make_room_for_the_next_folder(
    folder: Path, target: str
) -> None:
    (folder / "report.html").symlink_to(folder / target)
    ours = folder.parent / "ours"
    ours.mkdir()
    (ours / "report.html").write_text("ours")
    with pytest.raises(UserError, match="is a link that does not lead"):
        render_template(TemplateFolders([folder, ours]), "report.html", {})


def test_link_within_the_template_folder_is_followed(folder: Path) -> None:
    (folder / "other.html").write_text("the other")
    (folder / "report.html").symlink_to("other.html")
    assert render_template(TemplateFolders([folder]), "report.html", {}) == "the other"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("<p>\n{{ nothing.here }}", 2, "'nothing' is undefined"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ 'x'|xmlattr }}", 2, "no attribute 'items'"),
        ("{{ 'x'|nosuchfilter }}", 1, "No filter named 'nosuchfilter'"),
        ("{% for n in range(10**9) %}x{% endfor %}", 1, "powers are not offered"),
        ("{% for n in range(999999999) %}x{% endfor %}", 1, "Range too big"),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}", 1, "recursion"),
        ("x\n{% include 'report.html' %}", 2, "recursion"),
    ],
)
def test_mistake_is_told_with_file_line_and_reason(
    folder: Path, text: str, line: int, told: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        rendered(folder, text)
    (problem,) = refused.value.problems
    assert problem.where == f"{folder}/report.html:{line}"
    assert told in problem.found


def test_mistake_in_an_included_template_is_told_where_it_is(folder: Path) -> None:
    (folder / "part.html").write_text("<p>\n{{ 1 / 0 }}")
    with pytest.raises(InvalidInput, match=r"part\.html:2: template: found division by zero"):
        rendered(folder, "{% include 'part.html' %}")


@pytest.mark.parametrize(
    "text", ["{{ 9 ** (9 ** 9) }}", "{{ 'x' * 10000000000 }}", "{{ [1] * 10000000000 }}"]
)
def test_arithmetic_without_bounds_is_refused_at_once(folder: Path, text: str) -> None:
    start = time.monotonic()
    with pytest.raises(InvalidInput, match="for numbers only, and powers are not offered"):
        rendered(folder, text)
    assert time.monotonic() - start < 2


def test_arithmetic_that_a_layout_needs_is_there(folder: Path) -> None:
    assert rendered(folder, "{{ 3 * 4 + 1 }} {{ 7 // 2 }} {{ 1.5 * 2 }}") == "13 3 3.0"


def test_output_without_end_is_cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templating, "MAXIMUM_OUTPUT", 10_000)
    endless = (
        "{% for a in range(99999) %}{% for b in range(99999) %}0123456789{% endfor %}{% endfor %}"
    )
    with pytest.raises(UserError, match=r'"report\.html" writes more than'):
        rendered(folder, endless)


def test_template_larger_than_the_limit_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templating, "MAXIMUM_TEMPLATE", 100)
    assert rendered(folder, "x" * 100) == "x" * 100
    with pytest.raises(UserError, match=r'"report\.html" is larger than'):
        rendered(folder, "x" * 101)


@pytest.mark.parametrize("name", ["report.html", "report.css"])
def test_template_that_is_not_utf_8_is_told_with_its_line(folder: Path, name: str) -> None:
    (folder / name).write_bytes("one\ntwo\ncaf\xe9".encode("latin-1"))
    folders = TemplateFolders([folder])
    with pytest.raises(
        InvalidInput, match=re.escape(f"{name}:3: encoding: found a byte that is not UTF-8 (0xe9)")
    ):
        folders.stylesheet(name) if name.endswith("css") else render_template(folders, name, {})


def test_missing_stylesheet_is_told(folder: Path) -> None:
    with pytest.raises(NotFound, match=r'no stylesheet "report\.css"'):
        TemplateFolders([folder]).stylesheet("report.css")


@pytest.mark.parametrize("form", ["url({})", "url('{}')", 'url( "{}" )'])
def test_pictures_of_a_stylesheet_are_embedded(folder: Path, form: str) -> None:
    (folder / "dot.png").write_bytes(PNG)
    (folder / "report.css").write_text(f"a {{ background: {form.format('dot.png')}; }}")
    encoded = base64.b64encode(PNG).decode()
    assert TemplateFolders([folder]).stylesheet("report.css") == (
        f"a {{ background: url(data:image/png;base64,{encoded}); }}"
    )


def test_stylesheet_may_name_what_it_has_in_itself(folder: Path) -> None:
    (folder / "report.css").write_text("a { fill: url(#stripes); background: url(data:,x); }")
    assert "url(#stripes); background: url(data:,x)" in TemplateFolders([folder]).stylesheet(
        "report.css"
    )


@pytest.mark.parametrize(
    "name",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "../secret",
        "none.png",
        "report.css",
        "a" * 300 + ".png",
        "",
    ],
)
def test_stylesheet_that_names_anything_else_is_refused(folder: Path, name: str) -> None:
    (folder / "report.css").write_text(f"a {{ background: url({name}); }}")
    with pytest.raises(
        InvalidInput, match=r"report\.css: url: found .*expected a file of the template folders"
    ):
        TemplateFolders([folder]).stylesheet("report.css")


@pytest.mark.parametrize("name", ["page.png", "page.jpeg", "page.woff2"])
def test_file_that_is_not_what_its_ending_says_is_refused(name: str) -> None:
    with pytest.raises(UserError, match=f'"{name}" is not a .* file, as its ending says'):
        data_url(f"pictures/{name}", b"<svg/>")


@pytest.mark.parametrize("piece", ["url(", "url( ", "url('", " ", "url(#a", "url(a)"])
def test_stylesheet_is_read_in_time_that_grows_with_its_length(folder: Path, piece: str) -> None:
    (folder / "report.css").write_text("a { b: url(" + piece * 50_000)
    start = time.process_time()
    with contextlib.suppress(InvalidInput):
        TemplateFolders([folder]).stylesheet("report.css")
    assert time.process_time() - start < 1
