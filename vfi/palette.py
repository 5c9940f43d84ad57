"""Colours for the levels of a scale: one order in colour, in grey and in print."""

from __future__ import annotations

from dataclasses import dataclass

# From the lowest level to the highest; each is darker than the one before, so that the order
# survives black and white.
ANCHORS = ((250, 226, 214), (240, 196, 116), (100, 171, 152), (15, 72, 88))
BLACK, WHITE = "#000000", "#ffffff"
Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Swatch:
    """The background of a level and the text colour with the higher contrast on it."""

    background: str
    text: str


def palette(levels: int) -> tuple[Swatch, ...]:
    """A swatch for each level of a scale, the lowest first."""
    return tuple(_swatch(_between(position, max(levels - 1, 1))) for position in range(levels))


def luminance(colour: str) -> float:
    """The relative luminance of a `#rrggbb` colour, 0 to 1, as WCAG 2.2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _between(position: int, last: int) -> Rgb:
    index, remainder = divmod(position * (len(ANCHORS) - 1), last)
    below, above = ANCHORS[index], ANCHORS[min(index + 1, len(ANCHORS) - 1)]
    red, green, blue = (
        low + (high - low) * remainder // last for low, high in zip(below, above, strict=True)
    )
    return red, green, blue


def _swatch(colour: Rgb) -> Swatch:
    background = "#{:02x}{:02x}{:02x}".format(*colour)
    text = max((BLACK, WHITE), key=lambda candidate: contrast(background, candidate))
    return Swatch(background, text)
