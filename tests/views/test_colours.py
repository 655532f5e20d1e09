"""The six colours as different eyes see them, and against the page they stand on.

Sight without one kind of cone: Machado, Oliveira & Fernandes 2009, severity 1. Difference of two
colours: CIEDE2000 (Sharma, Wu & Dalal 2005), whose own worked pairs are the first test.
"""

from itertools import combinations, pairwise

import numpy as np
import pytest

from advisor.rules.motivations import MOTIVATIONS
from advisor.views.paper import DARK, LIGHT

EYES = {
    "all three cones": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
APART, NEIGHBOURS_APART = 12.0, 16.0
"""The least difference of any two, and of two that meet in every bar; 2 is seen when looked for."""

COLOURS = {one.label: one.colour for one in MOTIVATIONS.values()}


def linear(colour: str) -> np.ndarray:
    """Red, green and blue as amounts of light, 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB of amounts of light."""
    xyz = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one, other) -> float:
    """CIEDE2000 of two colours in CIELAB."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    chroma1, chroma2 = np.hypot(stretch * a1, b1), np.hypot(stretch * a2, b2)
    hue1 = np.degrees(np.arctan2(b1, stretch * a1)) % 360
    hue2 = np.degrees(np.arctan2(b2, stretch * a2)) % 360
    turn = (hue2 - hue1 + 180) % 360 - 180
    light, chroma, hue = (light1 + light2) / 2, (chroma1 + chroma2) / 2, (hue1 + turn / 2) % 360
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    by_hue = 1 + sum(part * np.cos(np.radians(n * hue + by)) for part, n, by in waves)
    lighter = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    stronger = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    turned = 2 * np.sqrt(chroma1 * chroma2) * np.sin(np.radians(turn / 2))
    turned /= 1 + 0.015 * chroma * by_hue
    blue = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    both = -2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7)) * np.sin(np.radians(blue))
    return float(np.sqrt(lighter**2 + stronger**2 + turned**2 + both * stronger * turned))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours, 1 to 21."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ],
)
def test_the_difference_is_the_one_of_the_published_pairs(one, other, expected):
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("one", "other"), [*combinations(COLOURS, 2)])
def test_any_two_reasons_are_told_apart_by_every_eye(eye, one, other):
    seen = [lab(np.array(EYES[eye]) @ linear(COLOURS[label])) for label in (one, other)]
    neighbours = (one, other) in pairwise(COLOURS)
    assert difference(*seen) >= (NEIGHBOURS_APART if neighbours else APART)


@pytest.mark.parametrize("label", COLOURS)
def test_each_reason_stands_out_from_both_pages_and_words_on_it_can_be_read(label):
    colour = COLOURS[label]
    assert min(contrast(colour, paper.halo) for paper in (LIGHT, DARK)) >= 3
    assert max(contrast(colour, ink) for ink in ("#ffffff", "#000000")) >= 4.5
