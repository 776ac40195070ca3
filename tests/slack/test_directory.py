"""Who is in a channel, and which organisations share it."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.casework.room import RoomUnavailable
from bot.mediation.people import ChannelId, Person, PersonId, TeamId
from bot.slack.directory import SlackDirectory, is_external
from tests.slack.clocks import Stopwatch
from tests.slack.loopback import Arguments, Loopback

C1 = ChannelId("C1")


def user(person: str, team: str, **more: Any) -> dict[str, Any]:
    """A user in the shape of `users.info`."""
    return {
        "id": person,
        "team_id": team,
        "name": person.lower(),
        "deleted": False,
        "real_name": f"{person} Real",
        "tz": "Europe/Berlin",
        "locale": "de-DE",
        "is_bot": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "profile": {"display_name": f"{person} shown", "real_name": f"{person} Real"},
    } | more


ANA = user("UANA", "T1")
BEN = user("UBEN", "T2", is_stranger=True)
GUEST = user("UGUEST", "T1", is_restricted=True)
VISITOR = user("UVISIT", "T1", is_ultra_restricted=True)
BOT = user("UBOT", "T1", is_bot=True)
LEFT = user("ULEFT", "T2", deleted=True)
SLACKBOT = user("USLACKBOT", "T1")
NAMES = {"T1": "Northwind", "T2": "Contoso", "T3": "Fabrikam", "E2": "Contoso Group"}


def channel(**more: Any) -> dict[str, Any]:
    return {"id": "C1", "is_shared": False, "is_ext_shared": False, "context_team_id": "T1"} | more


SHARED = channel(
    is_shared=True,
    is_ext_shared=True,
    conversation_host_id="T1",
    shared_team_ids=["T1", "T2"],
    connected_team_ids=["T2"],
)


def populate(slack: Loopback, info: dict[str, Any], *users: dict[str, Any]) -> None:
    """The loopback knows this channel and these people."""
    by_id = {u["id"]: u for u in users}

    def read_user(asked: Arguments) -> dict[str, Any]:
        found = by_id.get(asked["user"])
        return {"ok": True, "user": found} if found else {"ok": False, "error": "user_not_found"}

    def read_team(asked: Arguments) -> dict[str, Any]:
        name = NAMES.get(asked["team"])
        return (
            {"ok": True, "team": {"id": asked["team"], "name": name}}
            if name
            else {"ok": False, "error": "team_not_found"}
        )

    slack.answer("users.info", read_user)
    slack.answer("team.info", read_team)
    slack.answer("conversations.info", {"ok": True, "channel": info})
    slack.answer("conversations.members", {"ok": True, "members": list(by_id)})
    slack.answer("auth.test", {"ok": True, "team_id": "T1"})


@pytest.fixture
def directory(client: WebClient) -> SlackDirectory:
    return SlackDirectory(client)


class TestANeutralHost:
    def test_is_no_side_of_the_channels_that_it_hosts_for_others(
        self, client: WebClient, slack: Loopback
    ) -> None:
        three = SHARED | {"shared_team_ids": ["T1", "T2", "T3"]}
        populate(slack, three, ANA, BEN)
        neutral = SlackDirectory(client, neutral=True)
        assert neutral.teams(C1) == (("T2", "Contoso"), ("T3", "Fabrikam"))
        assert len(SlackDirectory(client).teams(C1)) == 3

    def test_still_is_the_one_organisation_of_a_channel_of_its_own(
        self, client: WebClient, slack: Loopback
    ) -> None:
        populate(slack, channel(), ANA)
        assert SlackDirectory(client, neutral=True).teams(C1) == (("T1", "Northwind"),)


def test_a_grid_and_its_workspaces_come_with_the_person(
    directory: SlackDirectory, slack: Loopback
) -> None:
    grid = {"enterprise_id": "E2", "teams": ["T2", "T4"]}
    populate(slack, SHARED, user("UGIA", "T2", enterprise_user=grid))
    [found] = directory.people(C1)
    assert found.enterprise == "E2"
    assert sorted(found.teams) == ["T2", "T4"]


class TestPeople:
    def test_a_person_comes_with_their_own_team_and_how_to_address_them(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED, BEN)
        assert directory.people(C1) == (
            Person(
                PersonId("UBEN"),
                "UBEN shown",
                TeamId("T2"),
                timezone="Europe/Berlin",
                locale="de-DE",
            ),
        )

    @pytest.mark.parametrize("guest", [GUEST, VISITOR])
    def test_a_guest_is_known_as_one(
        self, directory: SlackDirectory, slack: Loopback, guest: dict[str, Any]
    ) -> None:
        populate(slack, SHARED, guest)
        [found] = directory.people(C1)
        assert found.is_guest
        assert found.team_id == "T1"

    def test_bots_and_those_who_left_are_nobody(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED, ANA, BOT, LEFT, SLACKBOT)
        assert [p.id for p in directory.people(C1)] == ["UANA"]
        assert directory.person(PersonId("UBOT")) is None

    def test_somebody_whom_slack_does_not_show_is_left_out(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED, ANA)
        slack.answer("conversations.members", {"ok": True, "members": ["UGONE", "UANA"]})
        assert [p.id for p in directory.people(C1)] == ["UANA"]

    def test_a_name_is_found_wherever_slack_has_one(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        shy = user("USHY", "T1", profile={"display_name": ""}, real_name="")
        populate(slack, SHARED, shy)
        assert directory.people(C1)[0].name == "ushy"

    def test_all_pages_of_a_channel_are_read(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED, ANA, BEN)
        slack.answer(
            "conversations.members",
            {"ok": True, "members": ["UANA"], "response_metadata": {"next_cursor": "two"}},
            {"ok": True, "members": ["UBEN"], "response_metadata": {"next_cursor": ""}},
        )
        assert [p.id for p in directory.people(C1)] == ["UANA", "UBEN"]
        assert slack.calls_to("conversations.members")[1]["cursor"] == "two"

    def test_a_channel_that_parley_is_not_in_is_said(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        slack.refuse("conversations.members", "not_in_channel")
        with pytest.raises(RoomUnavailable, match="not_in_channel"):
            directory.people(C1)


class TestWhatIsTakenAsRead:
    def test_a_person_is_asked_for_once_in_a_while_and_the_channel_each_time(
        self, client: WebClient, slack: Loopback
    ) -> None:
        watch = Stopwatch()
        directory = SlackDirectory(client, keep_s=300, monotonic=watch.monotonic)
        populate(slack, SHARED, ANA, BOT)
        directory.people(C1)
        watch.seconds += 299
        directory.people(C1)
        assert len(slack.calls_to("users.info")) == 2
        assert len(slack.calls_to("conversations.members")) == 2
        watch.seconds += 2
        directory.people(C1)
        assert len(slack.calls_to("users.info")) == 4

    def test_an_answer_that_did_not_come_is_asked_for_again(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        slack.refuse("users.info", "internal_error")
        with pytest.raises(RoomUnavailable):
            directory.person(PersonId("UANA"))
        populate(slack, SHARED, ANA)
        assert directory.person(PersonId("UANA")) is not None


class TestOrganisations:
    def test_a_channel_of_ones_own_has_one(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, channel(), ANA, GUEST)
        assert directory.teams(C1) == ((TeamId("T1"), "Northwind"),)

    def test_a_shared_channel_names_its_host_first(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED | {"conversation_host_id": "T2"}, ANA, BEN)
        assert directory.teams(C1) == ((TeamId("T2"), "Contoso"), (TeamId("T1"), "Northwind"))

    def test_where_slack_lists_none_the_people_tell_and_guests_do_not(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        info = channel(is_shared=True, is_ext_shared=True, conversation_host_id="T1")
        far = user("UFAR", "T3", is_restricted=True)
        populate(slack, info, ANA, BEN, far)
        assert [team for team, _ in directory.teams(C1)] == ["T1", "T2"]

    def test_an_organisation_without_a_name_is_still_told_apart(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, SHARED | {"shared_team_ids": ["T1", "T9"], "connected_team_ids": []}, ANA)
        assert directory.teams(C1)[1] == (TeamId("T9"), "Organisation T9")

    def test_an_enterprise_is_the_workspace_that_its_people_here_come_from(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        grid = {"enterprise_user": {"enterprise_id": "E2"}}
        people = [user("UB1", "T2", **grid), user("UB2", "T2", **grid), user("UB3", "T3", **grid)]
        info = SHARED | {"shared_team_ids": ["T1", "E2"], "connected_team_ids": ["E2"]}
        populate(slack, info, ANA, *people)
        assert [team for team, _ in directory.teams(C1)] == ["T1", "T2"]

    def test_without_a_team_in_the_answer_the_token_tells_ours(
        self, directory: SlackDirectory, slack: Loopback
    ) -> None:
        populate(slack, channel(context_team_id=None), ANA)
        assert directory.teams(C1) == ((TeamId("T1"), "Northwind"),)


@pytest.mark.parametrize(
    ("info", "external"),
    [
        ({"is_ext_shared": True}, True),
        ({"is_pending_ext_shared": True}, True),
        ({"is_shared": True, "is_org_shared": False}, True),
        ({"is_shared": True, "is_org_shared": True}, False),
        ({}, False),
    ],
)
def test_a_channel_shared_within_one_organisation_is_not_external(
    info: dict[str, Any], external: bool
) -> None:
    assert is_external(info) is external


def test_a_channel_that_parley_is_not_in_is_a_closed_door_though_it_is_public(
    slack: Loopback, client: WebClient
) -> None:
    populate(slack, {**SHARED, "is_member": False}, ANA, BEN)
    with pytest.raises(RoomUnavailable) as raised:
        SlackDirectory(client).teams(C1)
    assert (raised.value.code, raised.value.closed) == ("not_in_channel", True)
