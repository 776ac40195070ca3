"""A process that is killed loses no job and shows none twice; one that stops ends its work."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.storage import postgres
from tests.storage.databases import copied_file


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{copied_file(request.getfixturevalue('sqlite_template'), tmp_path)}"
    admin = request.getfixturevalue("postgres_admin")
    return postgres.database(admin, template=request.getfixturevalue("postgres_template"))


@contextmanager
def worker(url: str, mode: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.jobs.worker", url, mode]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def said_until(process: "subprocess.Popen[str]", word: str) -> list[str]:
    """What the process said up to this word."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line.strip())
        if said[-1] == word:
            return said
    pytest.fail(f"the process ended before it said {word!r}: {said}")


def said_by_one_that_works(url: str) -> list[str]:
    with worker(url, "work") as process:
        return said_until(process, "stopped")


def test_killed_between_commit_and_job_the_job_runs_after_the_restart_once(url: str) -> None:
    with worker(url, "idle") as process:
        assert said_until(process, "committed") == ["committed"]
        process.kill()
    assert said_by_one_that_works(url) == ["began", "visible", "stopped"]
    assert said_by_one_that_works(url) == ["stopped"]


def test_killed_in_the_middle_of_a_job_it_is_taken_up_again_and_shows_once(url: str) -> None:
    with worker(url, "midway") as process:
        said_until(process, "visible")
        process.kill()
    assert said_by_one_that_works(url) == ["began", "seen before", "stopped"]
    assert said_by_one_that_works(url) == ["stopped"]


def test_stopping_lets_the_job_that_runs_come_to_its_end(url: str) -> None:
    with worker(url, "stopping") as process:
        said = said_until(process, "stopped")
    assert [word for word in said if word != "committed"] == ["began", "visible", "stopped"]
    assert said_by_one_that_works(url) == ["stopped"]


def test_an_engine_that_only_enqueues_leaves_the_work_to_one_that_works(url: str) -> None:
    assert said_by_one_that_works(url) == ["stopped"]
    with worker(url, "enqueue") as process:
        assert said_until(process, "stopped") == ["committed", "stopped"]
    assert said_by_one_that_works(url) == ["began", "visible", "stopped"]
