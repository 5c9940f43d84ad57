from __future__ import annotations

from vfi.bundle.versions import changed, typefaces_of, versions


def test_other_versions_are_told() -> None:
    then, now = {"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}
    assert list(changed(then, now)) == ["b 2 then, 3 now", "c none then, 4 now"]


def test_every_version_has_a_number() -> None:
    here = versions()
    assert {"vfi", "python", "weasyprint", "zlib"} <= set(here)
    assert [name for name, version in here.items() if not version[:1].isdigit()] == []


def test_a_page_tells_the_typefaces_that_it_embeds_by_their_digests() -> None:
    digests = typefaces_of("<style>body { font-family: var(--sans) }</style>")
    assert "fonts/SourceSans3-Regular.woff2" in digests
    assert all(len(digest) == 64 for digest in digests.values())
    assert typefaces_of("<p>No style</p>").keys() <= digests.keys()
