"""Writes docs/summarize.1, the manual page, from what the program says of itself: `make man`."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import click

from summarize import __version__
from summarize.cli import main
from summarize.edge import record

PAGE = Path(__file__).with_name("summarize.1")
_FILES = (
    ("~/.config/summarize/summarize.toml", "Your own defaults; elsewhere on macOS and Windows."),
    (
        "summarize.toml, pyproject.toml",
        "Defaults of the folder that is worked in, or of the nearest one above: the file, or the "
        "table [tool.summarize].",
    ),
    ("~/.cache/summarize/", "Vectors of sentences, and what was fetched."),
    ("sources.toml", "What you know of the articles beside it: outlet, wire, title, date, url."),
)
_ENVIRONMENT = (
    ("NO_COLOR", "If set, the terminal page has no colour."),
    ("SUMMARIZE_CACHE", "The folder of the vectors' cache."),
    ("XDG_CONFIG_HOME, XDG_CACHE_HOME", "Where those folders are, on Linux."),
)
_EXAMPLES = (
    ("summarize story/", "Print a brief of the articles in a folder."),
    ("summarize story/ --words 100 -o brief.md", "Write a shorter one, in Markdown."),
    ("summarize inbox/ --known briefs/", "Print only what earlier briefs do not tell."),
    ("summarize story/ --format json | jq -r '.sentences[].text'", "Print the bare sentences."),
    ("summarize batch topics.jsonl -o briefs.jsonl", "Make a brief of each of many stories."),
)


def manual() -> str:
    """Return the manual page in man's own macros."""
    context = main.make_context("summarize", [], resilient_parsing=True)
    what = paragraphs(main.help)[0].rstrip(".")
    brief = main.commands[main.default]
    lines = [
        r".\" Made by docs/manual.py from the program's help; change that, then: make man",
        f'.TH SUMMARIZE 1 "" "summarize {__version__}" "User Commands"',
        ".SH NAME",
        rf"summarize \- {escaped(what[0].lower() + what[1:])}",
        ".SH SYNOPSIS",
        r".B summarize",
        r"[\fIOPTIONS\fR] \fISOURCES\fR...",
        ".br",
        r".B summarize",
        r"\fICOMMAND\fR [\fIOPTIONS\fR] ...",
        ".SH DESCRIPTION",
        *prose(main.help),
        ".SH OPTIONS",
        *[line for param in brief.params for line in told(param, context)],
        *[line for param in main.get_params(context) for line in told(param, context)],
        ".SH COMMANDS",
    ]
    shared = {param.name: param.to_info_dict() for param in brief.params}
    for name, command in sorted(main.commands.items()):
        inner = click.Context(command, parent=context, info_name=name)
        lines += described(inner, {} if name == main.default else shared)
    lines += [".SH EXIT STATUS", *exit_codes(str(main.epilog))]
    for title, rows in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES), ("EXAMPLES", _EXAMPLES)):
        lines.append(f".SH {title}")
        for term, text in rows:
            lines += [".TP", rf"\fB{escaped(term)}\fR", *wrapped(text)]
    return "\n".join(lines) + "\n"


def described(context: click.Context, shared: dict[str | None, object]) -> list[str]:
    """Return a command with its options; those that are as above are only named."""
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    lines = [f'.SS "{escaped(usage)}"']
    lines += prose(command.help)
    if context.info_name == main.default:
        return lines
    same = []
    for param in command.params:
        if isinstance(param, click.Option) and shared.get(param.name) == param.to_info_dict():
            same.append(rf"\fB{escaped(max(param.opts, key=len))}\fR")
        else:
            lines += told(param, context)
    return [*lines, ".PP", *broken(f"As above: {', '.join(same)}.")] if same else lines


def told(param: click.Parameter, context: click.Context) -> list[str]:
    """Return an option as a term and its help; of an argument nothing, the text names it."""
    known = record(param, context) if isinstance(param, click.Option) else None
    if known is None:
        return []
    term, text = known
    bold = re.sub(r"(?<![\w-])(--?[a-z][a-z-]*)", lambda found: rf"\fB{found[1]}\fR", term)
    return [".TP", escaped(bold, keep_fonts=True), *wrapped(text)]


def exit_codes(epilog: str) -> list[str]:
    """Return the exit codes, one a line, as the help tells them in a row."""
    lines = []
    for code, text in re.findall(r"(\d+) ([^\d.]+)[,.]", epilog):
        lines += [".TP", rf"\fB{code}\fR", *wrapped(text)]
    return lines


def prose(text: str | None) -> list[str]:
    """Return a help as roff, a blank line between its paragraphs."""
    return [line for part in paragraphs(text) for line in (".PP", *wrapped(part))][1:]


def paragraphs(text: str | None) -> list[str]:
    """Return a help's paragraphs, each as one line."""
    return [" ".join(part.split()) for part in (text or "").split("\n\n")]


def wrapped(text: str) -> list[str]:
    """Return a text as roff, in lines that can be read and compared."""
    return broken(escaped(text))


def broken(text: str) -> list[str]:
    """Return roff in lines of 80 characters at most, none of which is taken for a command."""
    lines = textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    return [rf"\&{line}" if line.startswith((".", "'")) else line for line in lines]


def escaped(text: str, *, keep_fonts: bool = False) -> str:
    """Return a text as roff that prints it as it stands."""
    if not keep_fonts:
        text = text.replace("\\", r"\e")
    text = text.replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    for sign, name in {'"': "dq", "~": "ti", "^": "ha"}.items():
        text = text.replace(sign, rf"\({name}")
    return text.replace("…", "...")


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
