"""Options that count something, and the words in which too small a number is refused."""

from __future__ import annotations

from typing import Any

import click


class AtLeast(click.IntRange):
    """A whole number that is no less than `least`."""

    def __init__(self, least: int) -> None:
        super().__init__(min=least)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Raises:
            click.BadParameter: it is none, or too small.
        """
        number: int = click.INT.convert(value, param, ctx)
        if self.min is not None and number < self.min:
            self.fail(f"it must be at least {self.min:g}, not {number}", param, ctx)
        return number
