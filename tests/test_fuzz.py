"""Any bytes end in a brief or in prose: the fuzzer's targets, its corpus, and noise in both.

What the fuzzer (`make fuzz`) found worth a test is in tests/fuzz/corpus, a folder a target.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

CORPUS = Path(__file__).parent / "fuzz" / "corpus"
SEEDS = {name: sorted((CORPUS / name).iterdir()) for name in TARGETS}
LAW = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# Letters that mean something to one format or another, and any at all.
PIECES = st.one_of(
    st.text(max_size=12),
    st.binary(max_size=12).map(lambda data: data.decode("latin-1")),
    st.sampled_from(
        ["<p>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#xd800;", "\n\n", "---\n"]
    ),
    st.sampled_from(
        ["\r\n", "\0", '"', "“", "”", "‘", "{", "[", "\\ud800", "1e999", "=?utf-8?b?", "?=", ": "]
    ),
    st.sampled_from(
        ["\x1b]8;;", "\u202e", "\u2028", "\u0301", "\U0010ffff", "(AP) —", "said ", "20240230 "]
    ),
)
NOISE = st.lists(PIECES, max_size=8).map(lambda pieces: "".join(pieces).encode("utf-8", "replace"))


@pytest.mark.parametrize("target", TARGETS)
def test_what_the_fuzzer_starts_from_is_read_or_refused(target: str) -> None:
    assert SEEDS[target]
    for path in SEEDS[target]:
        TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@LAW
@example(b"")
@given(st.one_of(st.binary(max_size=300), NOISE))
def test_any_bytes_are_read_or_refused(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
@LAW
@given(st.integers(0, 9), st.floats(0, 1), st.floats(0, 0.2), NOISE)
def test_any_damage_is_read_or_refused(
    target: str, seed: int, where: float, gone: float, noise: bytes
) -> None:
    data = SEEDS[target][seed % len(SEEDS[target])].read_bytes()
    start = int(where * len(data))
    TARGETS[target](data[:start] + noise + data[start + int(gone * len(data)) :])


def test_the_corpus_stays_small() -> None:
    sizes = [path.stat().st_size for paths in SEEDS.values() for path in paths]
    assert sum(sizes) < 200_000
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)


def test_a_target_lets_through_what_is_none_of_our_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr("fuzz.targets.summarize", broken)
    story = (CORPUS / "txt" / "story").read_bytes()
    with pytest.raises(KeyError):
        TARGETS["txt"](story)
