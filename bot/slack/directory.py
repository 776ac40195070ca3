"""Who is in a channel, and which organisations share it, as Slack tells it.

Whose side somebody is on is not decided here (`casework.membership` does that). Read by ids
alone: a channel's name and privacy differ per organisation.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from slack_sdk import WebClient

from bot.casework.room import RoomUnavailable
from bot.mediation.people import ChannelId, Person, PersonId, TeamId
from bot.slack.client import calling

PAGE: Final = 200
PAGES: Final = 50
SLACKBOT: Final = "USLACKBOT"
UNSEEN: Final = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
"""Slack's answers about somebody who is listed in a channel and cannot be looked up."""

UNNAMED: Final = frozenset({"team_not_found", "missing_scope", "team_access_not_granted"})

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Known:
    """A person, and the enterprise that their workspace belongs to, where it does."""

    person: Person
    enterprise: str


class SlackDirectory:
    """Reads people, channels and teams. Raises RoomUnavailable where Slack does not answer.

    neutral: the organisation that runs Parley is no side of the channels that it hosts for others.
    keep_s: for how many seconds a person or a team's name is taken as read. Who is in a channel
    is read each time.
    """

    def __init__(
        self,
        client: WebClient,
        *,
        neutral: bool = False,
        keep_s: float = 300.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._neutral = neutral
        self._people: _Memory[Known | None] = _Memory(keep_s, monotonic)
        self._names: _Memory[str] = _Memory(keep_s, monotonic)
        self._own: _Memory[TeamId] = _Memory(keep_s, monotonic)

    def person(self, person: PersonId) -> Person | None:
        """None for bots, for people who have left, and for those Slack does not show."""
        known = self._known(person)
        return known.person if known else None

    def people(self, channel: ChannelId) -> tuple[Person, ...]:
        """The people of a channel in Slack's order, whichever organisation they belong to."""
        return tuple(known.person for known in self._members(channel))

    def teams(self, channel: ChannelId) -> tuple[tuple[TeamId, str], ...]:
        """The organisations of a channel, id and name, the host first.

        Slack does not always list them, so the people in the channel count too, guests aside.
        An enterprise is named by the workspace that most of its people here belong to, since
        people and payloads carry the workspace's id.

        Raises RoomUnavailable for a public channel too, where Parley is not in it: what it can
        read there it could not answer there.
        """
        info = calling(self._client.conversations_info, channel=channel).get("channel") or {}
        if info.get("is_member") is False:
            raise RoomUnavailable("not_in_channel", permanent=True, closed=True)
        own = TeamId(str(info.get("context_team_id") or "") or self._own_team())
        if not is_external(info):
            return ((own, self._name(own)),)
        members = [known for known in self._members(channel) if not known.person.is_guest]
        host = str(info.get("conversation_host_id") or own)
        listed = [host, *_listed(info)]
        told = {k.enterprise for k in members if k.enterprise} & set(listed)
        seen = [str(k.person.team_id) for k in members if k.enterprise not in told]
        ids = (_as_workspace(team, members) for team in (*listed, *seen))
        not_a_side = {own, _as_workspace(host, members)} if self._neutral else set()
        sides = [team for team in dict.fromkeys(ids) if team not in not_a_side]
        return tuple((TeamId(team), self._name(team)) for team in sides)

    def _members(self, channel: ChannelId) -> Iterator[Known]:
        for person in self._member_ids(channel):
            known = self._known(person)
            if known is not None:
                yield known

    def _member_ids(self, channel: ChannelId) -> Iterator[PersonId]:
        cursor = None
        for _ in range(PAGES):
            page = calling(
                self._client.conversations_members, channel=channel, limit=PAGE, cursor=cursor
            )
            yield from (PersonId(str(member)) for member in page.get("members", ()))
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
            if cursor is None:
                return

    def _known(self, person: PersonId) -> Known | None:
        return self._people.recall(person, lambda: self._read_person(person))

    def _read_person(self, person: PersonId) -> Known | None:
        try:
            answer = calling(self._client.users_info, user=person, include_locale=True)
        except RoomUnavailable as fault:
            if fault.code not in UNSEEN:
                raise
            return None
        return known_from(answer.get("user") or {})

    def _own_team(self) -> TeamId:
        return self._own.recall(
            "own", lambda: TeamId(str(calling(self._client.auth_test).get("team_id") or ""))
        )

    def _name(self, team: str) -> str:
        return self._names.recall(team, lambda: self._read_name(team))

    def _read_name(self, team: str) -> str:
        try:
            answer = calling(self._client.team_info, team=team)
        except RoomUnavailable as fault:
            if fault.code not in UNNAMED:
                raise
            return f"Organisation {team}"
        return str((answer.get("team") or {}).get("name") or f"Organisation {team}")


def is_external(channel: Mapping[str, Any]) -> bool:
    """Whether a channel of `conversations.info` is shared beyond one organisation."""
    return bool(
        channel.get("is_ext_shared")
        or channel.get("is_pending_ext_shared")
        or (channel.get("is_shared") and not channel.get("is_org_shared"))
    )


def known_from(user: Mapping[str, Any]) -> Known | None:
    """A person from `users.info`; None for bots and for those who have left."""
    profile = user.get("profile") or {}
    if user.get("is_bot") or user.get("deleted") or user.get("id") in (None, SLACKBOT):
        return None
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"))
    grid = user.get("enterprise_user") or {}
    enterprise = grid.get("enterprise_id")
    person = Person(
        id=PersonId(str(user["id"])),
        name=next((str(n) for n in (*names, user.get("name")) if n), str(user["id"])),
        team_id=TeamId(str(user.get("team_id") or profile.get("team") or "")),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        timezone=str(user.get("tz") or ""),
        locale=str(user.get("locale") or "en").replace("_", "-"),
        enterprise=TeamId(str(enterprise or "")),
        teams=frozenset(TeamId(str(t)) for t in grid.get("teams") or ()),
    )
    return Known(person, str(enterprise or ""))


def _listed(channel: Mapping[str, Any]) -> list[str]:
    """The teams that Slack lists. Those only invited so far are not among them."""
    keys = ("shared_team_ids", "connected_team_ids")
    return [str(team) for key in keys for team in channel.get(key) or ()]


def _as_workspace(team: str, members: list[Known]) -> str:
    held = Counter(str(k.person.team_id) for k in members if k.enterprise == team)
    return held.most_common(1)[0][0] if held else team


class _Memory(Generic[_Value]):
    """What was read a short while ago."""

    def __init__(self, keep_s: float, monotonic: Callable[[], float]) -> None:
        self._keep_s = keep_s
        self._monotonic = monotonic
        self._guard = threading.Lock()
        self._held: dict[str, tuple[float, _Value]] = {}

    def recall(self, key: str, read: Callable[[], _Value]) -> _Value:
        """The value read before, or now; two who ask at once may both read."""
        with self._guard:
            found = self._held.get(key)
        if found is not None and self._monotonic() < found[0]:
            return found[1]
        value = read()
        with self._guard:
            self._held[key] = (self._monotonic() + self._keep_s, value)
        return value
