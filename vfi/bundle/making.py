"""From a study to its bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vfi import places
from vfi.bundle.archive import packed
from vfi.bundle.manifest import NAME, SIGNATURE, manifest
from vfi.bundle.outputs import OUTPUTS, derive
from vfi.bundle.signature import sign
from vfi.bundle.versions import versions
from vfi.outputs import as_json, write_whole
from vfi.problems import UserError, quoted
from vfi.scoring import Scorecard
from vfi.study import Study

SCHEMA = "vfi.bundle/1"
VERSIONS, README = "versions.json", "README.txt"
INPUTS, OUTPUT_FOLDER = "inputs", "outputs"
WORDS = """\
{title}
{line}

A sealed bundle of the study {study}, by the rubric {rubric} {version}.

inputs/         the rubric and the study, as they were read: all that the outputs are made from
outputs/        what vfi made of them:
{outputs}
versions.json   the versions of the programs that decided the bytes of the outputs
SHA256SUMS      the SHA-256 digest of every file

To check that the files are whole, without vfi:   sha256sum -c SHA256SUMS
To check who sealed them, if they are signed:     ssh-keygen -Y verify -f ALLOWED_SIGNERS -I SIGNER -n vfi-bundle \\
                                                    -s SHA256SUMS.sig < SHA256SUMS
To derive every output again from the inputs:     vfi verify BUNDLE.zip
To look for yourself:                             vfi score inputs/reports/{study}
"""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it is written.

    Attributes:
        content: the bytes of the archive.
        left_out: the outputs that the study does not allow, with the reason for each.
    """

    content: bytes
    left_out: Mapping[str, str]


def make_bundle(scorecard: Scorecard, key: Path | None = None) -> Bundle:
    """The bundle of a study; the same inputs, versions and key give the same bytes.

    Args:
        scorecard: the scorecard of a study that was read from files; the bytes that were read are those sealed.
        key: an SSH key to sign the manifest with.

    Raises:
        UserError: the study was not read from files, the report cannot be made, or the key does not sign.
    """
    entries = {f"{INPUTS}/{name}": content for name, content in _inputs(scorecard.study).items()}
    left_out: dict[str, str] = {}
    for derived in derive(scorecard):
        if derived.content is not None:
            entries[f"{OUTPUT_FOLDER}/{derived.output.name}"] = derived.content
        elif derived.error is not None and not derived.output.may_be_left_out:
            raise derived.error
        else:
            left_out[derived.output.name] = derived.reason
    entries[README] = readme(scorecard, left_out).encode()
    entries[VERSIONS] = _about(scorecard, left_out)
    entries[NAME] = manifest(entries)
    if key is not None:
        entries[SIGNATURE] = sign(entries[NAME], key)
    return Bundle(packed(entries), left_out)


def write_bundle(scorecard: Scorecard, output: Path, key: Path | None = None) -> Bundle:
    """Write the bundle of a study to a file that ends in .zip.

    Raises:
        UserError: the ending is another one, or the bundle cannot be made or written.
    """
    if output.suffix.lower() != ".zip":
        raise UserError(f"a bundle is written to a file that ends in .zip, not to {quoted(output.name)}")
    bundle = make_bundle(scorecard, key)
    write_whole(output, bundle.content)
    return bundle


def bundle_path(scorecard: Scorecard) -> Path:
    """Where the bundle of a study goes when nobody says: the study's `build/` folder."""
    return places.build_folder(scorecard.study.folder, scorecard.study.id) / f"{scorecard.study.id}.zip"


def _inputs(study: Study) -> dict[str, bytes]:
    """The files that the study was read from, by where they stand in a bundle."""
    if not study.files:
        raise UserError("a study that was not read from files cannot be sealed: a bundle holds its files")
    files = {f"{places.STUDY.collection}/{study.id}/{name}": data for name, data in study.files.items()}
    return {rubric_entry(study): study.rubric_file, **files}


def rubric_entry(study: Study) -> str:
    """Where the rubric of a study stands among the inputs of its bundle."""
    return f"{places.RUBRIC.collection}/{study.rubric.id}/{places.RUBRIC.marker}"


def _about(scorecard: Scorecard, left_out: dict[str, str]) -> bytes:
    study = scorecard.study
    document = {
        "schema": SCHEMA,
        "study": study.id,
        "rubric": {"id": study.rubric.id, "version": study.rubric.version, "sha256": study.rubric.sha256},
        "versions": versions(),
        "left_out": left_out,
    }
    return (as_json(document) + "\n").encode()


def readme(scorecard: Scorecard, left_out: dict[str, str]) -> str:
    """What a bundle says of itself, in words."""
    study = scorecard.study
    lines = [
        f"  {output.name:<17}{f'left out: {left_out[output.name]}' if output.name in left_out else output.what}"
        for output in OUTPUTS
    ]
    title = study.about.title
    return WORDS.format(
        title=title,
        line="=" * len(title),
        study=study.id,
        rubric=study.rubric.id,
        version=study.rubric.version,
        outputs="\n".join(lines),
    )
