"""The data inside a report's PDF."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf

from tests.running import run_vfi
from vfi.reporting.attachments import Attachment, attach
from vfi.reporting.pdf import pdf_from_html

PAGE = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>A page</title></head><body><h1>A '
    "page</h1></body></html>"
)


def test_the_report_carries_the_scorecard_as_its_data(shipped_pdf: Path) -> None:
    with pikepdf.open(shipped_pdf) as pdf:
        assert list(pdf.attachments) == ["scorecard.json"]
        specification = pdf.attachments["scorecard.json"]
        content = specification.get_file().read_bytes()
        assert specification.obj.AFRelationship == pikepdf.Name.Data
        assert [file.objgen for file in pdf.Root.AF] == [specification.obj.objgen]
        assert specification.get_file().mime_type == "application/json"
        assert specification.description
    assert json.loads(content)["overall"]["rating"] == "Good"
    printed = run_vfi("score", "domestic-abuse-duty-2025", "--format", "json")
    assert content.decode() == printed.stdout


def test_its_date_is_that_of_the_study_and_its_bytes_are_the_same_each_time() -> None:
    attachment = Attachment("data.json", "Data", "application/json", "2025-07", b"{}")
    first, second = (pdf_from_html(PAGE, attachment) for _ in range(2))
    assert first == second == attach(pdf_from_html(PAGE), attachment)
    assert b"D:20250701000000Z" in pikepdf_uncompressed(first)


def pikepdf_uncompressed(data: bytes) -> bytes:
    import io

    with pikepdf.open(io.BytesIO(data)) as pdf:
        plain = io.BytesIO()
        pdf.save(
            plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, stream_decode_level=None
        )
    return plain.getvalue()
