"""Capitals that stand for their governments."""

from __future__ import annotations

import pytest

from summarize.text.metonyms import metonyms
from summarize.text.terms import stem, tokens


@pytest.mark.parametrize(
    ("capital", "country"),
    [
        ("Moscow", "Russia"),
        ("Kremlin", "Russia"),
        ("Washington", "U.S."),
        ("Beijing", "China"),
        ("Pyongyang", "Korea"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Brussels", "EU"),
        ("Britain", "UK"),
    ],
)
def test_a_capital_and_its_country_stand_for_each_other(capital: str, country: str) -> None:
    one, other = (stem(tokens(name)[0]) for name in (capital, country))
    assert other in metonyms()[one]
    assert one in metonyms()[other]


def test_pairs_go_both_ways_and_never_to_themselves() -> None:
    for name, others in metonyms().items():
        assert name not in others
        assert all(name in metonyms()[other] for other in others)


@pytest.mark.parametrize(("one", "other"), [("Moscow", "China"), ("Seoul", "Pyongyang")])
def test_other_pairs_do_not(one: str, other: str) -> None:
    first, second = stem(one.lower()), stem(other.lower())
    assert second not in metonyms()[first]
