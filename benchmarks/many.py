"""Many stories in one batch against the bare encoder on the same sentences.

    python benchmarks/many.py TOPICS.jsonl --stories 100
    python benchmarks/many.py TOPICS.jsonl --stories 20 --stages

Both embed the same distinct sentences with nothing cached, in turn, in the same call: the encoder
is given them all at once, the batch reads, traces, embeds, picks, cites and writes besides. The
ratio is sentences a second of the batch to those of the encoder: by the clock, and by processor
time, which says the same on a machine that others use too. Each is a process of its own, and its
start and the loading of the model count on both sides; what a batch imports besides takes half a
second once, so the more stories, the less of it is in the ratio. Stories beyond those of the file
are the same with every twelfth word replaced, so that none is a copy. With `--stages`, it is told
instead what each stage takes of a processor once all sentences are embedded.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from functools import _lru_cache_wrapper
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

SUMMARIZE = [sys.executable, "-m", "summarize"]
BARE = """
import json, os, resource, sys, time
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
from summarize.models import load
from summarize.settings import DEFAULT_MODEL
with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
load(DEFAULT_MODEL).encode(texts)
"""


def stories(path: Path, number: int) -> list[dict[str, Any]]:
    """Return so many topics, each with an id of its own."""
    given = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    words = sorted({word for topic in given for one in topic["documents"] for word in _long(one)})
    made = []
    for at in range(number):
        topic = given[at % len(given)]
        draw = Random(at)
        documents = [
            {**one, "text": one["text"] if at < len(given) else _other(one["text"], words, draw)}
            for one in topic["documents"]
        ]
        made.append({"id": f"story-{at}", "documents": documents})
    return made


def _long(document: dict[str, str]) -> list[str]:
    return [word for word in document["text"].split() if word.isalpha() and word.islower()]


def _other(text: str, words: list[str], draw: Random) -> str:
    """Return the text with a twelfth of its plain words replaced by others of the file."""
    lines = []
    for line in text.split("\n"):
        parts = line.split(" ")
        for at, word in enumerate(parts):
            if word.isalpha() and word.islower() and draw.random() < 1 / 12:
                parts[at] = draw.choice(words)
        lines.append(" ".join(parts))
    return "\n".join(lines)


def sentences(topics: list[dict[str, Any]]) -> list[str]:
    """Return the distinct sentences that the batch has to embed."""
    from summarize.errors import NothingToSummarizeError
    from summarize.pipeline import summarize
    from summarize.read import read_topic

    class Noted:
        """Notes what it is given; its vectors are all alike."""

        revision = "noted"

        def __init__(self) -> None:
            self.texts: list[str] = []

        def encode(self, texts: list[str]) -> Any:
            import numpy as np

            self.texts += texts
            return np.ones((len(texts), 4), dtype=np.float32) / 2

    noted = Noted()
    for topic in topics:
        try:
            summarize(read_topic(json.dumps(topic), "stories.jsonl"), None, noted)
        except NothingToSummarizeError:
            continue
    return noted.texts


def stages(topics: list[dict[str, Any]]) -> dict[str, float]:
    """Return the processor seconds of each stage over all topics, with all vectors at hand."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from summarize.cache import CachedEncoder
    from summarize.models import load
    from summarize.pipeline import summarize
    from summarize.read import read_topic
    from summarize.settings import DEFAULT_MODEL

    spent: dict[str, float] = {}
    now = ["read", 0.0]

    def tell(stage: str, done: int, total: int) -> None:
        spent[now[0]] = spent.get(now[0], 0.0) + time.process_time() - now[1]
        now[:] = [stage, time.process_time()]

    with tempfile.TemporaryDirectory() as folder:
        encoder = CachedEncoder(load(DEFAULT_MODEL), Path(folder) / "vectors.sqlite3")
        for _ in range(2):  # what counts is the second time: all is embedded, compiled and loaded,
            spent.clear()  # but of the texts nothing is remembered
            for item in filter(_is_memory, gc.get_objects()):
                item.cache_clear()
            now[:] = ["read", time.process_time()]
            for topic in topics:
                summarize(read_topic(json.dumps(topic), "stories.jsonl"), None, encoder, tell)
                tell("read", 0, 0)
    return spent


def _is_memory(item: object) -> bool:
    """Whether something remembers what many texts came to, and not one table."""
    kept = isinstance(item, _lru_cache_wrapper) and item.cache_parameters()["maxsize"]
    return bool(kept) and kept > 1


def timed(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return its seconds by the clock, those of processors, and its MiB at most."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(told)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, worked, used.ru_maxrss / 1024


def main() -> None:
    """Print a row a way, the median of the rounds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("topics", type=Path)
    parser.add_argument("--stories", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, nargs="+", default=[os.cpu_count() or 1])
    parser.add_argument("--stages", action="store_true", help="what each stage takes, instead")
    asked = parser.parse_args()
    if asked.stages:
        told = stages(stories(asked.topics, asked.stories))
        rows = [f"| {stage} | {seconds:.3f} |" for stage, seconds in told.items()]
        print("\n".join(["| stage | processor s |", "|---|---:|", *rows]))
        return
    with tempfile.TemporaryDirectory() as folder:
        topics, texts = Path(folder) / "stories.jsonl", Path(folder) / "texts.json"
        made = stories(asked.topics, asked.stories)
        topics.write_text("".join(json.dumps(one) + "\n" for one in made), "utf-8")
        told = sentences(made)
        texts.write_text(json.dumps(told), "utf-8")
        ways = {"bare encoder": [sys.executable, "-c", BARE, str(texts)]}
        for jobs in asked.jobs:
            out = str(Path(folder) / f"out-{jobs}.jsonl")
            batch = [*SUMMARIZE, "batch", str(topics), "-o", out, "--no-cache", "--force"]
            ways[f"batch --jobs {jobs}"] = [*batch, "--jobs", str(jobs)]
        runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ways}
        for _ in range(asked.rounds):
            for name, command in ways.items():
                runs[name].append(timed(command))
    print(f"{len(made)} stories, {len(told)} distinct sentences, {asked.rounds} rounds in turn\n")
    bare = [median(values) for values in zip(*runs["bare encoder"], strict=True)]
    print("| way | seconds | sentences/s | ratio | processor s | ratio | MiB (largest process) |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, found in runs.items():
        clock, worked, size = (median(values) for values in zip(*found, strict=True))
        print(
            f"| {name} | {clock:.1f} | {len(told) / clock:.0f} | {bare[0] / clock:.2f} "
            f"| {worked:.1f} | {bare[1] / worked:.2f} | {size:.0f} |"
        )


if __name__ == "__main__":
    main()
