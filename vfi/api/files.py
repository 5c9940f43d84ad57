"""Files made of a study: its report, its workbook and its sealed bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vfi.api.opening import AnyStudy, scorecard_of

if TYPE_CHECKING:
    from vfi.bundle.making import Bundle
    from vfi.bundle.verification import Verification


def render(study: AnyStudy, output: str | Path, templates: str | Path | None = None) -> Path:
    """Write the report of a study, as `vfi report` does: an accessible PDF, or one HTML file.

    The same inputs give the same bytes.

    Args:
        study: its id or folder, the study itself or its scorecard.
        output: the file to write; its ending, `.pdf` or `.html`, decides the form.
        templates: a folder with templates of your own, which go before those that come with vfi.

    Returns:
        The path that was written.

    Raises:
        NotFound: there is no such study or folder of templates.
        InvalidInput: the study or its rubric has errors.
        UserError: the ending is another one, the narrative or a template has a mistake, or the file
            cannot be written. Nothing is written then.

    Examples:
        >>> vfi.render("domestic-abuse-duty-2025", "report.html").name
        'report.html'
    """
    from vfi.reporting.report import render as rendered

    return rendered(scorecard_of(study), output, templates)


def write_workbook(study: AnyStudy, output: str | Path) -> Path:
    """Write a study as a workbook with live formulas, as `vfi workbook` does.

    Args:
        study: its id or folder, the study itself or its scorecard.
        output: the file to write, which ends in `.xlsx`.

    Returns:
        The path that was written.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.
        UserError: the ending is another one, a rule is beyond what a spreadsheet can work out, or
            the file cannot be written.

    Examples:
        >>> vfi.write_workbook("domestic-abuse-duty-2025", "duty.xlsx").name
        'duty.xlsx'
    """
    from vfi.endings import refuse_other_endings
    from vfi.workbook.book import write_workbook as written

    refuse_other_endings(Path(output), "workbook")
    return written(scorecard_of(study), Path(output))


def write_bundle(study: AnyStudy, output: str | Path, key: str | Path | None = None) -> Bundle:
    """Seal a study: rubric, study files, every output and the digests of all, as `vfi bundle` does.

    Args:
        study: its id or folder, the study itself or its scorecard.
        output: the file to write, which ends in `.zip`.
        key: an SSH key to sign the digests with.

    Returns:
        What was written, what it had to leave out, and what speaks against the ratings.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.
        UserError: the ending is another one, or the bundle cannot be made, signed or written.

    Examples:
        >>> vfi.write_bundle("idva-coverage-2017", "coverage.zip").doubts
        ()
    """
    from vfi.bundle.making import write_bundle as written

    return written(scorecard_of(study), Path(output), None if key is None else Path(key))


def verify_bundle(path: str | Path, allowed_signers: str | Path | None = None) -> Verification:
    """Check a sealed bundle, and derive its outputs again from its inputs, as `vfi verify` does.

    Args:
        path: the archive, or the folder that it was unpacked into. It may come from anyone.
        allowed_signers: who may have signed it: a file of the form that `ssh-keygen` reads.

    Raises:
        NotFound: there is no such file.
        UserError: it is not a bundle.

    Examples:
        >>> vfi.verify_bundle("coverage.zip").findings
        ()
    """
    from vfi.bundle.verification import verify

    signers = None if allowed_signers is None else Path(allowed_signers)
    return verify(path, signers)
