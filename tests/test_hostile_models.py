"""What is loaded from files is data: no pickles, no code of a model's, no objects of YAML."""

from __future__ import annotations

import ast
import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from summarize import models, words
from summarize.errors import ModelError
from summarize.models import manifests

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for top in ("summarize", "models") for path in (ROOT / top).rglob("*.py"))
BARRED = {"pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve"}
WEIGHTS = (".safetensors", ".npz")


class Trap:
    """An object whose pickle makes a file when it is opened."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.place,)


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_loaded_that_can_run(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert not BARRED & {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in BARRED
    for call in calls(path):
        told = {key.arg: ast.unparse(key.value) for key in call.keywords}
        assert told.get("trust_remote_code", "False") == "False"
        name = ast.unparse(call.func)
        assert not name.startswith("torch.load")
        if name in ("np.load", "numpy.load"):
            assert told.get("allow_pickle") == "False", "say allow_pickle=False where all can see"
        if name in ("yaml.load", "load") and "Loader" in told:
            assert told["Loader"] in ("yaml.BaseLoader", "yaml.SafeLoader")
        assert name not in ("eval", "exec", "yaml.unsafe_load", "yaml.full_load")


def test_every_loader_of_weights_is_looked_at() -> None:
    loaders = {"np.load", "yaml.load", "SentenceTransformer"}
    found = [ast.unparse(call.func) for path in SOURCES for call in calls(path)]
    assert sum(name in loaders for name in found) >= 4


def test_manifests_name_weights_that_are_data() -> None:
    for manifest in manifests():
        assert manifest.weights.endswith(WEIGHTS)
        assert len(manifest.sha256) == 64


def test_what_ships_with_the_program_is_data() -> None:
    for path in sorted((ROOT / "models").rglob("*.npz")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                stored = np.lib.format.read_array(
                    io.BytesIO(archive.read(name)), allow_pickle=False
                )
                assert not stored.dtype.hasobject
    suffixes = {path.suffix for path in (ROOT / "models").rglob("*")}
    assert not suffixes & {".pkl", ".pickle", ".pt", ".pth", ".bin", ".ckpt", ".npy"}


def test_a_pickle_in_the_place_of_weights_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, ran = tmp_path / "words.npz", tmp_path / "ran"
    np.savez(path, stems=np.array([Trap(ran)], dtype=object), vectors=np.zeros((1, 2)))
    monkeypatch.setattr(models, "word_table", lambda: path)
    words._table.cache_clear()
    try:
        with pytest.raises(ModelError, match="cannot be read; reinstall summarize"):
            words._table()
    finally:
        words._table.cache_clear()
    assert not ran.exists()
    with np.load(path, allow_pickle=True) as opened:  # the trap would have snapped
        opened["stems"]
    assert ran.exists()
