"""cluster: the same work by actors of a Ray cluster, on this machine or on many.

Ray places the actors, carries topics and pages, and tells of the dead; who makes what, and in which
order pages come back, is decided where it is for processes, so the bytes are the same. A topic file
is read here and its topics are sent; a folder of articles must be reachable from every machine.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from summarize.batch.make import load
from summarize.batch.together import make_together
from summarize.batch.workers import EarlyEnds
from summarize.errors import SummarizeError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.batch.make import Made, Recipe
    from summarize.batch.task import Task
    from summarize.records import Encoder


def require() -> None:
    """See that Ray is there, before anything is begun.

    Raises:
        UsageError: it is not.
    """
    try:
        import ray  # noqa: F401
    except ImportError as error:
        raise UsageError("--engine ray needs Ray; install summarize[ray].") from error


class Actors:
    """Workers that are Ray actors, each with a core and the model; by default one a core."""

    def __init__(self, recipe: Recipe, size: int | None, address: str) -> None:
        import ray

        self._ray = ray
        self._recipe = recipe
        self._ours = not ray.is_initialized()
        if self._ours:
            _join(ray, address)
        self.size = size or max(1, int(ray.cluster_resources().get("CPU", 1)))
        # Ray would restart an actor by itself, but with it the topic that may have killed it.
        self._kind = ray.remote(num_cpus=1, max_restarts=0)(Worker)
        self._staff = [self._kind.remote(recipe) for _ in range(self.size)]
        self._calls: dict[Any, tuple[int, Any, Sequence[Task]]] = {}
        self._ends = EarlyEnds()

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Send tasks to an actor, and ask before them whether it is there."""
        actor = self._staff[seat]
        begun = actor.begin.remote()
        self._calls[actor.make.remote(tasks)] = seat, begun, tasks

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Wait for the first that is done, or dead; a dead one's seat has a new actor."""
        while True:
            ready, _ = self._ray.wait(list(self._calls), num_returns=1)
            seat, begun, tasks = self._calls.pop(ready[0])
            try:
                made = self._ray.get(ready[0])
            except self._ray.exceptions.RayTaskError as problem:
                raise SummarizeError(
                    f"A worker of the cluster failed: {problem.cause}"
                ) from problem
            except self._ray.exceptions.RayError:
                self._staff[seat] = self._kind.remote(self._recipe)
                if not self._began(begun) and self._ends.early():
                    self.give(seat, tasks)
                    continue
                return seat, None
            self._ends.begun()
            return seat, made

    def _began(self, begun: Any) -> bool:
        """Return whether an actor that is dead had begun with what it was given."""
        try:
            self._ray.get(begun)
        except self._ray.exceptions.RayError:
            return False
        self._ends.begun()
        return True

    def close(self) -> None:
        """End all actors, and the local cluster if it was begun for them."""
        for actor in self._staff:
            self._ray.kill(actor)
        if self._ours:
            self._ray.shutdown()


class Worker:
    """What runs in an actor: the encoder is loaded once, for all topics."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._encoder: Encoder | None = None

    def begin(self) -> None:
        """Load the model, so that whatever ends the actor from now on is in the tasks."""
        with suppress(SummarizeError):  # `make` tells it
            self._encoder = self._encoder or load(self._recipe)

    def make(self, tasks: Sequence[Task]) -> Sequence[Made] | SummarizeError:
        """Make tasks; what would fail for all of them is returned, not raised."""
        try:
            self._encoder = self._encoder or load(self._recipe)
            return make_together(tasks, self._recipe, self._encoder)
        except SummarizeError as problem:
            return problem


def _join(ray: Any, address: str) -> None:
    try:
        ray.init(
            address=address or "local",
            log_to_driver=False,
            logging_level="ERROR",
            runtime_env={"env_vars": {"OPENBLAS_NUM_THREADS": "1"}},
            **({} if address else {"include_dashboard": False}),
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise UsageError(
            f"There is no Ray cluster at {address or 'this machine'} ({error}); check --address."
        ) from error
