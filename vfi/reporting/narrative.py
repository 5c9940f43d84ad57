"""Narrative text: Markdown that may look figures up, so that prose cannot drift from the ratings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from markupsafe import Markup

from vfi.problems import NotFound, Problem, Problems, listed, nearest, quoted
from vfi.reporting.templating import MEDIA_TYPES, data_url
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Scorecard
from vfi.scoring.words import decimal

if TYPE_CHECKING:
    from markdown_it.token import Token

HEADING_SHIFT = 1
IMAGE_ENDINGS = tuple(ending for ending in MEDIA_TYPES if ending != ".woff2")


def narrative_html(scorecard: Scorecard) -> dict[str, Markup]:
    """The text of each section as HTML, its figures looked up in the scorecard.

    A section may call `rating`, `score`, `count`, `share`, `judged`, `missing` and `cases` with constant
    arguments, and nothing else: no loops, no arithmetic, no raw HTML. Headings move down one level, because the
    report gives each section its own.

    Raises:
        InvalidInput: a look-up names what is not there, or an image cannot be used; all problems at once.
    """
    problems = Problems()
    look_ups = _look_ups(scorecard)
    sections = {}
    for name, text in scorecard.study.narrative.items():
        file = f"{scorecard.study.id}/narrative/{name}.md"
        filled = _filled_in(text, file, look_ups, problems)
        sections[name] = Markup(_to_html(filled, file, scorecard.study.folder, problems))  # noqa: S704 - made here
    problems.raise_errors()
    return sections


def _look_ups(scorecard: Scorecard) -> dict[str, Callable[..., str]]:
    def count(node: str, level: str) -> str:
        counts = scorecard.node(node).counts
        if level not in counts:
            raise NotFound(f"there is no level {quoted(level)}; {nearest(level, counts) or listed(counts)}")
        return str(counts[level])

    def share(node: str, level: str) -> str:
        of = len(scorecard.node(node).counted)
        return f"{(200 * int(count(node, level)) + of) // (2 * of)}%" if of else INSUFFICIENT

    def score(node: str) -> str:
        value = scorecard.node(node).value
        return INSUFFICIENT if value is None else decimal(value, 2)

    return {
        "rating": lambda node: scorecard.node(node).rating or INSUFFICIENT,
        "score": score,
        "count": count,
        "share": share,
        "judged": lambda node: str(scorecard.node(node).judged),
        "missing": lambda node: str(scorecard.node(node).missing),
        "cases": lambda: str(len(scorecard.cases)),
    }


def _filled_in(text: str, file: str, look_ups: dict[str, Callable[..., str]], problems: Problems) -> str:
    environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        problems.add(Problem(file, error.lineno, "look-up", str(error.message), 'a look-up such as {{ rating("E1") }}'))
        return ""
    parts = []
    for node in (part for output in tree.body for part in _parts(output, file, problems)):
        if isinstance(node, nodes.TemplateData):
            parts.append(node.data)
        else:
            parts.append(_looked_up(node, file, look_ups, problems))
    return "".join(parts)


def _parts(output: nodes.Node, file: str, problems: Problems) -> list[nodes.Expr]:
    if isinstance(output, nodes.Output):
        return output.nodes
    found = f"a {type(output).__name__.lower()} statement"
    problems.add(Problem(file, output.lineno, "look-up", found, 'only look-ups such as {{ rating("E1") }}'))
    return []


def _looked_up(node: nodes.Expr, file: str, look_ups: dict[str, Callable[..., str]], problems: Problems) -> str:
    def refuse(found: str, hint: str = "") -> str:
        expected = f"one of {', '.join(look_ups)} with text in quotation marks"
        problems.add(Problem(file, node.lineno, "look-up", found, expected, hint))
        return ""

    plain = isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if not isinstance(node, nodes.Call) or not plain or not isinstance(node.node, nodes.Name):
        return refuse("an expression that is not a look-up")
    name = node.node.name
    if name not in look_ups:
        return refuse(quoted(name), nearest(name, look_ups))
    arguments = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
    if len(arguments) < len(node.args):
        return refuse(f"{name} of something that is not constant")
    try:
        return look_ups[name](*arguments)
    except (NotFound, TypeError) as error:
        return refuse(f"{name}({', '.join(map(repr, arguments))})", str(error))


def _to_html(text: str, file: str, folder: Path | None, problems: Problems) -> str:
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + HEADING_SHIFT, 6)}"
        if token.type == "th_open":
            token.attrSet("scope", "col")
        for child in token.children or ():
            if child.type == "image":
                _embed_image(child, token, file, folder, problems)
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    return html


def _embed_image(image: Token, block: Token, file: str, folder: Path | None, problems: Problems) -> None:
    line = block.map[0] + 1 if block.map else None
    name = str(image.attrs.get("src", ""))
    path = None if folder is None else (folder / name).resolve()
    inside = path is not None and folder is not None and path.is_relative_to(folder.resolve())
    if path is None or not inside or not path.is_file() or path.suffix.lower() not in IMAGE_ENDINGS:
        expected = f"an image in the study folder that ends in {', '.join(IMAGE_ENDINGS)}"
        problems.add(Problem(file, line, "image", quoted(name), expected))
    elif not image.content.strip():
        problems.add(
            Problem(file, line, "image", f"{quoted(name)} without a text alternative", "![what it shows](...)")
        )
    else:
        image.attrSet("src", data_url(path))
