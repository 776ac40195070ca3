"""The room in Slack: what the use cases ask for, done by the Web API. For jobs alone."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from slack_sdk import WebClient

from bot.casework.digest import Digest
from bot.casework.files import FileRef
from bot.casework.hosting import UNSAID, Hosting
from bot.casework.ledger import Moment
from bot.casework.letters import Letter
from bot.casework.month import Month
from bot.casework.my_desk import Desk
from bot.casework.ports import Store
from bot.casework.room import Note, RoomUnavailable
from bot.casework.shown import Alone, ClarifyForm, CountForm, Modal, Origin, RaiseForm, Saved
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, Person, PersonId, TeamId
from bot.slack.blocks import Rendered, View, section
from bot.slack.case_cards import show_case_card
from bot.slack.client import calling
from bot.slack.directory import SlackDirectory
from bot.slack.files import fetch
from bot.slack.limits import fitted_view
from bot.slack.manifest import PROMPTS
from bot.slack.offers import Offers
from bot.slack.other_parley import other_parley
from bot.slack.pages import turn_page
from bot.slack.payloads import Said, said_in
from bot.slack.pictures.month_picture import month_picture
from bot.slack.poster import BLOCKS_REFUSED, NO_THREAD, Poster
from bot.slack.reading import as_read, mentioned
from bot.slack.show_file import Place, share
from bot.slack.streamer import Streamer
from bot.slack.text import people as escaped
from bot.slack.uploads import Uploads
from bot.slack.views.private.clarify_form import clarify_form
from bot.slack.views.private.count_form import count_form
from bot.slack.views.private.direct import direct_answer
from bot.slack.views.private.fair_view import fair_message
from bot.slack.views.private.home import home
from bot.slack.views.private.letter import letter_message, pointer_message
from bot.slack.views.private.notices import saved
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.trades_view import trades_view
from bot.slack.views.shared.clarification_card import clarification_card
from bot.slack.views.shared.desk_message import cleared_desk, desk_message
from bot.slack.views.shared.messages import (
    digest_message,
    month_message,
    note_message,
    ways_in,
)

MOST_MESSAGES = 1_000
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SlackRoom:
    """See `bot.casework.room.Room`."""

    client: WebClient
    poster: Poster
    directory: SlackDirectory
    store: Store
    hosting: Hosting = UNSAID

    @property
    def streamer(self) -> Streamer:
        return Streamer(self.client, self.poster, self.store)

    @property
    def uploads(self) -> Uploads:
        return Uploads(self.client, self.store)

    def show_case(self, case: Case) -> None:
        show_case_card(case, self.hosting, poster=self.poster, uploads=self.uploads)

    def show_clarification(self, clarification: Clarification) -> None:
        self.poster.keep(
            f"clarification:{clarification.id}",
            clarification.channel,
            clarification.thread_ts,
            clarification_card(clarification),
            clarification.version,
        )

    def note(self, note: Note) -> None:
        self.poster.once(note.key, note.channel, note.thread_ts, note_message(note))

    def show_digest(self, key: str, digest: Digest) -> None:
        self.poster.once(key, digest.channel, None, digest_message(digest))

    def other_parley(self, channel: ChannelId) -> str:
        return other_parley(self.client, channel)

    def pin_desk(self, channel: ChannelId, turn: int, language: str) -> None:
        shown = desk_message(self.hosting, language)
        ts = self.poster.keep(f"desk:{channel}", channel, None, shown, turn)
        try:
            calling(self.client.pins_add, channel=channel, timestamp=ts)
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            if fault.code != "already_pinned":
                log.info("the desk of %s stands in the channel unpinned: %s", channel, fault.code)

    def clear_desk(self, channel: ChannelId, text: str, turn: int) -> None:
        with self.store() as uow:
            stands = uow.outbox.find(f"desk:{channel}")
        if stands is None:
            return
        ts = self.poster.keep(f"desk:{channel}", channel, None, cleared_desk(text), turn)
        try:
            calling(self.client.pins_remove, channel=channel, timestamp=ts)
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            if fault.code != "no_pin":
                log.info("the desk of %s stays pinned: %s", channel, fault.code)

    def deliver(self, key: str, person: PersonId, letter: Letter) -> bool:
        try:
            opened = calling(self.client.conversations_open, users=person)
            direct = ChannelId(str(opened["channel"]["id"]))
            self.poster.once(key, direct, None, letter_message(letter))
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            log.info("cannot write to %s alone: %s", person, fault.code)
            return False
        return True

    def call(
        self, key: str, channel: ChannelId, thread_ts: str, person: PersonId, letter: Letter
    ) -> None:
        self.poster.once(key, channel, thread_ts, pointer_message(letter, to=person))

    def ask_fair(self, case: Case, person: PersonId, moment: Moment, language: str) -> None:
        shown = fair_message(case.id, moment, language)
        self.poster.ephemeral(case.channel, person, shown, thread_ts=case.thread_ts)

    def show_month(self, key: str, month: Month) -> None:
        title = tongue(month.language).say("month")
        draw = partial(month_picture, month)
        file_id = self.uploads.once(
            key, month.channel, draw, name="month.png", title=title, alt=month.alt
        )
        shown = month_message(month, file_id)
        try:
            self.poster.once(key, month.channel, None, shown)
        except RoomUnavailable as fault:
            if fault.code != BLOCKS_REFUSED:
                raise
            raise RoomUnavailable(fault.code, permanent=False) from fault

    def offer_ways_in(
        self, key: str, origin: Origin, *, to: PersonId, language: str, case: Case | None = None
    ) -> None:
        if not to:
            Offers(self.client, self.poster, self.store).offer(key, origin, case, language)
            return
        found = replace(origin, thread_ts=self._thread_of(origin))
        shown = ways_in(found, case, tongue(language))
        self.poster.ephemeral(origin.channel, to, shown, thread_ts=found.thread_ts)

    def show_home(self, person: PersonId, desk: Desk, page: int) -> None:
        calling(self.client.views_publish, user_id=person, view=fitted_view(home(desk, page)))

    def begin_answer(self, origin: Origin) -> None:
        self.streamer.begin(origin.channel, origin.thread_ts or origin.message_ts)

    def suggest_prompts(self, channel: ChannelId) -> None:
        self.streamer.suggest(channel, [(p["title"], p["message"]) for p in PROMPTS])

    def answer_direct(self, key: str, origin: Origin, answer: Alone) -> None:
        thread = origin.thread_ts or origin.message_ts
        self.streamer.answer(key, origin.channel, thread, direct_answer(answer))

    def better_answer(self, key: str, origin: Origin, answer: Alone) -> None:
        thread = origin.thread_ts or origin.message_ts
        self.streamer.better(key, origin.channel, thread, direct_answer(answer))

    def tell(self, channel: ChannelId, person: PersonId, text: str) -> None:
        words = escaped(text)
        self.poster.ephemeral(channel, person, Rendered(words, (section(words),)))

    def say_alone(self, key: str, person: PersonId, text: str) -> None:
        words = escaped(text)
        self.poster.once(key, ChannelId(person), None, Rendered(words, (section(words),)))

    def show_modal(self, view_id: str, modal: Modal, *, after_answer: bool = False) -> bool:
        return turn_page(self.client, view_id, _view(modal), after_answer=after_answer)

    def file(self, file: FileRef, *, at_most: int) -> bytes:
        return fetch(self.client, file, at_most=at_most)

    def share_file(
        self, key: str, channel: ChannelId, thread_ts: str, file: FileRef, text: str
    ) -> str:
        to = Place(key, channel, thread_ts)
        return share(file, text, to, self.client, poster=self.poster, uploads=self.uploads)

    def thread(self, channel: ChannelId, ts: str) -> tuple[Message, ...]:
        try:
            found = [s for s in self._replies(channel, ts) if s.is_talk and s.ts]
        except RoomUnavailable as fault:
            if fault.code != NO_THREAD:
                raise
            return ()  # its first message was deleted before anybody answered
        names = self._names({s.person for s in found}.union(*(mentioned(s.text) for s in found)))
        return tuple(
            Message(
                channel=channel,
                ts=s.ts,
                author=s.person,
                text=as_read(s.text, names),
                files=s.files,
                author_name=names.get(s.person, ""),
                edited=s.edited,
            )
            for s in found
        )

    def people(self, channel: ChannelId) -> tuple[Person, ...]:
        return self.directory.people(channel)

    def teams(self, channel: ChannelId) -> tuple[tuple[TeamId, str], ...]:
        return self.directory.teams(channel)

    def _replies(self, channel: ChannelId, ts: str) -> Iterator[Said]:
        """The thread's messages, oldest first; of one beyond all measure, where it begins."""
        cursor, read = "", 0
        while read < MOST_MESSAGES:
            page: dict[str, Any] = {"channel": channel, "ts": ts, "limit": 100}
            if cursor:
                page["cursor"] = cursor
            answer = calling(self.client.conversations_replies, **page)
            for raw in answer.get("messages", []):
                read += 1
                yield said_in(raw, channel=channel)
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _thread_of(self, origin: Origin) -> str:
        """The thread that a message is a reply in; "" for one in the channel itself.

        A reaction does not say, and a case that hangs on a reply would stand in no thread.
        """
        try:
            found = list(self._replies(origin.channel, origin.message_ts))
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            return ""  # the message was deleted meanwhile; the form will say so
        here = next((s.thread_ts for s in found if s.ts == origin.message_ts), "")
        return "" if here == origin.message_ts else here

    def _names(self, wanted: set[PersonId]) -> dict[PersonId, str]:
        with self.store() as uow:
            held = [uow.directory.person(p) for p in wanted]
        return {person.id: person.name for person in held if person is not None}


def _view(modal: Modal) -> View:
    match modal:
        case RaiseForm():
            return raise_form(modal)
        case ClarifyForm():
            return clarify_form(modal)
        case Saved():
            return saved(modal)
        case CountForm():
            return count_form(modal)
        case _:
            return trades_view(modal)
