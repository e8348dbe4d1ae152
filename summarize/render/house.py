"""A brief in a house style: filled into a reader's own Jinja template.

A template sees the fields of the JSON, each text as one line that steers nothing. The template's
name decides what else keeps an article's words from being obeyed: in `.html` and `.xml` they are
escaped as HTML, in `.md` as Markdown, and in anything else they are text as it is. The sandbox
keeps a template from Python's insides, and it can include no other file.
"""

from __future__ import annotations

import re
import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from summarize.errors import UsageError
from summarize.render.inert import inert, inert_markdown, web_address
from summarize.render.phrases import citation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jinja2 import Environment, Template

    from summarize.records import Brief

_MOST = 1_000_000  # bytes; a larger file is no template
_ENGINE = (".j2", ".jinja", ".jinja2")
_HTML = (".html", ".htm", ".xhtml", ".xml")
_MARKDOWN = (".md", ".markdown")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # of the template's own text
_GUIDE = "docs/template.md tells what a template can use."


def house(path: Path) -> Template:
    """Return the template in a file, ready to be filled.

    Raises:
        UsageError: it cannot be read, or is no template; the line is named.
    """
    from jinja2 import FunctionLoader, TemplateSyntaxError

    source = _source(path)
    name = path.name
    environment = _environment(_kind(name))
    environment.loader = FunctionLoader(
        lambda asked: (source, str(path), None) if asked == name else None
    )
    try:
        return environment.get_template(name)
    except TemplateSyntaxError as problem:
        raise UsageError(_told(path, problem.lineno, problem.message)) from problem
    except RecursionError as problem:
        raise UsageError(_told(path, None, "it is nested too deeply")) from problem


def furnish(template: Template, brief: Brief) -> str:
    """Return the brief in the template.

    Raises:
        UsageError: the template asks for something that is not there or not allowed.
    """
    from jinja2 import TemplateNotFound

    path = PurePath(str(template.filename))
    try:
        page = template.render(fields(brief))
    except Exception as problem:  # whatever a template does wrong is told as its author's
        trace = traceback.extract_tb(problem.__traceback__)
        lines = [frame.lineno for frame in trace if frame.filename == str(path)]
        reason = str(problem) or type(problem).__name__
        if isinstance(problem, TemplateNotFound):
            reason = f"it asks for {problem.name}, but a template is one file"
        raise UsageError(_told(path, lines[-1] if lines else None, reason)) from problem
    return _CONTROLS.sub("", page).rstrip("\n") + "\n"


def fields(brief: Brief) -> dict[str, Any]:
    """Return the fields of the JSON as a template sees them: texts in a line, addresses safe."""
    from json import loads

    from summarize.render.json import json

    told: dict[str, Any] = _shown(loads(json(brief)))
    told.setdefault("scope", {})
    for source in told["sources"]:
        source["url"] = web_address(source["url"])
        source.setdefault("language", None)
    for sentence in told["sentences"]:
        sentence.setdefault("day", None)
    return told


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, list):
        return [_shown(item) for item in value]
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    return value


def _source(path: Path) -> str:
    try:
        if not path.is_file():
            raise UsageError(f"{path} is no file; name a template with --template.")
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UsageError(f"{path} cannot be read ({reason}); mend that first.") from problem
    if len(content) > _MOST:
        raise UsageError(f"{path} is too large for a template; name another one.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UsageError(f"{path} is no text in UTF-8; save the template as UTF-8.") from problem


def _kind(name: str) -> str:
    """Return `html`, `markdown` or `text`, by the name without what names the engine."""
    path = PurePath(name.lower())
    suffix = PurePath(path.stem).suffix if path.suffix in _ENGINE else path.suffix
    return "html" if suffix in _HTML else "markdown" if suffix in _MARKDOWN else "text"


def _environment(kind: str) -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        # With Markdown too, so that what is escaped once is marked and never escaped twice.
        autoescape=kind != "text",
        finalize=_marked if kind == "markdown" else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["citation"] = _citation
    return environment


def _marked(value: Any) -> Any:
    """Return what a template prints as Markdown that shows it; what is marked as safe stays."""
    from jinja2 import Undefined
    from markupsafe import Markup

    if isinstance(value, (Undefined, Markup)):
        return value
    text = str(value)
    # What an article has is one line without blanks around it; these are the template's own.
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return Markup(before + inert_markdown(text) + (after if text.strip() else ""))  # noqa: S704


def _citation(ids: Iterable[int]) -> str:
    """Return the ids of articles as pages cite them: `[1–3, 5]`."""
    return citation(number - 1 for number in ids)


def _told(path: PurePath, line: int | None, reason: str | None) -> str:
    where = f"{path}, line {line}" if line else str(path)
    return f"{where}: {(reason or 'it is no template').rstrip('.')}. {_GUIDE}"
