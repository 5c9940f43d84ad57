"""A study sealed: its inputs, its outputs and their digests in one archive that a stranger can
check.
"""

from vfi.bundle.making import Bundle, bundle_path, make_bundle, write_bundle
from vfi.bundle.verification import Verification, verify

__all__ = ["Bundle", "Verification", "bundle_path", "make_bundle", "verify", "write_bundle"]
