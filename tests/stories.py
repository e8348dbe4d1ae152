"""A made-up story in three independent reports, and edits that wire copy suffers."""

from __future__ import annotations

import re
from dataclasses import replace

from summarize.records import Article

WIRE = """\
PORT HALDEN (Reuters) - A ferry carrying 212 passengers ran aground off the island of Sollen on \
Monday, and rescuers took everyone off safely within three hours, the coastguard said.

The Aurora struck a sandbank in thick fog shortly after leaving Port Halden at 6:40 a.m., \
according to the harbour authority.

Nine people were treated for bruises and shock at the regional hospital. None of the injuries \
was serious, hospital director Ines Marten told reporters.

"We heard a grinding noise and then everything stopped," said Paul Ode, a teacher who was \
travelling with 30 pupils. "The crew stayed calm and so did the children."

The operator, Halden Lines, cancelled all sailings for the rest of the day and said that divers \
would inspect the hull on Tuesday.

Investigators are examining why the vessel left the marked channel. The transport ministry said \
the captain had 20 years of experience and was tested for alcohol with a negative result.

The Aurora was built in 1994 and refitted two years ago. It had passed its latest safety \
inspection in March.

Environmental officials reported no oil leak but laid out floating barriers as a precaution.
"""

LOCAL = """\
All 212 people aboard the island ferry are safe after it hit a sandbank near Sollen in Monday's \
fog.

Lifeboats from four villages reached the stranded ship before the big rescue vessels did. \
Fishermen ferried blankets and hot tea to the deck while passengers waited.

Mayor Lena Brock opened the sports hall for the travellers, and by noon most of them had been \
driven home in school buses. Nine went to hospital with light injuries.

For years islanders have complained that the channel near the northern buoy silts up every \
spring. A request for dredging was turned down in January because the budget was exhausted.

Halden Lines stopped its service until divers have looked at the hull. Islanders depend on the \
ferry for food and medicine, and the supermarket in Sollen expects empty shelves by Wednesday.
"""

RADIO = """\
Three questions remain after the grounding of the Aurora, says our correspondent.

Why did the ship leave the channel that its instruments show to the metre? The transport \
ministry has sent two investigators, who secured the voyage recorder on Monday evening.

Union leader Tom Vries said that bridge crews had been cut from three to two last autumn, a \
charge that Halden Lines rejects. The company insists that manning meets the rules.

Nobody knows yet when boats will sail again. Tides will lift the ferry at the earliest on \
Thursday, a salvage expert estimated, and tugs from the mainland are on their way.
"""


def reports() -> list[Article]:
    """Return the story as three voices: a wire, a local paper, a radio station."""
    return [
        Article("wire.txt", WIRE, outlet="Daily Harbour", wire="Reuters", date="2024-04-08"),
        Article("local.txt", LOCAL, outlet="Sollen Post", date="2024-04-08"),
        Article("radio.txt", RADIO, outlet="Coast Radio", date="2024-04-09"),
    ]


def copied(article: Article) -> Article:
    """Return the article under another outlet's name, word for word."""
    return replace(article, path="x-copy.txt", outlet="The Copyist", date="2024-04-09")


def trimmed(article: Article) -> Article:
    """Return the article cut after two thirds of its paragraphs."""
    parts = article.text.split("\n\n")
    return replace(copied(article), text="\n\n".join(parts[: -(-len(parts) * 2 // 3)]))


def respelled(article: Article) -> Article:
    """Return the article in American spelling."""
    text = article.text
    for british, american in (
        ("harbour", "harbor"),
        ("cancelled", "canceled"),
        ("travelling", "traveling"),
        ("travellers", "travelers"),
        ("metre", "meter"),
    ):
        text = text.replace(british, american)
    return replace(copied(article), text=text)


def reordered(article: Article) -> Article:
    """Return the article with the paragraphs after the first two in reverse order."""
    parts = article.text.strip().split("\n\n")
    return replace(copied(article), text="\n\n".join(parts[:2] + parts[:1:-1]))


def extended(article: Article) -> Article:
    """Return the article with a local paragraph of its own at the end."""
    more = "\n\nCounty sheriff Olga Ray thanked the many volunteers who had come to the pier.\n"
    return replace(copied(article), text=article.text.rstrip() + more)


def merged_paragraphs(article: Article) -> Article:
    """Return the article with every two paragraphs run into one."""
    return replace(
        copied(article), text=re.sub(r"(\S+?)\n\n(.+?)(\n\n|$)", r"\1 \2\n\n", article.text)
    )


EDITS = (copied, trimmed, respelled, reordered, extended, merged_paragraphs)
