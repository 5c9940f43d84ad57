"""A report's data inside its PDF, for programs that read the file."""

from __future__ import annotations

import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to carry inside a PDF.

    Attributes:
        name: its name.
        description: what it holds.
        mime_type: its kind.
        date: when it was made: 2025, 2025-07 or 2025-07-31.
        content: its bytes.
    """

    name: str
    description: str
    mime_type: str
    date: str
    content: bytes


def attach(data: bytes, attachment: Attachment) -> bytes:
    """The PDF with a file inside it, declared as the data that the document was made from (ISO
    32000-2, 14.13).
    """
    import pikepdf

    date = f"D:{(attachment.date + '-01-01')[:10].replace('-', '')}000000Z"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        file = pikepdf.AttachedFileSpec(
            pdf,
            attachment.content,
            description=attachment.description,
            filename=attachment.name,
            mime_type=attachment.mime_type,
            creation_date=date,
            mod_date=date,
        )
        file.obj.AFRelationship = pikepdf.Name.Data
        pdf.attachments[attachment.name] = file
        pdf.Root.AF = pikepdf.Array([file.obj])
        carrying = io.BytesIO()
        pdf.save(
            carrying, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return carrying.getvalue()
