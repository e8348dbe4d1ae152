"""HTML: the evidence page, one file that asks for nothing and runs nothing but its own script.

Template, style and script are the files of `page/`. Jinja escapes whatever comes from a brief;
the page's policy forbids all connections, and every style and script but the two whose digests
it names, so that text which slipped through would still do nothing.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from summarize.render.inert import inert_lines
from summarize.render.messages import message
from summarize.render.views import page

if TYPE_CHECKING:
    from jinja2 import Template

    from summarize.records import Brief
    from summarize.render.fragments import Fragment


def html(brief: Brief) -> str:
    """Return the brief beside its articles as one self-contained, inert HTML page."""
    from markupsafe import Markup

    style, script = resource("page.css"), _script()
    # Our own files, not a brief's words: what is marked as safe is what the policy's digests pin.
    return template("page.html.j2").render(
        page=page(brief),
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
    )


def _script() -> str:
    """Return the page's script with the one message that it says itself."""
    here, of_all = "${here + 1}", "${marks.length}"
    return resource("page.js").replace("{{ step }}", message("step", here=here, all=of_all))


def policy(style: str, script: str | None = None) -> str:
    """Return the Content Security Policy that allows this style and this script, and no more."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'" if script else "script-src 'none'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def resource(name: str) -> str:
    """Return a file of `page/`."""
    return (files("summarize.render") / "page" / name).read_text("utf-8")


@cache
def template(name: str) -> Template:
    """Return a template of `page/` that escapes all it is given and refuses what it is not."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shown"] = _shown
    environment.globals["message"] = message
    return environment.get_template(name)


def _shown(fragment: Fragment) -> str:
    return inert_lines(fragment.text)
