"""Work on a stranger's template in a process of its own, with limits of time and memory."""

from vfi.reporting.confined.limits import FOR_A_PAGE, FOR_A_PDF
from vfi.reporting.confined.running import confined

__all__ = ["FOR_A_PAGE", "FOR_A_PDF", "confined"]
