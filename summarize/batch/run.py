"""run: a whole batch, from its topics to the last page; it can be stopped and gone on with."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.batch.journal import Journal, begun
from summarize.batch.processes import Processes
from summarize.batch.store import LINES, Folder, Lines, Store
from summarize.batch.supply import tasks
from summarize.batch.task import content_digest
from summarize.batch.together import groups
from summarize.batch.workers import Alone, Workers, in_order, seldom_swept
from summarize.errors import NothingToSummarizeError, UsageError
from summarize.reading.called import STDIN, called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarize.batch.journal import Done
    from summarize.batch.make import Made, Recipe
    from summarize.batch.task import Task

    Watch = Callable[[float, Made | None], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What to make, where to put it and how many processes make it.

    `resume` goes on with what is there, `force` begins anew over it; without either it must be
    nothing. `jobs` None is one a core. `address` is that of a Ray cluster and "" a local one; None
    is no Ray at all.
    """

    topics: str
    output: Path
    recipe: Recipe
    jobs: int | None = 1
    resume: bool = False
    force: bool = False
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a batch came to: how many were made, now and before, which failed, and if it stopped.

    `foreign` are pages that stand beside its own, and not in its index; none are told if it
    stopped, since a page that it has not come to is made anew by the run that goes on.
    """

    made: int
    before: int
    failures: tuple[Done, ...]
    stopped: bool = False
    foreign: tuple[Path, ...] = ()


def batch(job: Job, watch: Watch | None = None) -> Report:
    """Make a brief of every topic, in order, and return what came of it.

    `watch` is told of every topic that is done: which share of all it is (0 if unknown) and what
    became of it, or None if it was done before. Ctrl-C ends it cleanly: all that is done is kept
    and reported.

    Raises:
        SourceError: there are no such topics.
        NothingToSummarizeError: there is not a single one.
        UsageError: the output holds something else, or was begun with other settings; or Ray is
            asked for and not there.
        ModelError: there is no such model, or it is damaged.
    """
    if job.address is not None:
        from summarize.batch.cluster import require

        require()
    store = _store(job)
    journal = Journal(store.journal)
    supply = tasks(job.topics)
    first = next(supply, None)
    if first is None:
        raise NothingToSummarizeError(
            f"{called(str(job.topics))} holds no topic; give topics "
            '{"id", "documents": [{"text", …}]}, one a line.'
        )
    supply = chain([first], supply)
    try:
        known = _begin(job, store, journal)
        stopped = False
        try:
            _make(job, _anew(supply, known, job, watch), store, journal, watch)
        except KeyboardInterrupt:
            stopped = True
        report = _report(journal.done(), len(known), stopped=stopped)
        foreign = store.close(journal.done())
    finally:
        journal.close()
    return report if stopped else replace(report, foreign=tuple(foreign))


def signature(recipe: Recipe) -> str:
    """Return what every brief of a batch depends on besides its articles."""
    from summarize.brief import sign
    from summarize.models import load

    settings = recipe.settings
    knowing = ""
    if settings.known:
        from summarize.asked.earlier import earlier

        knowing = earlier(settings.known).knowing
    revision = load(settings.model).revision
    of_all = sign((), settings, revision, knowing).rpartition(" articles:")[0]
    return f"{of_all} format:{recipe.form}"


def _store(job: Job) -> Store:
    if job.output.suffix == LINES and not job.output.is_dir():
        return Lines(job.output)
    return Folder(job.output, job.recipe.form)


def _begin(job: Job, store: Store, journal: Journal) -> Sequence[Done]:
    """Make the output ready and return what is done already."""
    signed = signature(job.recipe)
    ours = begun(store.journal)
    if job.resume and ours:
        done = journal.resume(signed)
        good = store.resume(done)
        journal.cut(good)
        return done[:good]
    if store.filled() and not ours and not (job.force and isinstance(store, Lines)):
        raise UsageError(
            f"{job.output} holds something that is no batch; name another --output, or clear it."
        )
    earlier = list(Journal(store.journal).done()) if ours else []
    if store.filled() and earlier and not job.force:
        raise UsageError(
            f"{job.output} holds a batch already; go on with it with --resume, or start anew "
            "with --force."
        )
    store.ready()
    journal.start(signed)
    store.clear(earlier)
    return ()


def _anew(
    supply: Iterable[Task], known: Sequence[Done], job: Job, watch: Watch | None
) -> Iterator[Task]:
    """Give the tasks behind those that are done, which must be the same as they were."""
    done = iter(known)
    number = 0
    for task in supply:
        before = next(done, None)
        if before is None:
            yield task
            continue
        number += 1
        if (before.id, before.digest) != (task.id, content_digest(task)):
            raise UsageError(
                f"Topic {number} of {job.topics} is not what it was when the batch was begun "
                f"({before.id}); give the same topics, or start anew with --force."
            )
        if watch:
            watch(task.share, None)
    if number < len(known):
        raise UsageError(
            f"{job.topics} has only {number} of the {len(known)} topics that are done; give the "
            "same topics, or start anew with --force."
        )


def _make(
    job: Job, supply: Iterator[Task], store: Store, journal: Journal, watch: Watch | None
) -> None:
    """Make all tasks, and put each into the store and the journal in the order of the supply."""
    first = next(supply, None)
    if first is None:
        return
    shares: deque[float] = deque()

    def noted() -> Iterator[Task]:
        for task in chain([first], supply):
            shares.append(task.share)
            yield task

    workers = _workers(job)
    try:
        with seldom_swept():
            for made in in_order(groups(noted()), workers):
                journal.add(store.put(made))
                if watch:
                    watch(shares.popleft(), made)
    finally:
        workers.close()


def _workers(job: Job) -> Workers:
    if job.address is not None:
        from summarize.batch.cluster import Actors

        return Actors(job.recipe, job.jobs, job.address)
    jobs = job.jobs or cores()
    return Alone(job.recipe) if jobs == 1 else Processes(job.recipe, jobs)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _report(done: Iterable[Done], before: int, *, stopped: bool) -> Report:
    made, failures = 0, []
    for topic in done:
        made += topic.reason is None
        failures += [topic] if topic.reason else []
    return Report(made, before, tuple(failures), stopped)


def inside(output: Path, topics: str) -> bool:
    """Return whether an output would lie among the topics that it is made of."""
    if topics == STDIN:
        return False
    out, root = output.resolve(), Path(topics).resolve()
    return out == root or root in out.parents
