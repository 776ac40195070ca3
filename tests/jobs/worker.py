"""A process of its own with a job engine, to be killed: `python -m tests.jobs.worker URL MODE`.

Every job leaves one line in the seen table (the store's claims) and says so on stdout.

idle     starts, enqueues one job and never looks at the queue again
midway   its job leaves its line, then never ends
work     does what is there to do, then stops
enqueue  enqueues one job and stops, without ever having begun to work
stopping its job takes a moment; stops in the middle of it
"""

import sys
import threading
import time
from collections.abc import Mapping

from bot.casework.ports import Job, Json
from bot.jobs.engine import JobEngine
from bot.jobs.sealed import Seal
from storage import SqlStore, open_engine
from storage.secrets import seal, unseal, use_keys
from tests.chance import KEY, CountedIds, StillClock

ONE = Job("work", "k1", {"key": "k1"})


def say(word: str) -> None:
    print(word, flush=True)


def main(url: str, mode: str) -> None:
    use_keys(KEY)
    jobs = JobEngine(
        open_engine(url, immediate=False),
        seal=Seal(seal, unseal),
        poll_s=600.0 if mode == "idle" else 0.02,
        threads=2,
    )
    store = SqlStore(open_engine(url), enqueue=jobs.enqueue, ids=CountedIds(), clock=StillClock())

    began = threading.Event()

    def work(args: Mapping[str, Json]) -> None:
        say("began")
        began.set()
        if mode == "stopping":
            time.sleep(0.3)
        with store() as uow:
            first = uow.claim(f"seen:{args['key']}")
            uow.commit()
        say("visible" if first else "seen before")
        if mode == "midway":
            time.sleep(600)

    if mode != "enqueue":
        jobs.start({"work": work})
    if mode == "idle":
        time.sleep(0.3)  # the queue is looked at once, right after the start
    if mode != "work":
        with store() as uow:
            uow.enqueue(ONE)
            uow.commit()
        say("committed")
    if mode == "work":
        jobs.wait_idle()
    elif mode == "stopping":
        began.wait()
    elif mode != "enqueue":
        time.sleep(600)
    jobs.stop()
    say("stopped")


if __name__ == "__main__":
    main(*sys.argv[1:])
