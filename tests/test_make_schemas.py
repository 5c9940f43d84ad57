"""The schemas in git are those of the documents' types, and say of every output that it fits."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts import make_schemas
from tests.making import ROOT

SCHEMAS = {path.name: json.loads(path.read_text()) for path in (ROOT / "schemas").iterdir()}
# What these say of a rubric has tests of its own.
OF_A_FILE = {"vfi.rubric-1.schema.json", "vfi.rubric-shown-1.schema.json"}


def test_every_schema_is_fresh() -> None:
    assert make_schemas.stale() == [], "run: make schemas"


def test_what_is_not_fresh_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", folder)
    changed = folder / "vfi.claims-1.schema.json"
    changed.write_text(changed.read_text().replace("One claim, judged.", "A claim."))
    (folder / "vfi.figures-1.schema.json").unlink()
    (folder / "vfi.other-1.schema.json").write_text("{}")
    monkeypatch.setattr(make_schemas, "FOLDER", folder)
    assert make_schemas.stale() == [
        "vfi.claims-1.schema.json",
        "vfi.figures-1.schema.json",
        "vfi.other-1.schema.json",
    ]
    assert make_schemas.main([]) == 0
    assert make_schemas.stale() == ["vfi.other-1.schema.json"]


def test_a_check_names_what_is_not_fresh_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_schemas, "FOLDER", tmp_path)
    assert make_schemas.main(["--check"]) == 1
    assert "not fresh: vfi.scorecard-2.schema.json\n" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def objects_in(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects_in(part)


@pytest.mark.parametrize("name", sorted(SCHEMAS.keys() - OF_A_FILE))
def test_schemas_are_strict_and_describe_every_field(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    objects = list(objects_in(SCHEMAS[name]))
    assert objects
    for part in objects:
        assert "additionalProperties" in part
        for field, said in part.get("properties", {}).items():
            assert said.get("description"), field
