"""The hub: models that a user names by their repository, fetched once and kept in its own cache."""

from __future__ import annotations

from pathlib import Path

from summarize.errors import ModelError

_FETCHED = ["*.json", "*.safetensors", "*.txt"]  # nothing that could be run


def fetch(repository: str, commit: str | None = None) -> Path:
    """Return the folder of a repository, its newest version or the one of a commit.

    Raises:
        ModelError: it is not on this machine, and cannot be fetched.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(repository, revision=commit, allow_patterns=_FETCHED))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as problem:
        raise ModelError(
            f"The model {repository} could not be fetched from the hub "
            f"({type(problem).__name__}); check the name and the network, or name a folder."
        ) from problem


def snapshot(repository: str, commit: str) -> Path | None:
    """Return the folder of a version that was fetched from the hub before, without asking it."""
    from huggingface_hub.constants import HF_HUB_CACHE

    folder = Path(HF_HUB_CACHE) / f"models--{repository.replace('/', '--')}" / "snapshots" / commit
    return folder if folder.is_dir() else None
