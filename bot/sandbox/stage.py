"""The stage hands' client: set up people and channels, look behind the scenes."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.wire import Wire

JSON = dict[str, Any]


class Stage:
    """For tests and shows; everything here lies outside of what people or the app can do."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def _do(self, errand: str, **given: Any) -> JSON:
        return self._wire.post(f"/stage/{errand}", given)

    def add_organisation(self, name: str, domain: str, *, grid: str = "") -> str:
        """Add a workspace; `grid` is the id of the enterprise that it belongs to."""
        return str(self._do("add_organisation", name=name, domain=domain, grid=grid)["id"])

    def name_host(self, name: str, domain: str) -> None:
        """Give the host, in whose workspace the app is installed, another name."""
        self._do("name_host", name=name, domain=domain)

    def add_person(
        self,
        handle: str,
        name: str,
        *,
        team: str = "",
        guest: bool = False,
        tz: str = "UTC",
        locale: str = "en-US",
        email: str = "",
        stranger: bool = False,
    ) -> str:
        """Add somebody, by default to the host. A guest gets the host's team_id."""
        about = {"handle": handle, "name": name, "team": team, "guest": guest}
        of_profile = {"tz": tz, "locale": locale, "email": email, "stranger": stranger}
        added = self._do("add_person", **about, **of_profile)
        return str(added["id"])

    def add_channel(
        self,
        name: str,
        members: Sequence[str],
        *,
        teams: Sequence[str] = (),
        private: bool = False,
        with_app: bool = True,
        host: str = "",
    ) -> str:
        """Add a channel, by default of the workspace that the app is in."""
        about = {"name": name, "members": list(members), "teams": list(teams), "host": host}
        return str(self._do("add_channel", **about, private=private, with_app=with_app)["id"])

    def other_app_says(
        self, channel: str, text: str, *, name: str, team: str, metadata: JSON | None = None
    ) -> str:
        """A message of another organisation's app, which joins the channel for it; its ts."""
        about = {"channel": channel, "text": text, "name": name, "team": team}
        return str(self._do("other_app_says", **about, metadata=metadata)["ts"])

    def add_to_channel(self, channel: str, user: str = "") -> None:
        """Add a person, or the app when nobody is named."""
        self._do("add_to_channel", channel=channel, user=user)

    def remove_from_channel(self, channel: str, user: str = "") -> None:
        """Take out a person, or the app when nobody is named."""
        self._do("remove_from_channel", channel=channel, user=user)

    def archive_channel(self, channel: str) -> None:
        self._do("archive_channel", channel=channel)

    def unarchive_channel(self, channel: str) -> None:
        self._do("unarchive_channel", channel=channel)

    def delete_channel(self, channel: str) -> None:
        """Take a channel away with all that was said in it."""
        self._do("delete_channel", channel=channel)

    def share_channel(self, channel: str, team: str) -> None:
        self._do("share_channel", channel=channel, team=team)

    def post_only(self, channel: str, team: str, *, only: bool = True) -> None:
        """Let a partner's people post in a channel and no more, or all again."""
        self._do("post_only", channel=channel, team=team, only=only)

    def unshare_channel(self, channel: str, team: str) -> None:
        """Let an organisation leave a channel, and its people with it."""
        self._do("unshare_channel", channel=channel, team=team)

    def deactivate_person(self, user: str) -> None:
        self._do("deactivate_person", user=user)

    def declare_app(self, manifest: JSON) -> None:
        """Take Slack's manifest: only what it declares is offered and delivered from now on."""
        self._do("declare_app", manifest=manifest)

    def set_pace(self, seconds: float) -> None:
        """Slack's least time between two messages of the app in a channel; 0 for no limit."""
        self._do("set_pace", seconds=seconds)

    # Calls that go wrong: the next `times` of a method, in the order in which they were asked for

    def limit_calls(self, method: str, times: int = 1, *, seconds: float = 1) -> None:
        """Answer 429 and ask the app to wait so long."""
        self._do("fail_calls", method=method, kind="limited", times=times, seconds=seconds)

    def break_calls(self, method: str, times: int = 1, *, done: bool = False) -> None:
        """Answer with status 500; with `done`, the call has had its effect all the same."""
        self._do("fail_calls", method=method, kind="broken", times=times, done=done)

    def hang_up(self, method: str, times: int = 1, *, done: bool = False) -> None:
        """Close the connection without an answer; with `done`, after the call's effect."""
        self._do("fail_calls", method=method, kind="hung_up", times=times, done=done)

    def delay_calls(self, method: str, times: int = 1, *, seconds: float) -> None:
        """Do what is asked at once, and answer so much later."""
        self._do("fail_calls", method=method, kind="late", times=times, seconds=seconds)

    def refuse_calls(self, method: str, code: str, times: int = 1) -> None:
        """Refuse with one of Slack's codes, whatever was asked."""
        self._do("fail_calls", method=method, kind="refused", times=times, code=code)

    def faults_left(self, method: str) -> int:
        """How many calls of a method are still to go wrong."""
        return int(self._do("faults_left", method=method)["left"])

    def clear_faults(self) -> None:
        """From now on every call goes well."""
        self._do("clear_faults")

    # Events

    def repeat_events(self, of: str, times: int = 1) -> None:
        """Send each of the next events of type `of` twice at the same moment, under one id."""
        self._do("repeat_events", of=of, times=times)

    def hold_events(self, of: str) -> None:
        """Keep events of type `of` back until they are released."""
        self._do("hold_events", of=of)

    def release_events(self, *, backwards: bool = False) -> int:
        """Send what was kept back, one after the other, the newest first with `backwards`.

        Returns how many there were.
        """
        return int(self._do("release_events", backwards=backwards)["sent"])

    # Acknowledgements, triggers, connections

    def lose_ack(self, of: str, times: int = 1) -> None:
        """Lose the next acknowledgement of an event or interaction of type `of`."""
        self._do("lose_ack", of=of, times=times)

    def expire_triggers(self) -> None:
        self._do("expire_triggers")

    def expire_response_urls(self) -> None:
        """Let every address for answers be too old, as half an hour would."""
        self._do("expire_response_urls")

    def end_streams(self) -> None:
        """End every stream, as some minutes would. What stands there stays."""
        self._do("end_streams")

    def drop_sockets(self) -> None:
        """Close the app's connections without a word; the app finds out by itself."""
        self._do("drop_sockets")

    def refresh_sockets(self) -> None:
        """Ask the app to connect anew, as Slack does every few hours."""
        self._do("refresh_sockets")

    def pings(self) -> list[JSON]:
        """Who was really notified by a message: channel, ts, by, who."""
        return list(self._do("pings")["pings"])

    def statuses(self, direct: str) -> list[str]:
        """Every status that the app has set in a direct conversation, in its order."""
        return list(self._do("alone", channel=direct)["statuses"])

    def prompts(self, direct: str) -> list[tuple[str, str]]:
        """Title and message of what the app suggests to ask in a direct conversation."""
        return [(title, said) for title, said in self._do("alone", channel=direct)["prompts"]]

    def pinned(self, channel: str) -> list[str]:
        """The ts of every message that is pinned in a channel."""
        return list(self._do("pinned", channel=channel)["pinned"])

    def attempts(self, label: str = "") -> list[JSON]:
        """Deliveries so far, of one event or interaction type or of all, with their outcome."""
        made: list[JSON] = self._do("attempts")["attempts"]
        return [a for a in made if label in ("", a["label"])]

    def unacknowledged(self) -> list[JSON]:
        return [a for a in self.attempts() if a["outcome"] != "acknowledged"]

    def sockets(self) -> int:
        return int(self._do("attempts")["sockets"])

    def ids(self) -> JSON:
        """Ids by name: organisations, people (by handle), channels."""
        return self._do("find")

    def channel(self, name: str) -> str:
        return str(self.ids()["channels"][name])
