"""Colours as eyes see them: contrast by WCAG 2, and what colour-blind readers see of a colour.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for
simulation of color vision deficiency", 2009, at full severity; differences are in Oklab.
"""

from __future__ import annotations

import math

EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
Colour = tuple[float, ...]


def linear(written: str) -> Colour:
    """A colour `#rrggbb` as linear light."""
    parts = [int(written[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    light = [sum(map(float.__mul__, weights, linear(colour))) for colour in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def difference(one: str, other: str, eyes: str) -> float:
    """How far apart two colours are to somebody's eyes; black and white are 1 apart."""
    return math.dist(_seen(one, eyes), _seen(other, eyes))


def _seen(written: str, eyes: str) -> Colour:
    light = [max(0.0, part) for part in _times(EYES[eyes], linear(written))]
    return _times(_LAB, [part ** (1 / 3) for part in _times(_LMS, light)])


def _times(matrix: tuple[tuple[float, ...], ...], vector: Colour | list[float]) -> Colour:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
