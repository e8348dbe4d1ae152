"""Every knob once: its default, its range and its help.

The command line's options, the briefs' signatures and the docs are made from these fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from summarize.errors import UsageError

DEFAULT_WORDS = 150
DEFAULT_MODEL = "all-MiniLM-L6-v2"


def knob(default: Any, text: str, **limits: Any) -> Any:
    """Return a dataclass field with its help and its limits (`least`, `most`, `choices`)."""
    return field(default=default, metadata={"help": text, **limits})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a brief depends on besides its articles and the model's weights.

    At most one of the four lengths is given; none means 150 words.

    Raises:
        UsageError: a value lies outside its range, or two lengths are given.
    """

    words: int | None = knob(
        None, f"Length of the brief in words (default: {DEFAULT_WORDS}).", least=1
    )
    sentences: int | None = knob(None, "Length of the brief in sentences.", least=1)
    chars: int | None = knob(None, "Length of the brief in characters.", least=1)
    ratio: float | None = knob(
        None, "Length as a share of the articles' distinct words.", least=0.0, most=1.0
    )
    min_voices: int = knob(
        1, "Keep only sentences that N independent sources carry, or more.", least=1
    )
    order: str = knob(
        "story",
        "Order of the sentences: as a story, by the articles' dates, or by rank.",
        choices=("story", "time", "rank"),
    )
    model: str = knob(DEFAULT_MODEL, "Embedding model: a name from `models` or a folder.")

    def __post_init__(self) -> None:
        """Refuse values outside their range and two lengths at once."""
        for knob_ in fields(self):
            name = knob_.name.replace("_", "-")
            _check(name, getattr(self, knob_.name), knob_.metadata)
        given = [f"--{name}" for name in LENGTHS if getattr(self, name) is not None]
        if len(given) > 1:
            raise UsageError(
                f"{' and '.join(given)} both set the length of the brief; give one of them."
            )

    @property
    def length(self) -> tuple[str, float]:
        """The unit and the size of the brief, such as `("words", 150)`."""
        for name in LENGTHS:
            value = getattr(self, name)
            if value is not None:
                return name, value
        return "words", DEFAULT_WORDS


LENGTHS = ("words", "sentences", "chars", "ratio")


def _check(name: str, value: Any, limits: Any) -> None:
    if value is None:
        return
    least, most, choices = (limits.get(key) for key in ("least", "most", "choices"))
    if choices and value not in choices:
        raise UsageError(f"--{name} is one of {', '.join(choices)}, not {value!r}.")
    if least is not None and value < least:
        raise UsageError(f"--{name} must be at least {least}, not {value}.")
    if most is not None and not value <= most:
        raise UsageError(f"--{name} must be at most {most}, not {value}.")
    if name == "ratio" and value == 0:
        raise UsageError("--ratio must be more than 0, so that at least a sentence can fit.")
