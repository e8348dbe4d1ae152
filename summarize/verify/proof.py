"""What was proved of a brief: a finding a subject, with what holds of it and what does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What holds and what does not of a sentence, a side, a source (by number), or of a whole.

    `about` is sentence, side, source, articles, voices, title, counts, signature or brief.
    """

    about: str
    number: int | None
    proofs: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Proof:
    """All findings on a brief, and notes on what could not be asked."""

    brief: str
    signature: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with the brief."""
        return all(finding.holds for finding in self.findings)
