"""How well the article of a web page is found, on pages with gold bodies.

    python benchmarks/extraction.py FOLDER [-v]

FOLDER holds `articles.jsonl` ({"html_file", "articleBody", "url"} a line) and the pages, gzipped.
Token F1 is that of multisets of lower-case words, the mean over pages. Rows: trafilatura alone
with each of its settings, our `read`, and our `clean` after it. Running text is all lines of eight
words or more that end like a sentence, each counted once: what a brief may quote. `clean` takes
off titles and datelines on purpose, which the gold bodies have. With -v, every span that it takes
off is told with its reason, marked + where the gold body has it. Metadata has no gold there: the
last lines count how often each is filled.
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
    from collections.abc import Iterable

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
_SENTENCE = re.compile(r"[.?!…。！？؟।][\"”’»')\]]*$")


def score(found: str, gold: str) -> tuple[float, float, float]:
    """Return token F1, precision and recall."""
    one, other = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    shared = (one & other).total()
    if not shared:
        return 0.0, 0.0, 0.0
    precision, recall = shared / one.total(), shared / other.total()
    return 2 * precision * recall / (precision + recall), precision, recall


def running(text: str) -> str:
    """Return the lines that read as running text, each once."""
    lines = dict.fromkeys(map(str.strip, text.split("\n")))
    return "\n".join(x for x in lines if len(x.split()) >= 8 and _SENTENCE.search(x))


def cleaned(article: Article) -> str:
    """Return what our `clean` keeps of an article."""
    return "\n".join(article.text[span.start : span.end] for span in clean([article]).kept)


def tell_dropped(article: Article, gold: str) -> None:
    """Print what our `clean` takes off an article, with + where the gold body has it."""
    words = " ".join(re.findall(r"\w+", gold.lower()))
    for drop in clean([article]).drops:
        if isinstance(drop.item, Span):
            text = article.text[drop.item.start : drop.item.end]
            held = " ".join(re.findall(r"\w+", text.lower())) in words
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
    kept = [cleaned(article) for article in articles]
    for article, body in zip(articles, gold, strict=True) if verbose else ():
        tell_dropped(article, body)
    show("read", (score(a.text, g) for a, g in zip(articles, gold, strict=True)), seconds)
    show("read and clean", map(score, kept, gold))
    sure = [number for number, body in enumerate(gold) if running(body)]
    print(f"\nrunning text of {len(sure)} pages")
    bodies = [running(gold[n]) for n in sure]
    before = [score(running(articles[n].text), g) for n, g in zip(sure, bodies, strict=True)]
    after = [score(running(kept[n]), g) for n, g in zip(sure, bodies, strict=True)]
    show("read", before)
    show("read and clean", after)
    worse = sum(a[0] < b[0] - 0.02 for a, b in zip(after, before, strict=True))
    better = sum(a[0] > b[0] + 0.02 for a, b in zip(after, before, strict=True))
    print(f"by more than 2 points better on {better} pages, worse on {worse}\n")
    for name in ("title", "outlet", "date", "byline", "url", "wire"):
        print(f"{name:8}{sum(getattr(article, name) is not None for article in articles):4}")


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "-v"]
    if len(names) != 1:
        sys.exit(__doc__)
    main(Path(names[0]), verbose="-v" in sys.argv)
