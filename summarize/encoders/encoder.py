"""The runtimes of embedding models, loaded at the first text to encode.

The default model runs in numpy (minilm.py), every other in sentence-transformers, which is also
what tests hold the first against.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize.errors import ModelError
from summarize.parallel import begin, there

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summarize.arrays import Singles, Vectors
    from summarize.encoders.minilm import Network

_ALONE = Lock()  # of two that set the number of threads, the second would restore the wrong one


@dataclass(frozen=True, slots=True)
class Files:
    """Where the files of a model are that are needed to run it."""

    weights: Path
    tokenizer: Path


class _Spec(NamedTuple):
    """What makes an encoder, in this process or another."""

    revision: str
    most_tokens: int
    files: Callable[[], Files]


class NumpyEncoder:
    """Vectors of MiniLM by numpy, each a function of its text alone.

    One thread reads a sheet of texts from end to end, and the cores read different sheets, so
    that neither a text's neighbours nor the number of cores reach the last digit.
    """

    def __init__(self, revision: str, most_tokens: int, files: Callable[[], Files]) -> None:
        self.revision = revision
        self._most_tokens = most_tokens
        self._files = files
        self._loaded: _Loaded | None = None
        self._away = False

    def expect(self, texts: Sequence[str]) -> None:
        """Load the model, since texts such as these will come, while other stages go on.

        For a large story a second process loads it, and then encodes; else a thread does, since
        to read and check 90 MB needs no interpreter.
        """
        if not texts or self._loaded is not None:
            return
        self._away = begin(_ready, [self._spec], [sum(map(len, texts))])
        if not self._away:
            Thread(target=self.load, daemon=True).start()

    @property
    def _spec(self) -> _Spec:
        return _Spec(self.revision, self._most_tokens, self._files)

    def load(self) -> None:
        """Load the model if it can be loaded; `encode` tells why it cannot."""
        with suppress(ModelError), _ALONE:
            self._loaded = self._loaded or _load(self._files(), self._most_tokens)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × d, float32.

        Raises:
            ModelError: the weights are missing or fail their checksum.
        """
        if texts and self._away:
            made = there(_encoded, (self._spec, list(texts)))
            if made is not None:
                return made
        import os
        from concurrent.futures import ThreadPoolExecutor

        import numpy as np

        from summarize.encoders.minilm import sheets

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        with _ALONE:
            self._loaded = model = self._loaded or _load(self._files(), self._most_tokens)
            tokens = [model.tokenizer.encode(_valid(text)).ids for text in texts]
            filled = sheets(tokens, shared=model.steady)
            with model.blas.limit(limits=1), ThreadPoolExecutor(os.cpu_count()) as pool:
                read = pool.map(lambda own: model.network.read([tokens[n] for n in own]), filled)
                rows = np.concatenate(list(read))
        return rows[np.argsort(np.concatenate(filled))]


_AWAY: dict[str, NumpyEncoder] = {}  # in the second process, by revision


def _ready(spec: _Spec) -> None:
    """Load a model in the process that this is."""
    _AWAY.setdefault(spec.revision, NumpyEncoder(*spec)).load()


def _encoded(asked: tuple[_Spec, Sequence[str]]) -> Vectors:
    """Return the vectors of texts by a model in the process that this is."""
    spec, texts = asked
    return _AWAY.setdefault(spec.revision, NumpyEncoder(*spec)).encode(texts)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """MiniLM in memory; `steady` says whether texts may share a sheet."""

    tokenizer: Any
    network: Network
    blas: Any
    steady: bool


def _load(files: Files, most_tokens: int) -> _Loaded:
    from threadpoolctl import ThreadpoolController
    from tokenizers import Tokenizer

    from summarize.encoders.minilm import Network, mapped

    tokenizer = Tokenizer.from_file(str(files.tokenizer))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most_tokens)
    network = Network(mapped(files.weights))
    blas = ThreadpoolController().select(user_api="blas")
    with blas.limit(limits=1):
        return _Loaded(tokenizer, network, blas, network.steady())


def _valid(text: str) -> str:
    """Return the text with halves of surrogate pairs as question marks: tokenizers refuse them."""
    return text.encode("utf-8", "replace").decode("utf-8")


class SentenceEncoder:
    """Vectors by sentence-transformers, each a function of its text alone.

    A text is encoded by itself and on one thread, so that neither its neighbours in a batch nor
    the number of cores reach the last digit; the cores work on different texts at once. Measured
    on the seeds (2026-11, two cores): 1.3 times the time of batches of 32, whose digits differ
    from the sixth on.
    """

    def __init__(self, revision: str, folder: Callable[[], Path]) -> None:
        self.revision = revision
        self._folder = folder
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × d, float32.

        Raises:
            ModelError: the weights are missing, fail their checksum or cannot be loaded.
        """
        import os
        from concurrent.futures import ThreadPoolExecutor

        import numpy as np
        import torch

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        model = self._load()
        # The tokenizer is not safe to share between threads; the network is.
        inputs = [model.preprocess([text]) for text in texts]

        def vector(features: Any) -> Singles:
            with torch.inference_mode():
                return model(features)["sentence_embedding"][0].numpy()

        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
                rows = list(pool.map(vector, inputs))
        finally:
            torch.set_num_threads(threads)
        vectors: Vectors = np.asarray(rows, dtype=np.float32).reshape(len(rows), -1)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.maximum(norms, np.finfo(np.float32).tiny)
        return vectors

    def _load(self) -> Any:
        """Return the model, which is loaded when it is first asked for."""
        if self._model is None:
            folder = self._folder()
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            # stderr is for what the reader must know
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            logging.set_verbosity_error()  # type: ignore[no-untyped-call]
            try:
                self._model = SentenceTransformer(
                    str(folder), device="cpu", local_files_only=True, trust_remote_code=False
                ).eval()
            except Exception as problem:  # the libraries below raise errors of many trees
                raise ModelError(
                    f"{folder} could not be loaded as an embedding model ({problem}); name a "
                    "folder in sentence-transformers' layout."
                ) from problem
        return self._model
