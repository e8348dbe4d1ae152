"""What was proved of a brief: as a page for a terminal, as text a line each, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render.inert import inert
from summarize.render.json import encode
from summarize.render.messages import message
from summarize.render.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from summarize.verify.proof import Finding, Proof

SCHEMA = "summarize/verify/1"
HOLDS, FAILS = "✓", "✗"


def render_proof(proof: Proof, form: str, width: int, *, colour: bool, quiet: bool = False) -> str:
    """Return a proof as `terminal`, `json` or `text`; where it is quiet, of pages only failures."""
    if form == "json":
        return _json(proof)
    if form == "terminal":
        return _terminal(proof, width, colour=colour, quiet=quiet)
    shown = [f"{FAILS if faults else HOLDS} {line}" for line, faults in _lines(proof, quiet=quiet)]
    return "".join(f"{line}\n" for line in [*shown, *_foot(proof, quiet=quiet)])


def _terminal(proof: Proof, width: int, *, colour: bool, quiet: bool) -> str:
    from rich.constrain import Constrain
    from rich.text import Text

    from summarize.render.terminal import MEASURE, hanging, paint

    grid = hanging()
    for line, faults in _lines(proof, quiet=quiet):
        mark = Text(FAILS, style="bold red") if faults else Text(HOLDS, style="green")
        grid.add_row(mark, Text(line, style="bold" if faults else ""))
    parts: list[RenderableType] = [grid] if grid.row_count else []
    *notes, verdict = _foot(proof, quiet=quiet) or [""]
    parts += [Text(note, style="dim") for note in notes]
    parts += [Text(verdict, style="bold")] if verdict else []
    if not parts:
        return ""
    return paint([Constrain(part, min(width, MEASURE)) for part in parts], width, colour=colour)


def _json(proof: Proof) -> str:
    """Return a proof as JSON, schema `summarize/verify/1`."""
    findings = [
        {
            "about": finding.about,
            "number": finding.number,
            "holds": finding.holds,
            "proofs": list(finding.proofs),
            "faults": list(finding.faults),
        }
        for finding in proof.findings
    ]
    return encode(
        {
            "schema": SCHEMA,
            "brief": proof.brief,
            "signature": proof.signature,
            "holds": proof.holds,
            "findings": findings,
            "notes": list(proof.notes),
        }
    )


def _lines(proof: Proof, *, quiet: bool) -> Iterator[tuple[str, bool]]:
    """Give a line a finding, and whether it tells a fault; sources that hold share one line."""
    held = sum(finding.holds for finding in proof.findings if finding.about == "source")
    for finding in proof.findings:
        together = finding.about == "source" and finding.holds
        if finding.holds and (quiet or (together and not held)):
            continue
        if together:
            yield message("sources hold", held), False
            held = 0
        else:
            yield _line(finding), not finding.holds


def _line(finding: Finding) -> str:
    what = "; ".join(map(inert, finding.faults or finding.proofs))
    subject = message(f"about {finding.about}")
    number = "" if finding.number is None else f" {finding.number}"
    return f"{subject}{number}: {what}"


def _foot(proof: Proof, *, quiet: bool) -> list[str]:
    """Return the notes and, last, the verdict."""
    if quiet:
        return []
    sentences = sum(finding.about == "sentence" for finding in proof.findings)
    failing = sum(not finding.holds for finding in proof.findings)
    verdict = message("all holds", sentences=count(sentences, "sentence"))
    if failing:
        found = count(failing, "finding")
        verdict = message("failed", findings=found, all=str(len(proof.findings)))
    return [*map(inert, proof.notes), verdict]
