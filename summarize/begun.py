"""The program's first moments: Ctrl-C ends it while all is loaded that could see to it.

A tenth of a second passes until the command line is there. A KeyboardInterrupt meanwhile would be
told as a traceback, become another error, or be lost in what Python does not let fail.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # typing takes a tenth of the time
if TYPE_CHECKING:
    from typing import NoReturn


def hurried() -> None:
    """Have Ctrl-C end the program at once, unless it is seen to otherwise or ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def ready() -> None:
    """Have Ctrl-C raise KeyboardInterrupt again, if it was to end the program."""
    if signal.getsignal(signal.SIGINT) is _stop:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def loaded() -> None:
    """Have it so after the package is imported, unless `python -m` runs it next."""
    if _CALLED != "-m":
        ready()


def _stop(*_: object) -> NoReturn:
    try:
        os.write(2, b"summarize: Stopped; nothing was written.\n")
    finally:
        os._exit(130)


def _called() -> str:
    """Return how the program was called, or what else is run and imports the package.

    While `python -m` imports what holds a module, it is its argument that tells which one.
    """
    name = "".join(sys.argv[:1]).replace(os.sep, "/").rpartition("/")[2]
    given = sys.orig_argv
    module = given[given.index(name) + 1 :][:1] if name == "-m" and name in given else []
    return name if name != "-m" or module == ["summarize"] else ""


# As `python -m` and as a script; who imports the package for its own sake is not meddled with.
_CALLED = _called()
if _CALLED in ("-m", "summarize", "summarize.exe"):
    hurried()
