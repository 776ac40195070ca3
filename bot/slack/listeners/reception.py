"""What every listener works with: one transaction a request, and the modals of who waits."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.casework.asking import Stop
from bot.casework.heed import heed
from bot.casework.hosting import UNSAID, Hosting
from bot.casework.membership import Actor, NotYetKnown
from bot.casework.ports import Clock, Conflict, Ids, Job, Json, Store, UnitOfWork
from bot.casework.room import RoomUnavailable
from bot.casework.shown import Origin
from bot.casework.words import Facilitator
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey
from bot.mediation.refusals import Refusal
from bot.slack.blocks import View
from bot.slack.client import calling
from bot.slack.limits import fitted_view
from bot.slack.payloads import Click
from bot.slack.views.private.notices import notice, waiting

log = logging.getLogger(__name__)

T = TypeVar("T")

ATTEMPTS = 5
WAITS_MS = 350
"""How long one attempt waits for another writer. All of them together end while there is time to
say so inside the trigger's three seconds."""

SOON_S = 0.7
"""What takes longer than this to be read opens as "One moment…", and comes once it is there."""

NOT_NOW = "Not just now"
UNREAD = "Parley could not read this just now. Please close it and press the button once more."
LATE = "That took too long to open. Please press it once more."


class Repeated(Exception):
    """Slack sent this before, and the work is done."""


class Busy(Refusal):
    """Others were writing at every attempt."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who waits for a modal. over: it is laid over the one that is open."""

    actor: Actor
    trigger: str
    origin: Origin | None
    over: bool = False

    @classmethod
    def by(cls, pressed: Click) -> "Asked":
        return cls(pressed.actor, pressed.trigger, pressed.origin, over=pressed.modal is not None)


@dataclass(frozen=True, slots=True)
class Reception:
    """What the listeners share.

    client: serves the modals of those who wait for one. facilitator: asked here for what it
    answers from its library alone. hosting: who runs this Parley, for people to read.
    """

    workspace: WorkspaceKey
    store: Store
    clock: Clock
    ids: Ids
    client: WebClient
    facilitator: Facilitator
    hosting: Hosting = UNSAID
    readers: Executor = field(default_factory=lambda: ThreadPoolExecutor(32, "reader"))

    def commit(self, claim: str, work: Callable[[UnitOfWork, datetime], T]) -> T:
        """Do the work in one transaction, once for each claim; an empty claim claims nothing.

        Raises Repeated, Busy, and whatever Refusal the work raises; then nothing was changed.
        """
        for _ in range(ATTEMPTS):
            try:
                with self.store() as uow:
                    if claim and not uow.claim(claim):
                        raise Repeated(claim)
                    done = work(uow, self.clock.now())
                    uow.commit()
                    return done
            except Conflict:
                continue
        raise Busy("Several people are writing at this moment. Please try it once more.")

    def read(self, look: Callable[[UnitOfWork, datetime], T]) -> T:
        """What is to be seen at this moment. It waits for no writer, and keeps nothing."""
        with self.store.reading() as uow:
            return look(uow, self.clock.now())

    def heed(self, texts: Iterable[str], actor: Actor, channel: ChannelId) -> Stop | None:
        """What to tell the writer of these texts, None where they may go on as they are."""
        with self.store.reading() as uow:
            return heed(
                texts, actor, channel, workspace=self.workspace, uow=uow, watch=self.facilitator
            )

    def has_claimed(self, key: str) -> bool:
        """Whether this was claimed before; asking claims nothing."""
        with self.store() as uow:
            return not uow.claim(key)

    def enqueue(self, name: str, key: str, claim: str = "", **args: Json) -> None:
        """One job, in a transaction of its own."""

        def work(uow: UnitOfWork, now: datetime) -> None:
            uow.enqueue(Job(name, key, args))

        self.commit(claim, work)

    def fill(self, view_id: str, name: str, key: str, **args: Json) -> None:
        """Have a job fill the modal that says "One moment…"; where others write, say so in it."""
        try:
            self.enqueue(name, key, "", view=view_id, **args)
        except Busy as busy:
            self.turn(view_id, notice(NOT_NOW, str(busy), typed=str(args.get("typed", ""))))

    def open(self, trigger: str, view: View, *, origin: Origin | None, person: PersonId) -> str:
        """Open a modal for who waits; its id, or "" where Slack would not, and they are told."""
        view_id = self.open_or_not(trigger, view)
        if not view_id:
            self._late(origin, person)
        return view_id

    def open_or_not(self, trigger: str, view: View) -> str:
        """The id of the modal; "" where Slack would not open it, and the caller says so."""
        return _put(self.client.views_open, trigger, view)

    def push(self, trigger: str, view: View, *, origin: Origin | None, person: PersonId) -> str:
        """Lay a modal over the one that is open; its id, or "" as `open` has it."""
        view_id = _put(self.client.views_push, trigger, view)
        if not view_id:
            self._late(origin, person)
        return view_id

    def show(self, pressed: Click, view: View) -> str:
        """Answer a press with a modal: over the one that the button stands in, else by itself."""
        put = self.push if pressed.modal else self.open
        return put(pressed.trigger, view, origin=pressed.origin, person=pressed.actor.person)

    def present(self, asked: Asked, look: Callable[[UnitOfWork, datetime], View]) -> None:
        """Open what `look` reads; "One moment…" at once where that takes long, then the rest.

        Raises whatever Refusal `look` raises soon; a later one is said in the modal.
        """
        put = self.push if asked.over else self.open
        reading = self.readers.submit(self.read, look)
        try:
            view = reading.result(SOON_S)
        except TimeoutError:
            shown = put(
                asked.trigger, waiting("Parley"), origin=asked.origin, person=asked.actor.person
            )
            if shown:
                reading.add_done_callback(lambda done: self._fill(shown, done, asked))
        else:
            put(asked.trigger, view, origin=asked.origin, person=asked.actor.person)

    def _fill(self, view_id: str, done: "Future[View]", asked: Asked) -> None:
        fault = done.exception()
        if fault is None:
            self.turn(view_id, done.result())
            return
        if isinstance(fault, Refusal):
            if isinstance(fault, NotYetKnown) and asked.origin:
                self.learn_people(asked.origin.channel)
            self.turn(view_id, notice(NOT_NOW, str(fault)))
            return
        log.error("what a modal shows could not be read", exc_info=fault)
        self.turn(view_id, notice(NOT_NOW, UNREAD))

    def turn(self, view_id: str, view: View) -> None:
        """Bring the open modal to its next page; nothing happens if it was closed meanwhile."""
        try:
            calling(self.client.views_update, view_id=view_id, view=fitted_view(view))
        except RoomUnavailable as fault:
            log.info("view %s was not turned: %s", view_id, fault.code)

    def turn_later(self, view_id: str, find: Callable[[], View | None]) -> None:
        """Turn the open modal once `find` has a page for it; nobody waits, and it may get lost."""

        def then(done: "Future[View | None]") -> None:
            if fault := done.exception():
                log.error("a modal got no better page", exc_info=fault)
            elif view := done.result():
                self.turn(view_id, view)

        self.readers.submit(find).add_done_callback(then)

    def learn_people(self, channel: ChannelId) -> None:
        """Have the channel's people read again, because somebody is not known."""
        if channel:
            stamp = self.clock.now().isoformat()
            self.enqueue("learn_people", f"learn-people:{channel}:{stamp}", channel=channel)

    def _late(self, origin: Origin | None, person: PersonId) -> None:
        """Where they pressed it; from Home or anywhere, in their own conversation with Parley."""
        if not person:
            return
        stamp = self.clock.now().isoformat()
        args = {"channel": origin.channel if origin else "", "person": person, "text": LATE}
        self.enqueue("tell", f"tell:{person}:{stamp}", stamp=stamp, **args)


def _put(method: Callable[..., SlackResponse], trigger: str, view: View) -> str:
    try:
        answer = calling(method, trigger_id=trigger, view=fitted_view(view))
    except RoomUnavailable as fault:
        log.warning("a modal was not opened: %s", fault.code)
        return ""
    return str(answer["view"]["id"])
