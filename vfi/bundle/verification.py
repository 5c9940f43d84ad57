"""Whether a bundle is whole, whose it is, and whether its outputs follow from its inputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vfi import places
from vfi.bundle import archive, signature
from vfi.bundle.container import LARGEST, MARKS, VERSIONS, Contents, Form, of_folder
from vfi.bundle.findings import Finding
from vfi.bundle.making import INPUTS, OUTPUT_FOLDER, README, SCHEMA, readme, rubric_entry
from vfi.bundle.manifest import NAME, SIGNATURE, check_manifest, digest
from vfi.bundle.outputs import PAGE, Derived, derive
from vfi.bundle.versions import changed, typefaces_of, versions
from vfi.problems import InvalidInput, NotFound, UserError, VfiError, listed, quoted
from vfi.resources import has_run_out
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.temporary import temporary_folder

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard

DIFFERENCES_SHOWN = 5
OF_FORM: dict[Form, str] = {
    "packed again": (
        "Packed again: the contents were checked; the archive is not the one that was sealed."
    ),
    "folder": "A folder: the contents were checked; the archive that was sealed is not here.",
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found in a bundle.

    Attributes:
        findings: what is wrong; none in a sound bundle.
        checked: what was checked and is right, in words.
        notes: what else a reader should know, such as other versions of libraries.
        form: what the files came in: the archive that was sealed, one that was packed again, or a
            folder.
    """

    findings: tuple[Finding, ...]
    checked: tuple[str, ...]
    notes: tuple[str, ...]
    form: Form = "sealed"


def verify(path: str | Path, allowed_signers: Path | None = None) -> Verification:
    """Check a bundle that may come from anyone, and derive its outputs again from its inputs.

    Args:
        path: the archive, or the folder that it was unpacked into.
        allowed_signers: who may have signed it, in the form that `ssh-keygen` reads.

    Raises:
        NotFound: there is no such file.
        UserError: it is not a bundle.
    """
    contents = _contents(Path(path))
    if not MARKS & set(contents.entries) and (contents.form == "folder" or not contents.findings):
        raise UserError(
            f"{quoted(Path(path).name)} is not a bundle: it has neither {NAME} nor {VERSIONS}"
        )
    unusable = frozenset(finding.entry for finding in contents.findings)
    findings = [*contents.findings]
    checked: list[str] = []
    notes = [OF_FORM[contents.form]] if contents.form in OF_FORM else []
    if contents.passed_over:
        notes.append(
            f"Passed over {len(contents.passed_over)} files that systems add when they pack a "
            "folder."
        )
    if contents.entries:
        findings += check_manifest(contents.entries, unusable)
        if not findings:
            checked.append(f"{len(contents.entries)} files, each as {NAME} says")
        _check_signature(contents.entries, allowed_signers, findings, checked, notes)
        _derive_again(contents.entries, findings, checked, notes)
    return Verification(tuple(findings), tuple(checked), tuple(notes), contents.form)


def _contents(path: Path) -> Contents:
    if not path.is_dir():
        return archive.unpacked(_read(path), path.name)
    try:
        return of_folder(path)
    except OSError as error:
        raise UserError(f'cannot read "{error.filename}": {error.strerror}') from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise NotFound(f'there is no file "{path}"') from error
    except OSError as error:
        raise UserError(f'cannot read "{path}": {error.strerror}') from error
    if len(data) > LARGEST:
        raise UserError(
            f"{quoted(path.name)} is larger than the {LARGEST} bytes that a bundle may have"
        )
    return data


def _check_signature(
    entries: Mapping[str, bytes],
    allowed_signers: Path | None,
    findings: list[Finding],
    checked: list[str],
    notes: list[str],
) -> None:
    if SIGNATURE not in entries or NAME not in entries:
        if allowed_signers is not None:
            findings.append(Finding("signature", SIGNATURE, "the bundle is not signed"))
        else:
            notes.append("The bundle is not signed.")
        return
    try:
        good, words = signature.check(entries[NAME], entries[SIGNATURE], allowed_signers)
    except signature.NoProgram as error:
        if allowed_signers is not None:
            raise
        notes.append(f"The bundle is signed, which was not checked: {error}.")
        return
    if not good:
        findings.append(Finding("signature", SIGNATURE, words))
    elif allowed_signers is None:
        notes.append(words)
    else:
        checked.append(words)


def other_typefaces(sealed_typefaces: object, entries: Mapping[str, bytes]) -> Iterator[str]:
    """A note where the page inside was set in typeface files that are others here, or are not
    here.
    """
    page = entries.get(f"{OUTPUT_FOLDER}/{PAGE}")
    if not isinstance(sealed_typefaces, dict) or page is None:
        return
    current = typefaces_of(page.decode("utf-8", errors="replace"))
    differing = [
        str(name) for name in sealed_typefaces if sealed_typefaces[name] != current.get(name)
    ]
    if differing:
        yield f"Set in typefaces that are others here, which changes bytes: {listed(differing)}."


def _derive_again(
    entries: Mapping[str, bytes], findings: list[Finding], checked: list[str], notes: list[str]
) -> None:
    """Derive every output from the inputs inside, in a folder of its own, and compare."""
    about = _about(entries, findings)
    with temporary_folder() as folder:
        scorecard = _scored(entries, folder, findings)
        if scorecard is None:
            return
        differing = list(_differences(entries, scorecard, _left_out_files(about)))
    findings += differing
    notes += [
        f"Cited and not inside: {quoted(name)}, {reason}."
        for name, reason in _left_out_files(about).items()
    ]
    sealed_versions = about.get("versions")
    changes = (
        list(changed(sealed_versions, versions())) if isinstance(sealed_versions, dict) else []
    )
    if changes:
        notes.append(f"Made with other versions, which can change bytes: {', '.join(changes)}.")
    notes += other_typefaces(about.get("typefaces"), entries)
    if not [finding for finding in differing if finding.kind == "differs"]:
        number = sum(name.startswith(f"{OUTPUT_FOLDER}/") for name in entries)
        checked.append(f"{number} outputs, each derived again from the inputs with the same bytes")


def _about(entries: Mapping[str, bytes], findings: list[Finding]) -> dict[str, object]:
    try:
        about = json.loads(entries.get(VERSIONS, b"{}"))
    except (ValueError, RecursionError):
        about = None
    if VERSIONS in entries and not (isinstance(about, dict) and about.get("schema") == SCHEMA):
        findings.append(Finding("input", VERSIONS, f"not a document of the schema {SCHEMA}"))
    return about if isinstance(about, dict) else {}


def _left_out_files(about: Mapping[str, object]) -> dict[str, str]:
    """The cited files that the bundle says it does without, with the reason for each."""
    reasons = about.get("left_out_files")
    return (
        {str(name): str(reason) for name, reason in reasons.items()}
        if isinstance(reasons, dict)
        else {}
    )


def _scored(
    entries: Mapping[str, bytes], folder: Path, findings: list[Finding]
) -> Scorecard | None:
    """The scorecard of the study inside, by the rubric inside."""
    studies = {name for name in entries if name.startswith(f"{INPUTS}/{places.STUDY.collection}/")}
    markers = [
        name
        for name in studies
        if name.count("/") == 3 and name.endswith(f"/{places.STUDY.marker}")
    ]
    if len(markers) != 1:
        findings.append(
            Finding(
                "input", INPUTS, f"{len(markers)} studies inside, where there is one in a bundle"
            )
        )
        return None
    try:
        _write_inputs(entries, folder)
        study = load_study((folder / markers[0]).parent)
        rubric_bytes = entries.get(f"{INPUTS}/{rubric_entry(study)}")
        if rubric_bytes is None or digest(rubric_bytes) != study.rubric.sha256:
            findings.append(
                Finding(
                    "input", f"{INPUTS}/{rubric_entry(study)}", "the bundle lacks its own rubric"
                )
            )
            return None
        return score(study)
    except InvalidInput as error:
        findings += [
            Finding("input", _inside(problem.file, folder), _inside(str(problem), folder))
            for problem in error.problems
        ]
    except (VfiError, OSError) as error:
        if has_run_out(error):
            raise
        findings.append(Finding("input", markers[0], _inside(str(error), folder)))
    return None


def _write_inputs(entries: Mapping[str, bytes], folder: Path) -> None:
    for name, content in entries.items():
        if name.startswith(f"{INPUTS}/"):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _inside(text: str, folder: Path) -> str:
    return text.replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")


def _differences(
    entries: Mapping[str, bytes], scorecard: Scorecard, left_out_files: Mapping[str, str]
) -> Iterator[Finding]:
    """Where outputs differ from those derived, and what these say against the ratings."""
    every = list(derive(scorecard))
    for derived in every:
        yield from _differences_of(derived, entries)
    output_names = {_entry_of(derived) for derived in every}
    for name in entries:
        if name.startswith(f"{OUTPUT_FOLDER}/") and name not in output_names:
            yield Finding(
                "differs", name, "no output of this version of vfi, so it cannot be derived again"
            )
    left_out = {derived.output.name: derived.reason for derived in every if derived.content is None}
    doubts = [derived.doubt for derived in every if derived.doubt]
    if (
        README in entries
        and entries[README] != readme(scorecard, left_out, doubts, left_out_files).encode()
    ):
        yield Finding("differs", README, "not what vfi writes for this study")


def _differences_of(derived: Derived, entries: Mapping[str, bytes]) -> Iterator[Finding]:
    name = _entry_of(derived)
    if derived.content is None:
        if name in entries:
            yield Finding(
                "differs", name, f"nothing of the kind follows from the inputs: {derived.reason}"
            )
    elif name not in entries:
        yield Finding("differs", name, "it follows from the inputs and is not in the bundle")
    elif entries[name] != derived.content:
        yield Finding("differs", name, difference(entries[name], derived.content))
    if derived.doubt:
        yield Finding("audit", name, derived.doubt)


def _entry_of(derived: Derived) -> str:
    return f"{OUTPUT_FOLDER}/{derived.output.name}"


def difference(sealed: bytes, derived: bytes) -> str:
    """Where an output differs: by value in JSON, else by the place of the first byte."""
    try:
        sealed_value, derived_value = json.loads(sealed), json.loads(derived)
    except (ValueError, RecursionError):
        position = next(
            (i for i, (a, b) in enumerate(zip(sealed, derived, strict=False)) if a != b), None
        )
        where = f"first at byte {position}" if position is not None else "in length only"
        return f"{len(sealed)} bytes in the bundle, {len(derived)} derived; they differ {where}"
    differences = sorted(
        _json_differences(sealed_value, derived_value, ""),
        key=lambda words: ".rating: " not in words,
    )
    remainder = (
        f"; and {len(differences) - DIFFERENCES_SHOWN} more"
        if len(differences) > DIFFERENCES_SHOWN
        else ""
    )
    return (
        "; ".join(differences[:DIFFERENCES_SHOWN]) + remainder
        if differences
        else "the same values, written in another way"
    )


def _json_differences(sealed: object, derived: object, path: str) -> Iterator[str]:
    if isinstance(sealed, dict) and isinstance(derived, dict):
        for key in sorted({*sealed, *derived}):
            yield from _json_differences(
                sealed.get(key), derived.get(key), f"{path}.{key}" if path else str(key)
            )
    elif isinstance(sealed, list) and isinstance(derived, list) and len(sealed) == len(derived):
        for index, (sealed_value, derived_value) in enumerate(zip(sealed, derived, strict=True)):
            name = derived_value.get("id", index) if isinstance(derived_value, dict) else index
            yield from _json_differences(sealed_value, derived_value, f"{path}[{name}]")
    elif sealed != derived:
        sealed_text, derived_text = (_shown(value) for value in (sealed, derived))
        yield f"{path}: {sealed_text} in the bundle, {derived_text} derived"


def _shown(value: object) -> str:
    return quoted(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
