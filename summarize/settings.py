"""Every knob once: its default, its range and its help.

The command line's options, the briefs' signatures and the docs are made from these fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from summarize.errors import UsageError

DEFAULT_WORDS = 150
LARGEST = 10**9  # that any knob may be; no story has so much of anything
DEFAULT_MODEL = "all-MiniLM-L6-v2"


def knob(default: Any, text: str, **limits: Any) -> Any:
    """Return a field with its help, its limits (`least`, `most`, `choices`) and its `metavar`."""
    return field(default=default, metadata={"help": text, **limits})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a brief depends on besides its articles and the model's weights.

    At most one of the four lengths is given; none means 150 words. Days become ISO 8601, a focus
    loses needless blanks, and a timeline is ordered by time.

    Raises:
        UsageError: a value lies outside its range, or two contradict each other.
    """

    words: int | None = knob(
        None, f"Length of the brief in words (default: {DEFAULT_WORDS}).", least=1
    )
    sentences: int | None = knob(None, "Length of the brief in sentences.", least=1)
    chars: int | None = knob(None, "Length of the brief in characters.", least=1)
    ratio: float | None = knob(
        None, "Length as a share of the articles' distinct words.", least=0.0, most=1.0
    )
    since: str | None = knob(
        None, "Only articles of this day or later; without a date they are left out.", metavar="DAY"
    )
    until: str | None = knob(
        None,
        "Only articles of this day or earlier; without a date they are left out.",
        metavar="DAY",
    )
    focus: str | None = knob(None, "Only what the articles say about TEXT.", metavar="TEXT")
    known: str | None = knob(
        None,
        "Only what is new to a reader of PATH: an earlier brief, an article, or a folder of them.",
        metavar="PATH",
    )
    min_voices: int = knob(
        1, "Keep only sentences that N independent sources carry, or more.", least=1
    )
    order: str = knob(
        "story",
        "Order of the sentences: as a story, by the articles' dates, or by rank.",
        choices=("story", "time", "rank"),
    )
    timeline: bool = knob(
        default=False, text="Sentences under the days that they tell of; implies --order time."
    )
    language: str = knob(
        "auto", "Language of the articles, such as en; auto tells it of each.", metavar="CODE"
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
        _normalize(self)

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
    most = LARGEST if most is None and isinstance(value, int) else most
    if most is not None and not value <= most:
        raise UsageError(f"--{name} must be at most {most}, not {value}.")
    if name == "ratio" and value == 0:
        raise UsageError("--ratio must be more than 0, so that at least a sentence can fit.")


def _normalize(settings: Settings) -> None:
    """Give every knob the one form in which it is used and signed.

    Raises:
        UsageError: a day is none or leaves something open, a focus or a path is empty, a language
            is no code, or knobs contradict each other.
    """
    for name in ("since", "until"):
        given = getattr(settings, name)
        if given is not None:
            _set(settings, name, _day(name, given))
    if settings.since and settings.until and settings.since > settings.until:
        raise UsageError(
            f"--since {settings.since} is after --until {settings.until}; exchange them."
        )
    if settings.focus is not None:
        if not any(map(str.isalnum, settings.focus)):
            raise UsageError("--focus needs some words to look for.")
        _set(settings, "focus", " ".join(settings.focus.split()))
    if settings.language != "auto":
        _check_language(settings.language)
    if settings.known == "":
        raise UsageError("--known needs the path of a brief, an article or a folder.")
    if settings.timeline:
        if settings.order == "rank":
            raise UsageError("--timeline is ordered by time; leave out --order rank.")
        _set(settings, "order", "time")


def _check_language(code: str) -> None:
    from summarize.text.tongues.detect import NAMES

    if code not in NAMES:
        raise UsageError(f"--language is auto or one of {', '.join(sorted(NAMES))}, not {code!r}.")


def _set(settings: Settings, name: str, value: Any) -> None:
    object.__setattr__(settings, name, value)  # frozen for everybody else


def _day(name: str, given: str) -> str:
    from summarize.text.values.absolute import absolute

    day = absolute(given)
    if day is None:
        moves = "" if any(map(str.isdigit, given)) else "; “yesterday” is another day tomorrow"
        raise UsageError(
            f"--{name} needs a day in full that the calendar has, such as 2023-07-27, not "
            f"{given!r}{moves}."
        )
    return day
