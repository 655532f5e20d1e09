"""Tables others printed, which the additive core, the exact share and the flips must reproduce."""

import numpy as np
import pytest

from advisor.decision.priorities import flip_points
from advisor.decision.shares import share_reaching
from advisor.decision.worth import total


def score(values: list[list[float]], weights: list[float]) -> np.ndarray:
    """Weighted mean of each alternative; values are alternatives × criteria."""
    shares = np.array(weights) / sum(weights)
    return total(np.array(values).T * shares[:, np.newaxis])


def between(rows: np.ndarray, bounds: np.ndarray, directions: list[int]) -> np.ndarray:
    """Distance from the better bound, 0 at the ideal."""
    ideal = np.where(np.array(directions) > 0, bounds[:, 1], bounds[:, 0])
    return np.abs(rows - ideal) / (bounds[:, 1] - bounds[:, 0])


SPOTIS = {
    "toy": (
        [[-5, 12], [-6, 10], [-8, 5]],
        [0.2, 0.3, 0.5],
        [1, -1, 1],
        [[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]],
        [0.1989, 0.3705, 0.3063, 0.7491],
    ),
    "cars": (
        [[14000, 16000], [3, 8], [80, 140], [35, 60], [650, 1300]],
        [5, 4, 4, 1, 3],
        [-1, -1, -1, 1, 1],
        [
            [15000, 4.3, 99, 42, 737],
            [15290, 5.0, 116, 42, 892],
            [15350, 5.0, 114, 45, 952],
            [15490, 5.3, 123, 45, 1120],
        ],
        [0.4779, 0.5781, 0.5558, 0.5801],
    ),
}


@pytest.mark.parametrize("example", SPOTIS)
def test_scores_between_fixed_bounds_are_those_of_dezert_and_others_2020(example):
    bounds, weights, directions, rows, printed = SPOTIS[example]
    distances = between(np.array(rows, float), np.array(bounds, float), directions)
    assert score(distances.tolist(), weights) == pytest.approx(printed, abs=5e-5)


def test_the_tie_of_triantaphyllou_2000_is_a_tie():
    rows = [[25, 20, 15, 30], [10, 30, 20, 30], [30, 10, 30, 10]]
    scores = score(rows, [0.20, 0.15, 0.40, 0.25])
    assert scores == pytest.approx([21.5, 22.0, 22.0])
    assert scores[1] == scores[2]


HOTEL_WEIGHTS = np.array([0.2, 0.1, 0.3, 0.2, 0.2])
HOTELS = {
    # area, internet, rate, skytrain, size: U, share of all priorities, share near, points to flip
    "Sheraton": ([0, 1, 0.5, 0.1, 0], 0.27, 5 / 36, 0.002522, 23.0),
    "BestWestern": ([0, 1, 1, 0.75, 1], 0.75, 11 / 12, 0.994413, 25.0),
    "Hyatt": ([0.5, 0.5, 0, 0.75, 0.6], 0.42, 4 / 9, 0.097163, 10.67),
    "Marriott": ([1, 0.5, 0.25, 0, 1], 0.525, 11 / 18, 0.604021, 2.5),
    "HolidayInn": ([1, 0, 1, 1, 0.8], 0.86, 59 / 64, 0.999912, 36.0),
    "Ramada": ([0.5, 0, 0.75, 1, 0.4], 0.605, 25 / 42, 0.946409, 10.5),
}
GIVES_AND_TAKES = {"Hyatt": (2, 3), "Marriott": (0, 3), "Ramada": (3, 1)}
HALF = np.array([0.5])


@pytest.mark.parametrize("hotel", HOTELS)
def test_the_hotels_of_valuecharts_have_their_exact_shares(hotel):
    values, utility, any_share, near_share, _ = HOTELS[hotel]
    column = np.array([values], float).T
    assert score([values], HOTEL_WEIGHTS.tolist()) == pytest.approx([utility])
    ones, near = np.ones(5, np.int64), np.array([4, 2, 6, 4, 4])
    assert share_reaching(column, ones, HALF) == pytest.approx([any_share], abs=1e-12)
    assert share_reaching(column, near, HALF) == pytest.approx([near_share], abs=5e-7)


@pytest.mark.parametrize("hotel", HOTELS)
def test_the_hotels_flip_with_the_fewest_points(hotel):
    values, utility, _, _, points = HOTELS[hotel]
    flip = flip_points(np.array([values], float).T, HOTEL_WEIGHTS, HALF, np.array([utility]) - HALF)
    assert flip.points == pytest.approx([points], abs=0.005)
    if hotel in GIVES_AND_TAKES:
        assert (flip.giver[0], flip.receiver[0]) == GIVES_AND_TAKES[hotel]


def test_holiday_inn_beats_best_western_under_14_of_27_priorities():
    ahead = np.array([HOTELS["HolidayInn"][0]], float) - np.array([HOTELS["BestWestern"][0]])
    share = share_reaching(ahead.T, np.ones(5, np.int64), np.zeros(1))
    assert share == pytest.approx([14 / 27], abs=1e-12)


def test_an_exact_volume_with_an_answer_by_hand():
    values = np.array([[1.0], [-1.0], [1.0]])
    assert share_reaching(values, np.ones(3, np.int64), np.zeros(1)) == pytest.approx([0.75])


@pytest.mark.parametrize("criteria", range(2, 7))
def test_the_chance_that_the_largest_of_n_weights_exceeds_half(criteria):
    one = np.zeros((criteria, 1))
    one[0] = 1.0
    share = share_reaching(one, np.ones(criteria, np.int64), HALF)
    assert criteria * share == pytest.approx([criteria * 2.0 ** (1 - criteria)])
