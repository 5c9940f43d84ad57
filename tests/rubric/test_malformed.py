"""Every kind of mistake in a rubric file gets its own message, at its line.

The files in `malformed/` are named after the mistake. The comments at their top state what is to be
told, all of it: `# expect LINE: a part of the message`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vfi.problems import Problem, Problems
from vfi.rubric.loading import read_rubric

FILES = sorted((Path(__file__).parent / "malformed").glob("*.yaml"))
EXPECTED = re.compile(r"^# expect (\d+): (.+)$", re.MULTILINE)
MEGABYTES = 300


def problems_of(text: str, place: Path) -> list[Problem]:
    folder = place / "library"
    folder.mkdir()
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    assert read_rubric(folder, problems) is None
    return list(problems)


def test_the_corpus_is_large() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_mistake_is_told_at_its_line_and_nothing_else_is(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    expected = [(int(line), words) for line, words in EXPECTED.findall(text)]
    found = problems_of(text, tmp_path)
    assert len(found) == len(expected), [str(problem) for problem in found]
    for line, words in expected:
        assert any((problem.line or 1) == line and words in str(problem) for problem in found), [
            str(p) for p in found
        ]


def test_every_mistake_has_a_message_of_its_own() -> None:
    first = {EXPECTED.findall(file.read_text(encoding="utf-8"))[0][1]: file.stem for file in FILES}
    assert len(first) > 0.9 * len(FILES)


HEAD = 'schema: vfi.rubric/1\nid: library\nversion: "1"\ntitle: T\nsummary: S\nstatus: '
HOSTILE = {
    "aliases that double": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(50)),
    "nested lists": "[" * 200_000,
    "nested mappings": "{a: " * 100_000,
    "nested by lines": "".join("  " * i + "a:\n" for i in range(900)),
    "one scalar of 4 MB": f'{HEAD}"{"x" * 4_000_000}"\n',
    "one word of 4 MB": HEAD + "x" * 4_000_000 + "\n",
    "more than 4 MB": HEAD + "x" * 5_000_000,
    "a block of 4 MB": HEAD + "|\n" + "  some words on a line\n" * 170_000,
    "a number beyond any": HEAD + "1e999\n",
    "a number of many digits": HEAD + "9" * 1_000_000 + "\n",
    "a fraction of many digits": f"{HEAD}{'9' * 500_000}/{'7' * 500_000}\n",
    "a value of many digits": f"scale: {{levels: [{{name: a, value: {10**30}, meaning: m}}]}}\n",
    "a very long list": "sources:\n" + "  - x\n" * 400_000,
    "a very long mapping": "scales:\n" + "".join(f"  a{i}: x\n" for i in range(200_000)),
    "many repeated keys": "a: 1\n" * 300_000,
    "many sources": "sources:\n" + '  - {id: a, title: t, publisher: p, date: "2024"}\n' * 60_000,
    "many unknown fields": "".join(f"a{i}: 1\n" for i in range(200_000)),
}


def large(criteria: int, extra: str = "", end: str = "") -> str:
    """A rubric with an id that is not its folder's, and very many criteria."""
    head = 'schema: vfi.rubric/1\nid: other\nversion: "1"\ntitle: T\nsummary: S\n'
    levels = "[{name: L, value: 0, meaning: m}, {name: H, value: 1, meaning: m}]"
    mean = "{rule: mean, ties: up, missing: exclude}"
    lines = [
        f"      - {{id: c{number}, title: T, meaning: M{extra}}}" for number in range(criteria)
    ]
    dimension = "dimensions:\n  - id: D\n    title: D\n    question: Q\n    criteria:\n"
    steps = f"synthesis: {{criterion: {mean}, dimension: {mean}, overall: {mean}}}\n"
    return f"{head}scale: {{levels: {levels}}}\n{dimension}" + "\n".join(lines) + f"\n{steps}{end}"


HURDLE = (
    "{id: h, title: H, reason: R, kind: hard, node: overall, when: [{at_least: 1, at: N, among: "
    "criteria}]}"
)
BAND = "{rating: L, from: 0, to: 1}"
INDICATOR = "{title: T, unit: u, measure: value, better: higher, levels: [%s]}"
HOSTILE |= {
    "many criteria": large(5000),
    "many criteria on scales that do not exist": large(4000, ", scale: s1"),
    "many criteria with the same id": large(4000).replace("id: c1", "id: c"),
    "many hurdles over many criteria": large(3000, end="hurdles:\n" + f"  - {HURDLE}\n" * 100),
    "many cut points": large(1, f", indicator: {INDICATOR % ', '.join([BAND] * 7000)}"),
    "many perspectives": large(
        2000,
        end="perspectives:\n"
        + "".join(
            f"  - {{id: p{i}, title: T, reason: R, hurdles: [{HURDLE}]}}\n" for i in range(20)
        ),
    ),
}
PROGRAM = """
import resource, sys, time
from pathlib import Path
from vfi.problems import Problems
from vfi.rubric.loading import read_rubric
problems = Problems()
start = time.process_time()
assert read_rubric(Path(sys.argv[1]), problems) is None
list(problems)
# The peak of this program alone: what resource tells began with its parent's.
status = Path("/proc/self/status")
if status.exists():
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time() - start, peak / 1024, len(problems))
"""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_neither_hang_nor_fill_the_memory(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "rubric.yaml").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-500:]
    seconds, megabytes, problems = map(float, ran.stdout.split())
    assert problems
    assert seconds < (20 if sys.gettrace() else 2)  # counting branches takes its own time
    assert megabytes < MEGABYTES
