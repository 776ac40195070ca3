"""The only place that names concrete adapters: from the settings to a running Parley."""

import logging
import os
import signal
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient
from sqlalchemy import Engine

from bot.casework.hosting import Hosting
from bot.casework.jobs import Workshop, handlers
from bot.casework.ports import Clock, Job
from bot.casework.preferences import Helpful
from bot.casework.room import RoomUnavailable
from bot.casework.usage_report import UsageDay, usage_by_day
from bot.casework.weekly import WEEK, tell_week
from bot.casework.words import Facilitator
from bot.clock import RandomIds, SystemClock, ToldClock
from bot.facilitator import ModelSettings, builtin_facilitator, load_library, model_facilitator
from bot.jobs.engine import EVERY_MINUTE, EVERY_SECOND, JobEngine
from bot.jobs.sealed import Seal
from bot.mediation.people import ChannelId, WorkspaceKey
from bot.settings import Settings
from bot.slack.app import Identity, build_app, identify
from bot.slack.client import calling, slack_client
from bot.slack.directory import SlackDirectory
from bot.slack.listeners.reception import WAITS_MS, Reception
from bot.slack.pace import Pace
from bot.slack.poster import Poster
from bot.slack.room import SlackRoom
from bot.slack.views.shared.messages import digest_message
from storage import SqlStore, impatient, migrate, open_engine
from storage.secrets import key_from_file, seal, unseal, use_keys
from storage.stores.usage import SqlUsageLog

log = logging.getLogger(__name__)

MODAL_TIMEOUT_S = 2
"""A trigger lives three seconds; a modal that takes longer is not opened any more."""


LISTENERS = 32
"""How many requests are worked through at once. A listener can wait its whole time limit for a
slow Slack; so many of them wait beside each other, and the next one is acknowledged all the same.
The database's pool has room for all of them and for the jobs."""

LONGEST_END_S = 12.0
"""What ending may take, letting jobs finish included, before the process ends in the middle."""

PING_S = 2.0
"""How often the line to Slack is looked at. One that was cut is made anew within this time, before
Slack has given up on what it could not deliver; the client's own habit is five seconds."""


@dataclass(frozen=True, slots=True)
class Parley:
    """Everything that runs, not started yet."""

    jobs: JobEngine
    socket: SocketModeHandler
    workshop: Workshop

    def start(self) -> None:
        """Begin to work, first on what came due meanwhile. Returns once Slack's socket stands."""
        self.jobs.start(handlers(self.workshop))
        with self.workshop.store() as uow:
            uow.enqueue(Job("sweep", f"sweep:{self.workshop.ids.fresh()}", {}))
            uow.commit()
        self.socket.client.connect()

    def stop(self) -> None:
        """Take nothing new, finish what runs."""
        hang_up(self.socket.client)
        self.jobs.stop()


def hang_up(client: SocketModeClient) -> None:
    """Close the line to Slack at once. What it has not seen acknowledged, Slack sends again.

    The client's own `close` waits for the next word on the line, for seconds; so the line is
    ended for reading first, below any encryption, and the reader sees that it has ended.
    """
    client.closed = True
    client.auto_reconnect_enabled = False
    client.current_session_state.terminated = True
    line = client.current_session.sock if client.current_session else None
    if line is not None:
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RD)
    client.close()


def build(settings: Settings) -> Parley:
    """Wire one process. Asks Slack who the bot is; raises RoomUnavailable where it cannot."""
    clock, ids = clock_of(settings), RandomIds()
    prepare_database(settings)
    tick = EVERY_SECOND if settings.parley_clock_file else EVERY_MINUTE
    jobs = JobEngine(_engine(settings, immediate=False), seal=Seal(seal, unseal), tick=tick)
    store = SqlStore(_engine(settings), enqueue=jobs.enqueue, ids=ids, clock=clock)
    token = settings.slack_bot_token.get_secret_value()
    client = slack_client(token, settings.slack_base_url)
    identity = identify(client)
    workspace = workspace_of(identity)
    room = SlackRoom(
        client=client,
        poster=Poster(client, store, Pace(settings.parley_pace_seconds)),
        directory=SlackDirectory(client, neutral=settings.parley_neutral_host),
        store=store,
        hosting=hosting(settings, identity),
    )
    quick = slack_client(
        token, settings.slack_base_url, MODAL_TIMEOUT_S, longest_wait_s=0.5, tries_again=0
    )
    words = facilitator(settings, engine=store.engine, clock=clock)
    front = SqlStore(impatient(store.engine, WAITS_MS), enqueue=jobs.enqueue, ids=ids, clock=clock)
    reception = Reception(workspace, front, clock, ids, quick, words, room.hosting)
    app = build_app(reception, quick, identity)
    workshop = Workshop(
        workspace=workspace,
        store=store,
        room=room,
        facilitator=words,
        clock=clock,
        ids=ids,
        answer_days=settings.parley_answer_days,
    )
    app_token = settings.slack_app_token.get_secret_value()
    handler = SocketModeHandler(app, app_token, ping_interval=PING_S, concurrency=LISTENERS)
    return Parley(jobs, handler, workshop)


def run(settings: Settings) -> None:
    """Run until the process is told to end."""
    parley = build(settings)
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    parley.start()
    log.info("Parley is ready")
    ended.wait()
    bound = threading.Timer(LONGEST_END_S, os._exit, (0,))
    bound.daemon = True
    bound.start()
    parley.stop()
    bound.cancel()
    _leave()


def _leave() -> None:
    """End this process, though a job may sleep between two tries: it stands in the database, and
    the next start takes it up. The interpreter by itself would wait for it, for a minute or so.
    Where letting jobs finish takes too long itself, the process ends in the middle, as it may."""
    left = [t for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon]
    if left:
        log.info("Parley ends; the next start goes on with what waits")
        logging.shutdown()
        os._exit(0)


def digest(settings: Settings, channel: str, *, dry_run: bool) -> str:
    """This week's digest of a channel as text; posted there too, once, unless it is a dry run.

    Raises RoomUnavailable, for a channel where Parley is not with the code `not_in_channel`.
    """
    clock, ids = clock_of(settings), RandomIds()
    prepare_database(settings)
    jobs = JobEngine(_engine(settings, immediate=False), seal=Seal(seal, unseal))
    store = SqlStore(_engine(settings), enqueue=jobs.enqueue, ids=ids, clock=clock)
    client = slack_client(settings.slack_bot_token.get_secret_value(), settings.slack_base_url)
    workspace = workspace_of(identify(client))
    found = calling(client.conversations_info, channel=channel).get("channel") or {}
    if found.get("is_member") is False:
        raise RoomUnavailable("not_in_channel", permanent=True)
    now = clock.now()
    with store() as uow:
        telling = tell_week(
            workspace, ChannelId(channel), uow=uow, now=now, at=now, since=now - WEEK
        )
        if not dry_run:
            uow.commit()
    week = telling.digest
    if week.lines and not dry_run:
        poster = Poster(client, store, Pace(0))
        poster.once(telling.key, ChannelId(channel), None, digest_message(week))
    return "\n".join(week.texts) or digest_message(week).text


def clock_of(settings: Settings) -> Clock:
    """The real clock, or for a trial on this machine one that can be set."""
    file = settings.parley_clock_file
    return ToldClock(file) if file else SystemClock()


def prepare_database(settings: Settings) -> None:
    """Set the keys, bring the schema up to date."""
    if settings.parley_secret_key is not None:
        use_keys(settings.parley_secret_key.get_secret_value())
    elif settings.key_file is not None:
        use_keys(key_from_file(settings.key_file))
    engine = _engine(settings)
    migrate(engine)
    engine.dispose()


def _engine(settings: Settings, *, immediate: bool = True) -> Engine:
    return open_engine(settings.database_url.get_secret_value(), immediate=immediate)


def workspace_of(identity: Identity) -> WorkspaceKey:
    return WorkspaceKey(identity.enterprise_id or identity.team_id)


def facilitator(settings: Settings, *, engine: Engine, clock: Clock) -> Facilitator:
    """The language-model facilitator where a model can be reached, else the built-in one."""
    builtin = builtin_facilitator(load_library(settings.parley_library))
    key = settings.openai_api_key
    if key is None and not settings.openai_base_url:
        return builtin
    model = ModelSettings(
        model=settings.parley_model,
        base_url=settings.openai_base_url or "",
        api_key=key.get_secret_value() if key else "",
        timeout_s=settings.parley_model_timeout,
        daily_tokens=settings.parley_daily_tokens,
        daily_cost=settings.parley_daily_cost,
        prices=settings.prices,
    )
    return model_facilitator(builtin, model, SqlUsageLog(engine), clock)


def hosting(settings: Settings, identity: Identity) -> Hosting:
    """What both sides can read about who runs this Parley and which model it asks.

    Where the settings name nobody, it is the organisation that installed it.
    """
    asks = settings.openai_api_key is not None or bool(settings.openai_base_url)
    server = urlsplit(settings.openai_base_url or "https://api.openai.com").hostname or ""
    return Hosting(
        host=settings.parley_hosted_by or identity.team,
        payer=settings.parley_paid_by,
        where=settings.parley_kept_in,
        model=settings.parley_model if asks else "",
        model_at=server if asks else "",
        open_logs=settings.parley_debug_texts,
    )


def usage(settings: Settings, days: int) -> tuple[UsageDay, ...]:
    """What the language model has cost in the last days."""
    prepare_database(settings)
    since = SystemClock().now() - timedelta(days=days)
    return usage_by_day(SqlUsageLog(_engine(settings)).since(since), settings.prices)


def helpful(settings: Settings) -> Helpful:
    """How people found what Parley suggested to them alone."""
    prepare_database(settings)
    return SqlUsageLog(_engine(settings)).helpful()
