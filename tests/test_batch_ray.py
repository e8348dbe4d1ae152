"""The same batch on a Ray cluster of two nodes: the same bytes, also when a worker is killed.

Ray is an extra: without it these tests are skipped, and the run says so.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FIRE, topic
from desk import complaint
from small import SmallEncoder

from summarize import models
from summarize.batch.make import Recipe
from summarize.batch.run import Job, batch
from summarize.batch.task import Task
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk import Run

TOPICS = [
    topic(str(n), [f"{text} Dispatch {n}.{' Beware.' if n == 20 else ''}" for text in FIRE], None)
    for n in range(40)
]


class Touchy(SmallEncoder):
    """Kills its process at a certain text, the first time."""

    def encode(self, texts: Any) -> Any:
        once = Path(os.environ["ONCE"])
        if any("Beware" in text for text in texts) and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode(texts)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two nodes of one core each; gives the mark that a worker leaves before it is killed."""
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install '.[ray]'")
    from ray.cluster_utils import Cluster

    once = tmp_path_factory.mktemp("ray") / "once"
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    nodes.add_node(num_cpus=1)
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    variables = {"PYTHONPATH": paths, "ONCE": str(once)}
    ray.init(
        address=nodes.address,
        log_to_driver=False,
        runtime_env={"env_vars": variables, "worker_process_setup_hook": _touchy},
    )
    yield once
    ray.shutdown()
    nodes.shutdown()


def _touchy() -> None:
    models.load = lambda _: Touchy()


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_the_same_bytes_though_a_worker_is_killed(
    cluster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray

    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    topics = tmp_path / "topics.jsonl"
    topics.write_text("".join(json.dumps(one) + "\n" for one in TOPICS), "utf-8")
    recipe = Recipe(Settings(), "json")
    local, far = tmp_path / "local.jsonl", tmp_path / "far.jsonl"
    batch(Job(str(topics), local, recipe))
    assert len(ray.nodes()) == 2
    report = batch(Job(str(topics), far, recipe, jobs=2, address=""))
    assert cluster.exists()  # one was killed
    assert report.failures == ()
    assert far.read_bytes() == local.read_bytes()


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_an_actor_that_ends_with_nothing_to_do_is_no_loss(cluster: Path) -> None:
    import ray

    from summarize.batch.cluster import Actors

    assert cluster
    actors = Actors(Recipe(Settings(), "json"), 1, "")
    try:
        ray.kill(actors._staff[0])
        actors.give(0, [Task("fire", "topics.jsonl", text=json.dumps(TOPICS[0]))])
        seat, made = actors.wait()
        assert seat == 0
        assert isinstance(made, list)
        assert [one.reason for one in made] == [None]
    finally:
        actors.close()


def test_without_ray_it_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.chdir(tmp_path)
    Path("topics.jsonl").write_text(json.dumps(TOPICS[0]) + "\n", "utf-8")
    told = complaint(run("batch", "topics.jsonl", "-o", "out", "--engine", "ray"), 2)
    assert "summarize[ray]" in told
    assert not Path("out").exists()
    assert run("batch", "topics.jsonl", "-o", "out", "--jobs", 1).exit_code == 0
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    complaint(run("batch", "topics.jsonl", "-o", "out", "--engine", "ray", "--force"), 2)
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before
    told = complaint(run("batch", "topics.jsonl", "-o", "x", "--address", "a:1"), 2)
    assert "--engine ray" in told
