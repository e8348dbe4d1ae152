"""The program: `summarize`, or `python -m summarize`."""

import gc

from summarize.cli import main


def run() -> None:
    """Run the command line in a process of its own, which ends with its work."""
    # What a brief leaves behind goes with the process; to look for circles in it meanwhile and at
    # the end takes a twentieth of a warm run (the seeds, 2026-11).
    gc.set_threshold(50_000, 20, 20)
    try:
        main(prog_name="summarize")
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
