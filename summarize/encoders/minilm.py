"""The default model's own runtime: the forward pass of MiniLM in numpy, over weights on disk.

sentence-transformers gives the same vectors to the sixth digit, but takes seconds to import. The
network is BERT (Devlin et al. 2019) as distilled by Wang et al. 2020, six layers of 384 numbers;
a text's vector is the mean over its tokens, of unit length (Reimers and Gurevych 2019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from summarize.arrays import Singles, Vectors

# Texts share sheets of so many tokens, which hold any one text. A product of one sheet reads the
# weights once for all of them: 0.16 ms a token against 0.36 with one sentence of 40 at a time
# (OpenBLAS, 2026-11). A multiple of every tile of rows that BLAS libraries work in, as 96 and 32.
SHEET = 288
PART = 96  # a sheet that is not full is as many of these high as it needs
_ROWS = 48
_HEADS = 12
_EPSILON = 1e-12
_STEP = 131  # odd, so that no tile of rows meets the same rows again


def mapped(path: Path) -> dict[str, Singles]:
    """Return the tensors of a safetensors file, float32, as views of the file itself.

    Nothing is copied: of the 47 MB of word vectors only the rows that are looked up are read.
    """
    import json

    import numpy as np

    raw = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    start = 8 + int.from_bytes(raw[:8].tobytes(), "little")
    header = json.loads(raw[8:start].tobytes())
    found = {}
    for name, told in header.items():
        if told.get("dtype") == "F32":
            first, last = told["data_offsets"]
            part = raw[start + first : start + last]
            found[name] = part.view("<f4").reshape(told["shape"])
    return found


class Network:
    """The network, ready to read sheets of tokens."""

    def __init__(self, weights: Mapping[str, Singles]) -> None:
        self._weights = weights
        layers = {name.split(".")[2] for name in weights if name.startswith("encoder.layer.")}
        self._layers = [f"encoder.layer.{number}" for number in range(len(layers))]

    def steady(self) -> bool:
        """Return whether a token's numbers are the same bytes wherever on which sheet it stands.

        So they are where the library's products add up each row in one order, as all do that are
        known to us; it is asked, because a text's vector must not depend on its neighbours.
        """
        import numpy as np

        layer = self._layers[0]
        for name in ("attention.self.query", "intermediate.dense", "output.dense"):
            weight = self._weights[f"{layer}.{name}.weight"]
            rows = np.resize(weight.ravel()[: SHEET * 7 + 1], (SHEET, weight.shape[1]))
            made = rows @ weight.T
            shifted = np.roll(rows, _STEP, axis=0)
            if not np.array_equal(np.roll(made, _STEP, axis=0), shifted @ weight.T):
                return False
            for height in range(PART, SHEET, PART):
                if not np.array_equal(made[:height], rows[:height] @ weight.T):
                    return False
        return True

    def read(self, sheet: Sequence[Sequence[int]]) -> Vectors:
        """Return the unit vectors of texts that fit on one sheet, given as numbers of tokens."""
        import numpy as np

        height = -(-sum(map(len, sheet)) // PART) * PART
        spans, numbers, places = [], [0] * height, [0] * height
        start = 0
        for tokens in sheet:
            spans.append(slice(start, start + len(tokens)))
            numbers[spans[-1]] = tokens
            places[spans[-1]] = range(len(tokens))
            start += len(tokens)
        of = self._weights
        x = of["embeddings.word_embeddings.weight"][numbers]
        x += of["embeddings.position_embeddings.weight"][places]
        x += of["embeddings.token_type_embeddings.weight"][0]
        memory = _Buffers(x, len(of[f"{self._layers[0]}.intermediate.dense.bias"]))
        self._normal(x, "embeddings.LayerNorm", memory.key)
        for layer in self._layers:
            self._layer(layer, spans, memory)
        means = np.stack([x[span].mean(axis=0) for span in spans])
        return means / np.sqrt((means * means).sum(axis=1, keepdims=True))

    def _layer(self, layer: str, spans: Sequence[slice], memory: _Buffers) -> None:
        """Put what a layer makes of `memory.x` there, and anything into the rest of the buffers."""
        import numpy as np

        x, query, key, value, heard = memory.x, memory.query, memory.key, memory.value, memory.heard
        for name, to in (("query", query), ("key", key), ("value", value)):
            self._product(x, f"{layer}.attention.self.{name}", to)
        for span in spans:
            heard[span] = _attention(query[span], key[span], value[span])
        said = self._product(heard, f"{layer}.attention.output.dense", query)
        said += x
        self._normal(said, f"{layer}.attention.output.LayerNorm", key)
        inner = self._product(said, f"{layer}.intermediate.dense", memory.inner)
        _gelu(inner, memory.spare)
        outer = self._product(inner, f"{layer}.output.dense", value)
        self._normal(np.add(outer, said, out=x), f"{layer}.output.LayerNorm", key)

    def _product(self, x: Singles, name: str, to: Singles) -> Singles:
        import numpy as np

        np.matmul(x, self._weights[f"{name}.weight"].T, out=to)
        to += self._weights[f"{name}.bias"]
        return to

    def _normal(self, x: Singles, name: str, spare: Singles) -> None:
        """Give each row mean 0 and variance 1, and scale and shift it as was learned."""
        import numpy as np

        x -= x.mean(axis=1, keepdims=True)
        np.multiply(x, x, out=spare)
        x /= np.sqrt(spare.mean(axis=1, keepdims=True) + np.float32(_EPSILON))
        x *= self._weights[f"{name}.weight"]
        x += self._weights[f"{name}.bias"]


class _Buffers:
    """Where one sheet is worked out, layer by layer, on the same memory.

    Made anew for each product, it takes a tenth of all the time (the seeds, 2026-11).
    """

    def __init__(self, x: Singles, inner: int) -> None:
        import numpy as np

        self.x = x
        self.query, self.key, self.value, self.heard = (np.empty_like(x) for _ in range(4))
        self.heard[:] = 0  # where no text stands, there is nothing to hear
        self.inner = np.empty((len(x), inner), dtype=np.float32)
        self.spare = np.empty((3, _ROWS, inner), dtype=np.float32)


def sheets(texts: Sequence[Sequence[int]], *, shared: bool) -> list[list[int]]:
    """Return the numbers of the texts that stand on each sheet: as many as fit, or one.

    The longest first, each on the sheet that it fills best (Johnson 1973), so that little of any
    but the last sheet is blank.
    """
    if not shared:
        return [[number] for number in range(len(texts))]
    filled: list[list[int]] = []
    with_room: list[list[int]] = [[] for _ in range(SHEET + 1)]
    for number in sorted(range(len(texts)), key=lambda n: -len(texts[n])):
        size = len(texts[number])
        room = next((room for room in range(size, SHEET + 1) if with_room[room]), None)
        if room is None:
            sheet, room = len(filled), SHEET
            filled.append([])
        else:
            sheet = with_room[room].pop()
        filled[sheet].append(number)
        with_room[room - size].append(sheet)
    return filled


def _attention(query: Singles, key: Singles, value: Singles) -> Singles:
    """Return what each token hears of the others, by twelve heads at once (Vaswani et al. 2017)."""
    import numpy as np

    shape = (len(query), _HEADS, -1)
    query, key, value = (x.reshape(shape).transpose(1, 0, 2) for x in (query, key, value))
    scores: Singles = query @ key.transpose(0, 2, 1)
    scores *= np.float32(1 / np.sqrt(query.shape[2]))
    scores -= scores.max(axis=2, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=2, keepdims=True)
    heard: Singles = scores @ value
    return heard.transpose(1, 0, 2).reshape(query.shape[1], -1)


def _gelu(x: Singles, spare: Singles) -> None:
    """Put x Φ(x) into x, with the error function by Abramowitz and Stegun 7.1.26 (± 1.5e-7)."""
    import numpy as np

    size, t, tail = spare
    # Some rows at a time, which stay in the processor's cache from step to step.
    for rows in np.split(x, len(x) // _ROWS):
        np.abs(rows, out=size)
        np.multiply(size, np.float32(0.3275911 * 0.5**0.5), out=t)
        t += np.float32(1)
        np.reciprocal(t, out=t)
        np.multiply(t, np.float32(1.061405429), out=tail)
        for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
            tail += np.float32(factor)
            tail *= t
        np.multiply(rows, rows, out=t)
        t *= np.float32(-0.5)
        tail *= np.exp(t, out=t)
        # What lies beyond |x| on both sides: x Φ(x) is max(x, 0) less half of |x| times that.
        tail *= size
        tail *= np.float32(0.5)
        np.maximum(rows, 0, out=rows)
        np.subtract(rows, tail, out=rows)
