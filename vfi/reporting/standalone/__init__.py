"""A page that stands alone: opening it fetches nothing, runs nothing and sends nothing, whoever
wrote its template.
"""

from vfi.reporting.standalone.addresses import LINKED, is_link
from vfi.reporting.standalone.cleaning import Cleaned, cleaned, stand_alone

__all__ = ["LINKED", "Cleaned", "cleaned", "is_link", "stand_alone"]
