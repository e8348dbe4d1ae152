"""How well the article of a web page is found, on pages with gold bodies.

    python benchmarks/extraction.py FOLDER [-v]

FOLDER holds `articles.jsonl` ({"html_file", "articleBody", "url"} a line) and the pages, gzipped.
Token F1 is that of multisets of lower-case words, the mean over pages. Rows: trafilatura alone
with each of its settings, our `read`, and our `clean` after it. Running text is all lines of eight
words or more that end like a sentence, each counted once: what a brief may quote. `clean` takes
datelines off on purpose ("PARIS —"), which the gold bodies have, so its figures are told once more
with these put back, and then each page that is still worse than before, with what it lost. With -v,
every span that `clean` takes off is told with its reason, marked + where the gold body has it.
Metadata has no gold there: the last lines count how often each is filled.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.clean import clean
from summarize.read import read
from summarize.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.records import Article

SETTINGS: dict[str, dict[str, Any]] = {
    "trafilatura, as it comes": {},
    "… recall": {"favor_recall": True},
    "… precision": {"favor_precision": True},
    "… no comments": {"include_comments": False},
    "… no comments, recall": {"include_comments": False, "favor_recall": True},
    "… no comments, precision": {"include_comments": False, "favor_precision": True},
    "… no comments, no tables, precision": {
        "include_comments": False,
        "include_tables": False,
        "favor_precision": True,
    },
}
STEPS = ("read", "read and clean", "… datelines put back")
_SENTENCE = re.compile(r"[.?!…。！？؟।][\"”’»')\]]*$")


def words(text: str) -> list[str]:
    """Return a text's words in lower case; a line of underscores is none."""
    return re.findall(r"[^\W_]+", text.lower())


def score(found: str, gold: str) -> tuple[float, float, float]:
    """Return token F1, precision and recall."""
    one, other = (Counter(words(text)) for text in (found, gold))
    shared = (one & other).total()
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / one.total(), shared / other.total()
    return 2 * precision * recall / (precision + recall), precision, recall


def running(text: str) -> str:
    """Return the lines that read as running text, each once."""
    lines = dict.fromkeys(map(str.strip, text.split("\n")))
    return "\n".join(x for x in lines if len(x.split()) >= 8 and _SENTENCE.search(x))


def cleaned(article: Article, *, datelines: bool = False) -> str:
    """Return what our `clean` keeps of an article, with its datelines too if asked."""
    done = clean([article])
    back = [drop.item for drop in done.drops if datelines and drop.reason == "dateline"]
    text, end = "", 0
    for span in sorted([*done.kept, *(item for item in back if isinstance(item, Span))]):
        text += "\n" if "\n" in article.text[end : span.start] else " "
        text += article.text[span.start : span.end]
        end = span.end
    return text


def tell_dropped(article: Article, gold: str, *, all_of_it: bool) -> None:
    """Print what our `clean` takes off an article, or only what the gold body has, marked +."""
    body = f" {' '.join(words(gold))} "
    for drop in clean([article]).drops:
        if isinstance(drop.item, Span):
            text = article.text[drop.item.start : drop.item.end]
            held = f" {' '.join(words(text))} " in body
            if all_of_it or (held and drop.reason != "dateline"):
                print(f"{'+' if held else ' '} {drop.reason:20} {text[:120]!r}")


def show(name: str, rows: Iterable[tuple[float, float, float]], seconds: float = 0) -> None:
    """Print the mean F1, precision and recall of a row."""
    columns = list(zip(*rows, strict=True))
    means = "  ".join(f"{sum(column) / len(column):6.4f}" for column in columns)
    print(f"{name:38}{means}" + (f"  {seconds:5.1f} s" if seconds else ""))


def main(folder: Path, *, verbose: bool) -> None:
    """Print the figures, and what was dropped."""
    from trafilatura import extract

    rows = [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")]
    pages = [gzip.decompress((folder / row["html_file"]).read_bytes()) for row in rows]
    gold = [row["articleBody"] for row in rows]
    print(f"{len(rows)} pages{'':30}F1      precision recall")
    for name, settings in SETTINGS.items():
        start = time.perf_counter()
        texts = [extract(data, **settings) or "" for data in pages]
        show(name, map(score, texts, gold), time.perf_counter() - start)
    with tempfile.TemporaryDirectory() as home:
        for number, data in enumerate(pages):
            (Path(home) / f"{number}.html").write_bytes(data)
        start = time.perf_counter()
        articles = read(home).articles
        seconds = time.perf_counter() - start
    for article, body in zip(articles, gold, strict=True) if verbose else ():
        tell_dropped(article, body, all_of_it=True)
    whole = [article.text for article in articles]
    kept = [cleaned(article) for article in articles]
    put_back = [cleaned(article, datelines=True) for article in articles]
    for name, texts in zip(STEPS, (whole, kept, put_back), strict=True):
        show(name, map(score, texts, gold), seconds if texts is whole else 0)
    sure = [number for number, body in enumerate(gold) if running(body)]
    print(f"\nrunning text of {len(sure)} pages")
    for name, texts in zip(STEPS, (whole, kept, put_back), strict=True):
        show(name, [score(running(texts[n]), running(gold[n])) for n in sure])
    tell_worse(articles, gold)
    for name in ("title", "outlet", "date", "byline", "url", "wire"):
        print(f"{name:8}{sum(getattr(article, name) is not None for article in articles):4}")


def tell_worse(articles: Sequence[Article], gold: Sequence[str]) -> None:
    """Print on how many pages `clean` changes F1, by more than datelines too, and what it lost."""
    changes = Counter[str]()
    print()
    for article, body in zip(articles, gold, strict=True):
        texts = article.text, cleaned(article), cleaned(article, datelines=True)
        before, after, put_back = (score(text, body)[0] for text in texts)
        changes["better" if after > before else "worse" if after < before else "the same"] += 1
        if put_back < before:
            changes["worse by more than a dateline"] += 1
            print(f"{before:.4f} -> {put_back:.4f}  {article.title}")
            tell_dropped(article, body, all_of_it=False)
    print(f"after clean {', '.join(f'{name} on {n}' for name, n in changes.items())}\n")


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "-v"]
    if len(names) != 1:
        sys.exit(__doc__)
    main(Path(names[0]), verbose="-v" in sys.argv)
