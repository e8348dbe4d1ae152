"""Put the tables of saved runs into docs/evaluation.md.

    python benchmarks/peers.py DATASET.jsonl --words 250 -o RUN.json
    python benchmarks/tables.py RUN.json…

A run's tables go between the lines `<!-- run: DATASET WORDS -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.evaluate.runs import load, summary
from summarize.render.evaluation import losses, overview, reading

if TYPE_CHECKING:
    from summarize.evaluate.runs import Run
    from summarize.render.tables import Table

PAGE = Path(__file__).parent.parent / "docs" / "evaluation.md"


def tables(run: Run) -> str:
    """Return a run's tables and its signature, as Markdown without headings."""
    found = {name: summary(run, name) for name in run.systems}
    parts = (overview(found), reading(found), losses(run))
    return "\n\n".join([*map(rows, parts), f"`{run.signature}`"])


def rows(table: Table) -> str:
    """Return a table as Markdown."""
    rule = ["---", *["---:"] * (len(table.head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (table.head, rule, *table.rows))


def placed(page: str, run: Run) -> str:
    """Return the page with the tables of a run in their place.

    Raises:
        ValueError: the page has no place for the run.
    """
    words = {topic.words for topic in run.topics}
    length = str(words.pop()) if len(words) == 1 else "reference"
    name = f"<!-- run: {run.dataset.removesuffix('.jsonl')} {length} -->"
    place = re.compile(rf"({re.escape(name)}\n).*?(<!-- end -->)", re.DOTALL)
    if not place.search(page):
        raise ValueError(f"{PAGE.name} has no line {name}")
    return place.sub(lambda match: f"{match[1]}\n{tables(run)}\n\n{match[2]}", page)


def main() -> None:
    """Rewrite the page with every run named."""
    page = PAGE.read_text(encoding="utf-8")
    for name in sys.argv[1:]:
        page = placed(page, load(Path(name).read_text(encoding="utf-8"), name))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
