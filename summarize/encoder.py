"""The runtime of embedding models: sentence-transformers, imported at the first text to encode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summarize.records import Vectors


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

        def vector(features: Any) -> Any:
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
