"""From a study to its bundle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vfi import places
from vfi.bundle.archive import packed, unpacked
from vfi.bundle.container import VERSIONS
from vfi.bundle.manifest import NAME, SIGNATURE, manifest
from vfi.bundle.outputs import OUTPUTS, PAGE, derive
from vfi.bundle.signature import sign
from vfi.bundle.versions import typefaces_of, versions
from vfi.endings import refuse_other_endings
from vfi.outputs import write_whole
from vfi.problems import UserError, quoted
from vfi.visible import as_json

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard
    from vfi.study.models import Study

SCHEMA = "vfi.bundle/1"
README = "README.txt"
INPUTS, OUTPUT_FOLDER = "inputs", "outputs"
WORDS = """\
{title}
{line}

A sealed bundle of the study {study}, by the rubric {rubric} {version}.

inputs/         the rubric and the study, as they were read, with the pictures that its \
text shows and the files that
                its evidence is in: all that the outputs are made from{left_out_files}
outputs/        what vfi made of them:
{outputs}
versions.json   the versions of the programs that decided the bytes of the outputs
SHA256SUMS      the SHA-256 digest of every file

{audit}

To check that the files are whole, without vfi:   sha256sum -c SHA256SUMS
To check who sealed them, if they are signed:     ssh-keygen -Y verify -f ALLOWED_SIGNERS \
-I SIGNER -n vfi-bundle \\
                                                    -s SHA256SUMS.sig < SHA256SUMS
To derive every output again from the inputs:     vfi verify BUNDLE.zip
To look for yourself:                             vfi score inputs/reports/{study}
"""
NO_DOUBT = "Every rating was recomputed by another path, and is the same."


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it is written.

    Attributes:
        content: the bytes of the archive.
        left_out: the outputs that the study does not allow, with the reason for each.
        doubts: what speaks against the ratings: that they were not recomputed, or came out
            different.
    """

    content: bytes
    left_out: Mapping[str, str]
    doubts: tuple[str, ...] = ()


def make_bundle(scorecard: Scorecard, key: Path | None = None) -> Bundle:
    """The bundle of a study; the same inputs, versions and key give the same bytes.

    Args:
        scorecard: the scorecard of a study that was read from files; the bytes that were read are
            those sealed.
        key: an SSH key to sign the manifest with.

    Raises:
        UserError: the study was not read from files, the report cannot be made, or the key does not
            sign.
    """
    entries = {f"{INPUTS}/{name}": content for name, content in _inputs(scorecard.study).items()}
    left_out: dict[str, str] = {}
    doubts: list[str] = []
    for derived in derive(scorecard):
        if derived.doubt:
            doubts.append(derived.doubt)
        if derived.content is not None:
            entries[f"{OUTPUT_FOLDER}/{derived.output.name}"] = derived.content
        elif derived.error is not None and not derived.output.may_be_left_out:
            raise derived.error
        else:
            left_out[derived.output.name] = derived.reason
    entries[README] = readme(scorecard, left_out, doubts, scorecard.study.left_out).encode()
    page = entries.get(f"{OUTPUT_FOLDER}/{PAGE}", b"").decode()
    entries[VERSIONS] = _about(scorecard, left_out, doubts, typefaces_of(page))
    entries[NAME] = manifest(entries)
    if key is not None:
        entries[SIGNATURE] = sign(entries[NAME], key)
    content = packed(entries)
    for finding in unpacked(content, README).findings:
        raise UserError(f"what this study has cannot be sealed: {finding}")
    return Bundle(content, left_out, tuple(doubts))


def write_bundle(scorecard: Scorecard, output: Path, key: Path | None = None) -> Bundle:
    """Write the bundle of a study to a file that ends in .zip.

    Raises:
        UserError: the ending is another one, or the bundle cannot be made or written.
    """
    refuse_other_endings(output, "bundle")
    bundle = make_bundle(scorecard, key)
    write_whole(output, bundle.content)
    return bundle


def bundle_path(scorecard: Scorecard) -> Path:
    """Where the bundle of a study goes when nobody says: the study's `build/` folder."""
    return (
        places.build_folder(scorecard.study.folder, scorecard.study.id)
        / f"{scorecard.study.id}.zip"
    )


def _inputs(study: Study) -> dict[str, bytes]:
    """The files that the study was read from, by where they stand in a bundle."""
    if not study.files:
        raise UserError(
            "a study that was not read from files cannot be sealed: a bundle holds its files"
        )
    files = {
        f"{places.STUDY.collection}/{study.id}/{name}": data for name, data in study.files.items()
    }
    return {rubric_entry(study): study.rubric_file, **files}


def rubric_entry(study: Study) -> str:
    """Where the rubric of a study stands among the inputs of its bundle."""
    return f"{places.RUBRIC.collection}/{study.rubric.id}/{places.RUBRIC.marker}"


def _about(
    scorecard: Scorecard,
    left_out: Mapping[str, str],
    doubts: Sequence[str],
    typefaces: Mapping[str, str],
) -> bytes:
    study = scorecard.study
    document = {
        "schema": SCHEMA,
        "study": study.id,
        "rubric": {
            "id": study.rubric.id,
            "version": study.rubric.version,
            "sha256": study.rubric.sha256,
        },
        "versions": versions(),
        "typefaces": dict(typefaces),
        "left_out": left_out,
        "left_out_files": dict(study.left_out),
        "doubts": list(doubts),
    }
    return (as_json(document) + "\n").encode()


def readme(
    scorecard: Scorecard,
    left_out: Mapping[str, str],
    doubts: Sequence[str],
    left_out_files: Mapping[str, str],
) -> str:
    """What a bundle says of itself, in words.

    Args:
        scorecard: the scorecard of the study inside.
        left_out: the outputs that are not inside, with the reason for each.
        doubts: what speaks against the ratings.
        left_out_files: the cited files that are not inside, with the reason for each.
    """
    study = scorecard.study
    lines = [
        f"  {output.name:<17}"
        + (f"left out: {left_out[output.name]}" if output.name in left_out else output.what)
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
        left_out_files="".join(
            f"\n  left out: {quoted(name)}, {reason}" for name, reason in left_out_files.items()
        ),
        audit="\n".join(f"ATTENTION: {doubt}." for doubt in doubts) or NO_DOUBT,
    )
