"""Days and times of day as pages write them, as parts of patterns in any case."""

from __future__ import annotations

from summarize.text import calendar

MONTH = calendar.MONTH.lower()
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
TIME = (
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4}\s?(?:hrs|h))"
)
ZONE = r"\(?(?:[a-z]{1,2}[sd]?t|gmt|utc|ces?t|aes?t)\)?(?:\s*[+-]\d{1,2}:?\d*)?"
AGO = r"(?:just now|(?:an?|\d+)\s?(?:s|m|h|d|sec|min|hour|hr|day|week|month|year)\w*\s+ago)"
DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{MONTH}"
    r"|\d{4}-\d\d?-\d\d?(?:t[\d:.+z-]*)?|\d\d?[/.-]\d\d?[/.-](?:19|20)?\d\d|(?:19|20)\d\d"
    rf"|{WEEKDAY}|{AGO})"
)
WHEN = rf"(?:(?:{DATE}|{TIME}|{ZONE}|at|on|\||,|[-–—·•/])\s*)"
