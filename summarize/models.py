"""Embedding models: the manifests in models/, where their weights are, whether they are intact.

A model is named by a manifest, by a folder in sentence-transformers' layout, or by a repository
(`owner/name`) of the Hugging Face hub, the only case in which anything is ever downloaded.
Weights are read as safetensors only, and no code that comes with a model is run.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.encoders.encoder import Files
    from summarize.records import Encoder

_BLOCK = 1 << 20
_TOKENIZER = "tokenizer.json"  # under this name in every model of the hub
_NUMPY = "numpy-1"  # the runtime of minilm.py; the number grows when its vectors change


@dataclass(frozen=True, slots=True)
class Manifest:
    """What models/NAME.toml says of a model; `package` is the Python package with its weights.

    One without a package comes from the hub, where `commit` names the version of its repository.
    """

    name: str
    upstream: str
    package: str
    folder: str
    weights: str
    sha256: str
    tokenizer_sha256: str
    dimension: int
    max_tokens: int
    language: str
    licence: str
    runtime: str
    commit: str = ""

    @property
    def revision(self) -> str:
        """The name and the start of the weights' checksum, and four digits for the runtime.

        Vectors are cached under it, and those of two runtimes differ in the seventh digit.
        """
        runtime = hashlib.sha256(f"{self.runtime} {self.tokenizer_sha256}".encode()).hexdigest()
        return f"{self.name}@{self.sha256[:12]}{runtime[:4]}"


def manifests() -> tuple[Manifest, ...]:
    """Return the manifest of every model that is known by name, sorted by name.

    They stand in models/ of a checkout and in the package itself once installed.
    """
    import tomllib

    texts = [path.read_text(encoding="utf-8") for path in _folder().glob("*.toml")]
    tables = [tomllib.loads(text) for text in texts]
    found = [Manifest(**table) for table in tables if "runtime" in table]
    return tuple(sorted(found, key=lambda manifest: manifest.name))


def here() -> tuple[str, ...]:
    """Return the names of what can embed without anything to fetch, the vectors of words last."""
    from summarize.encoders.lexical import NAME as LEXICAL

    return (*(manifest.name for manifest in manifests() if locate(manifest)), LEXICAL)


def word_table() -> Path:
    """Return the file of word vectors that models/build_words.py made.

    Raises:
        ModelError: it is missing, or not the one that models/words.toml vouches for.
    """
    return _vouched("words.toml", "word vectors")


def attribution_weights() -> Path:
    """Return the file of weights that models/build_attribution.py made.

    Raises:
        ModelError: it is missing, or not the one that models/attribution.toml vouches for.
    """
    return _vouched("attribution.toml", "weights of attribution")


def _vouched(manifest: str, what: str) -> Path:
    import tomllib

    folder = _folder()
    try:
        told = tomllib.loads((folder / manifest).read_text(encoding="utf-8"))
        path = folder / str(told["file"])
        holds = _digest([path]) == told["sha256"]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as problem:
        raise ModelError(f"The {what} in {folder} are missing; reinstall summarize.") from problem
    if not holds:
        raise ModelError(f"{path} is not what {manifest} vouches for; reinstall summarize.")
    return path


def locate(manifest: Manifest) -> Path | None:
    """Return the folder that holds the model, or None where it is not on this machine."""
    from importlib.util import find_spec

    from summarize.encoders.hub import snapshot

    if manifest.commit:
        return snapshot(manifest.upstream, manifest.commit)
    spec = find_spec(manifest.package)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / manifest.folder
    return folder if folder.is_dir() else None


def verify(manifest: Manifest) -> bool:
    """Return whether weights and tokenizer are there and have the manifest's sha256."""
    folder = locate(manifest)
    return folder is not None and _failing(manifest, folder) is None


def load(name: str) -> Encoder:
    """Return the encoder for a manifest's name, a model's folder or a hub repository.

    Nothing heavy is imported, and a manifest's weights are not read, until it encodes.

    Raises:
        ModelError: nothing goes by that name, or the folder holds no model.
    """
    from summarize.encoders.encoder import SentenceEncoder
    from summarize.encoders.hub import fetch
    from summarize.encoders.lexical import NAME as LEXICAL
    from summarize.encoders.lexical import LexicalEncoder

    named = {manifest.name: manifest for manifest in manifests()}
    if name == LEXICAL:
        return LexicalEncoder()
    if name in named:
        return _named(named[name])
    if name and Path(name).is_dir():
        folder = Path(name)
    elif name.count("/") == 1 and not name.startswith((".", "/", "~")):
        folder = fetch(name)
    else:
        known = ", ".join([*(manifest.name for manifest in manifests()), LEXICAL])
        raise ModelError(
            f"No model {name!r}: name one of {known}, a model's folder, or owner/name."
        )
    return SentenceEncoder(f"{folder.name}@{_folder_digest(folder)[:12]}", lambda: folder)


def _folder() -> Path:
    package = Path(__file__).parent
    installed = package / "_manifests"
    return installed if installed.is_dir() else package.parent / "models"


def _named(manifest: Manifest) -> Encoder:
    from summarize.encoders.encoder import NumpyEncoder, SentenceEncoder

    if manifest.runtime != _NUMPY:
        return SentenceEncoder(manifest.revision, lambda: _checked(manifest))

    # Nothing of this function, so that the encoder can be made in another process too.
    return NumpyEncoder(manifest.revision, manifest.max_tokens, partial(_files, manifest))


def _files(manifest: Manifest) -> Files:
    from summarize.encoders.encoder import Files

    folder = _checked(manifest)
    return Files(folder / manifest.weights, folder / _TOKENIZER)


def _checked(manifest: Manifest) -> Path:
    """Return the folder of a model once all its files are what its manifest vouches for."""
    from summarize.encoders.hub import fetch

    folder = locate(manifest)
    if folder is None and manifest.commit:
        folder = fetch(manifest.upstream, manifest.commit)
    if folder is None:
        raise ModelError(
            f"The weights of {manifest.name} are not installed: the package "
            f"{manifest.package.replace('_', '-')} brings them; install it with pip."
        )
    failing = _failing(manifest, folder)
    if failing:
        raise ModelError(
            f"{failing} is missing or not what models/{manifest.name}.toml vouches for (its "
            f"sha256 differs); {_mended(manifest)}."
        )
    return folder


def _mended(manifest: Manifest) -> str:
    if manifest.commit:
        return "remove it from the hub's cache to have it fetched again"
    return f"reinstall the package {manifest.package.replace('_', '-')}"


def _failing(manifest: Manifest, folder: Path) -> Path | None:
    """Return the first file of the model that is not what its manifest vouches for."""
    for name, sha256 in (
        (_TOKENIZER, manifest.tokenizer_sha256),
        (manifest.weights, manifest.sha256),
    ):
        path = folder / name
        if not path.is_file() or _digest([path]) != sha256:
            return path
    return None


def _folder_digest(folder: Path) -> str:
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights or not (folder / "modules.json").is_file():
        raise ModelError(
            f"{folder} holds no model: sentence-transformers' layout is expected, with "
            "modules.json and weights as safetensors."
        )
    return _digest([*sorted(folder.rglob("*.json")), *weights])


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()
