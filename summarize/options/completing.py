"""What a shell offers for a value: files, and the names of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def paths(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Have the shell complete the name of a file or a folder."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def model_names(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Offer the models that `summarize models` lists, and folders."""
    from click.shell_completion import CompletionItem

    from summarize.encoders.lexical import NAME as LEXICAL
    from summarize.models import manifests

    names = [*(manifest.name for manifest in manifests()), LEXICAL]
    offered = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return [*offered, CompletionItem(incomplete, type="dir")]


def languages(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Offer the languages' codes, with their names where the shell shows them."""
    from click.shell_completion import CompletionItem

    from summarize.text.tongues.detect import NAMES

    codes = {"auto": "as each text shows", **NAMES}
    return [
        CompletionItem(code, help=name)
        for code, name in codes.items()
        if code.startswith(incomplete)
    ]
