"""Small datasets for the tests of evaluation: two made-up stories, each with references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stories import reports

if TYPE_CHECKING:
    from pathlib import Path

FERRY = (
    "A ferry with 212 passengers ran aground off the island of Sollen in thick fog on Monday. "
    "Everyone was taken off safely. Nine people were treated for bruises and shock.",
    "All 212 people aboard the Aurora are safe after the ferry struck a sandbank near Sollen. "
    "Halden Lines cancelled all sailings until divers have looked at the hull.",
)
MARKET = "The market hall of Brenn burned down on Friday night. Nobody was hurt in the fire."
FIRE = (
    "The market hall of Brenn burned to the ground on Friday night, and nobody was hurt, the fire "
    "brigade said. Forty traders lost their stalls. Mayor Olav Reiss promised them tents soon. "
    "The cause of the fire is unknown.",
    "Nobody was hurt when fire destroyed the old market hall in Brenn late on Friday. Sixty "
    "firefighters worked until dawn to keep the flames from the neighbouring houses. The hall had "
    "been built in 1901 and was being restored.",
)


def topic(id_: str, texts: Any, references: Any) -> dict[str, Any]:
    documents = [
        {"id": str(n), "source": f"Paper {n}", "text": text} for n, text in enumerate(texts)
    ]
    return {"id": id_, "documents": documents, "references": references}


def topics() -> list[dict[str, Any]]:
    ferry = topic("ferry", [article.text for article in reports()], list(FERRY))
    return [ferry, topic("fire", FIRE, [MARKET])]


def saved(path: Path, values: list[dict[str, Any]] | None = None) -> Path:
    lines = [json.dumps(value) for value in (topics() if values is None else values)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
