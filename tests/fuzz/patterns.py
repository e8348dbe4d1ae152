"""Every regular expression of the program, and the repeats that would make a bad one slow.

Run as a program, it measures each on texts of growing length and names those whose time grows
faster than the text: `python tests/fuzz/patterns.py [MODULE…]`.
"""

from __future__ import annotations

import ast
import re
import signal
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent.parent / "summarize"
USES = ("compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "split", "subn")
ATTACKS = 400  # of one pattern
GENERAL = [
    *(" ", "\n", "a", "A", "1", ".", ",", "-", "–", '"', "“", "'", "(", "|", "<", ":", "/", "\t"),
    *("a ", "A ", "a. ", "A. ", "1 ", "1,", "a, ", "Aa ", "Aa, ", "a-", "A.", "x@", "- ", " | "),
    *("\n\n", "a\n", "é", "中", "“a”", "a said ", "the ", "and ", "Mr. ", "July 1, "),
]


@dataclass(frozen=True)
class Found:
    """A pattern as it stands in the program, where, and the method that it is used by."""

    place: str
    text: str | bytes
    flags: int
    use: str

    def compiled(self) -> re.Pattern[Any]:
        return re.compile(self.text, self.flags)  # type: ignore[arg-type]


def found(only: Sequence[str] = ()) -> tuple[list[Found], list[str]]:
    """Return all patterns that can be told without running the program, and where others are."""
    patterns: list[Found] = []
    others: list[str] = []
    methods = _methods()
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("summarize", *path.relative_to(ROOT).with_suffix("").parts))
        if path.stem.startswith("__") or (only and not any(part in name for part in only)):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            for use in _use(call, tree, methods):
                place = f"{name}:{call.lineno}"
                values = _values(call, vars(import_module(name)))
                if values is None:
                    others.append(place)
                else:
                    patterns += [Found(place, text, flags, use) for text, flags in values]
    return list(dict.fromkeys(patterns)), others


def _methods() -> dict[str, set[str]]:
    """Return the methods by which names are used anywhere, as `_YEAR` by `search`."""
    used: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in USES:
                used.setdefault(ast.unparse(node.value).rpartition(".")[2], set()).add(node.attr)
    return used


def _use(call: ast.Call, tree: ast.AST, methods: dict[str, set[str]]) -> list[str]:
    """Return the methods by which a pattern is used that a call spells out; none if it does not."""
    told = ast.unparse(call.func)
    first, _, method = told.partition(".")
    if first == "re" and method in USES[1:] and call.args:
        return [
            "match" if method == "match" else "fullmatch" if method == "fullmatch" else "search"
        ]
    if told not in ("pattern", "re.compile"):
        return []
    names = [
        ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is call
    ]
    used = methods.get(names[0], set()) if names else set()
    plain = {one if one in ("match", "fullmatch") else "search" for one in used - {"compile"}}
    return sorted(plain) or ["search"]


def _values(call: ast.Call, names: dict[str, Any]) -> list[tuple[Any, int]] | None:
    flags = [key.value for key in call.keywords if key.arg == "flags"]
    at = 1 if ast.unparse(call.func).endswith(("pattern", "compile")) else 2
    at = 3 if ast.unparse(call.func) == "re.sub" else at
    flags = flags or call.args[at : at + 1]
    try:
        text = _value(call.args[0], names)
        if isinstance(text, (re.Pattern, type(None))) or not isinstance(text, (str, bytes)):
            return [] if hasattr(text, "pattern") else None
        given = _value(flags[0], names) if flags else 0
    except NameError:
        return None
    return [(text, given if isinstance(given, int) else 0)]


def _value(node: ast.expr, names: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(node), "pattern", "eval"), {**names})


def attacks(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Give texts of about `size` letters that a pattern nearly matches again and again."""
    source = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    tree = parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes)
                        else pattern.flags)  # fmt: skip
    prefixes, pumps = {""}, set()
    _walk(list(tree), "", prefixes, pumps)
    units = sorted(prefixes | pumps, key=lambda x: (len(x), x))
    for unit in [*units, *GENERAL]:
        if unit:
            yield unit * (size // len(unit) + 1) + "\0"
    near = sorted(prefixes, key=lambda x: (-len(x), x))[:12]
    for prefix in near:
        for pump in sorted(pumps)[:12] + GENERAL[:14]:
            if pump and prefix:
                yield prefix + pump * (size // len(pump)) + "\0"
    for one in sorted(pumps)[:10]:
        for two in sorted(pumps)[:10]:
            if one != two:
                yield (one + two) * (size // max(1, len(one + two))) + "\0"


def _walk(items: list[Any], before: str, prefixes: set[str], pumps: set[str]) -> None:
    for number, (op, arg) in enumerate(items):
        ahead = before + _sample(items[:number])
        prefixes.add(ahead[-200:])
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = arg
            if int(most) >= 8:
                pumps.add(_sample(list(body)))
                pumps.update(_letters(list(body)))
            _walk(list(body), ahead, prefixes, pumps)
        elif name == "SUBPATTERN":
            _walk(list(arg[-1]), ahead, prefixes, pumps)
        elif name == "ATOMIC_GROUP":
            _walk(list(arg), ahead, prefixes, pumps)
        elif name == "BRANCH":
            for branch in arg[1]:
                _walk(list(branch), ahead, prefixes, pumps)
    prefixes.add((before + _sample(items))[-200:])


def _letters(items: list[Any]) -> set[str]:
    if len(items) == 1 and str(items[0][0]) in ("IN", "NOT_LITERAL", "ANY"):
        one = re.compile(_class(items[0]))
        return {x for x in " \naA1.,-'\"(" if one.match(x)}
    return set()


def _class(item: Any) -> str:
    op, arg = str(item[0]), item[1]
    if op == "ANY":
        return "."
    if op == "NOT_LITERAL":
        return f"[^{re.escape(chr(arg))}]"
    return f"[{''.join(_part(part) for part in arg)}]"


def _part(part: Any) -> str:
    op, arg = str(part[0]), part[1]
    if op == "NEGATE":
        return "^"
    if op == "LITERAL":
        return re.escape(chr(arg))
    if op == "RANGE":
        return f"{re.escape(chr(arg[0]))}-{re.escape(chr(arg[1]))}"
    kinds = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
    kind = str(arg).removeprefix("CATEGORY_")
    plain = kinds[kind.removeprefix("NOT_")]
    return plain.upper() if kind.startswith("NOT_") else plain


def _sample(items: Sequence[Any]) -> str:
    """Return a short text that the items of a pattern match."""
    made = ""
    for op, arg in items:
        name = str(op)
        if name == "LITERAL":
            made += chr(arg)
        elif name in ("IN", "NOT_LITERAL", "ANY"):
            one = re.compile(_class((op, arg)))
            made += next((x for x in "aA1 .-,'\"\n|:–€é中" if one.match(x)), _any(one))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            made += _sample(list(arg[2])) * min(max(int(arg[0]), 1), 60)
        elif name == "SUBPATTERN":
            made += _sample(list(arg[-1]))
        elif name == "ATOMIC_GROUP":
            made += _sample(list(arg))
        elif name == "BRANCH":
            made += _sample(list(arg[1][0]))
    return made


def _any(one: re.Pattern[str]) -> str:
    return next((chr(n) for n in range(0x3000) if one.match(chr(n))), "")


def slow(one: Found, size: int = 4000, most: float = 0.4) -> tuple[float, str, str] | None:
    """Return how much longer a fourfold text takes, a text and a method, if it is no fourfold."""
    pattern = one.compiled()
    uses = [one.use]
    worst: tuple[float, str, str] | None = None
    for short, long in zip(
        islice(attacks(pattern, size), ATTACKS),
        islice(attacks(pattern, 4 * size), ATTACKS),
        strict=True,
    ):
        for use in dict.fromkeys(uses):
            taken = _timed(pattern, use, long, most)
            if taken > 0.004:
                taken = min(taken, _timed(pattern, use, long, most))
                if taken >= most:
                    return 999.0, use, short[:40]
                factor = taken / max(_timed(pattern, use, short, most), 1e-5)
                if factor > 8 and (worst is None or factor > worst[0]):
                    worst = factor, use, short[:40]
    return worst


def _timed(pattern: re.Pattern[Any], use: str, text: str, most: float) -> float:
    """Return the seconds that a pattern takes on a text, at most `most`."""
    told: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, most)
    try:
        for _ in getattr(pattern, "finditer" if use == "search" else use)(told) or ():
            pass
    except TypeError:
        pass
    except TimeoutError:
        return most
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - start


def tried(size: int, most: int) -> None:
    """Try every pattern on texts that it nearly matches; the last place told is where it hangs."""
    for one in found()[0]:
        sys.stdout.write(f"{one.place}\n")
        sys.stdout.flush()
        pattern = one.compiled()
        for text in islice(attacks(pattern, size), most):
            told: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
            getattr(pattern, "findall" if one.use == "search" else one.use)(told)
    sys.stdout.write("all\n")


def near_matches(size: int) -> str:
    """Return a text of about `size` characters, a paragraph for each pattern that it nearly is."""
    patterns = found()[0]
    units = [
        list(islice(attacks(one.compiled(), size // len(patterns) // 2), 2)) for one in patterns
    ]
    return "\n\n".join(text.replace("\n", " ").replace("\0", "x") for two in units for text in two)


def main() -> None:
    """Name the patterns whose time grows faster than the text."""

    def late(*_: object) -> None:
        raise TimeoutError

    sys.path.insert(0, str(ROOT.parent))
    if sys.argv[1:2] == ["--try"]:
        tried(int(sys.argv[2]), int(sys.argv[3]))
        return
    signal.signal(signal.SIGALRM, late)
    patterns, others = found(sys.argv[1:])
    for one in patterns:
        try:
            worst = slow(one)
        except re.error as error:
            sys.stdout.write(f"? {one.place} {error}\n")
            continue
        if worst:
            factor, use, text = worst
            sys.stdout.write(f"{factor:6.0f} {one.place} {use} {text!r} {str(one.text)[:90]!r}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(patterns)} patterns; not told: {', '.join(others)}\n")


if __name__ == "__main__":
    main()
