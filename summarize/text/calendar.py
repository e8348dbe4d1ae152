"""Calendar: the names of months and weekdays in English, in full and shortened.

How much of a name must stand, and whether a full stop may follow, differs from use to use: who
needs another pattern than `MONTH` has it beside the reason.
"""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMED = frozenset(MONTHS + WEEKDAYS)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)

# As parts of patterns: how names of months begin; a month as publications write it beside a day.
BEGINNINGS = "|".join(SHORT_MONTHS)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
