"""The program: `summarize`, or `python -m summarize`."""

import gc
import os
import sys

from summarize.begun import hurried, ready


def run() -> None:
    """Run the command line in a process of its own, which ends with its work."""
    hurried()
    try:
        _run()
    except KeyboardInterrupt:  # before the command line, which sees to it, was all imported
        sys.stderr.write("summarize: Stopped; nothing was written.\n")
        sys.stderr.flush()
        os._exit(130)


def _run() -> None:
    # What a brief leaves behind goes with the process; to look for circles in it meanwhile and at
    # the end takes a twentieth of a warm run (the seeds, 2026-11).
    gc.set_threshold(50_000, 20, 20)
    _hold()
    try:
        from summarize.cli import main

        ready()
        main(prog_name="summarize")
    except SystemExit as ended:
        gc.freeze()
        _leave(ended)


def _hold() -> None:
    """Hold the places of streams that are closed: files would take them, and be written over.

    What is told goes nowhere then, and a product for stdout fails as on any that takes nothing.
    """
    ways = (("stdin", os.O_WRONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))
    for place, (name, way) in enumerate(ways):
        if getattr(sys, name) is None:
            held = os.open(os.devnull, way)
            if held != place:
                os.close(held)
            elif place:
                setattr(sys, name, os.fdopen(held, "w", encoding="utf-8"))


def _leave(ended: SystemExit) -> None:
    """End the process, without taking all apart that goes with it: that takes 15 ms (2026-11).

    Where what was written cannot be brought out, or other processes may have to be seen off, it
    ends as Python ends.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        raise ended from None
    code = ended.code or 0
    started = any(name.startswith("multiprocessing.popen") for name in sys.modules)
    if started or not isinstance(code, int):
        raise ended
    os._exit(code)


if __name__ == "__main__":
    run()
