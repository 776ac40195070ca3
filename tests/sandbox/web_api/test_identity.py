"""Who the app is, and what it is told of organisations and people."""

from slack_sdk import WebClient

from bot.sandbox.opening import GRETA, HOST, INES, MARIA, SUPPLIER, TOMAS
from bot.sandbox.world import BOT_ID, BOT_USER
from tests.sandbox.apps import refusal


def test_auth_test_tells_the_app_who_it_is(api: WebClient) -> None:
    me = api.auth_test()
    assert (me["team_id"], me["user_id"], me["bot_id"]) == (HOST.id, BOT_USER, BOT_ID)


def test_bots_info_knows_the_app_alone(api: WebClient) -> None:
    assert api.bots_info(bot=BOT_ID)["bot"]["user_id"] == BOT_USER
    assert refusal(lambda: api.bots_info(bot="B9")) == "bot_not_found"


def test_team_info_tells_of_the_host_and_of_connected_teams(api: WebClient) -> None:
    assert api.team_info()["team"]["name"] == "Northwind Foods"
    assert api.team_info(team=SUPPLIER.id)["team"]["name"] == "Baltic Packaging"
    assert refusal(lambda: api.team_info(team="T9")) == "team_not_found"


def test_an_own_person_comes_with_address_and_zone(api: WebClient) -> None:
    maria = api.users_info(user=MARIA.id)["user"]
    assert maria["profile"]["email"] == MARIA.email
    assert (maria["team_id"], maria["tz"]) == (HOST.id, "Europe/Berlin")
    assert maria["is_restricted"] is False


def test_an_external_person_comes_with_the_own_team_and_no_address(api: WebClient) -> None:
    tomas = api.users_info(user=TOMAS.id)["user"]
    assert tomas["team_id"] == SUPPLIER.id
    assert "email" not in tomas["profile"]
    assert tomas["is_stranger"] is False
    assert api.users_info(user=INES.id)["user"]["is_stranger"] is True


def test_a_guest_carries_the_hosts_team_and_is_restricted(api: WebClient) -> None:
    greta = api.users_info(user=GRETA.id)["user"]
    assert greta["team_id"] == HOST.id
    assert greta["is_restricted"] is True


def test_the_app_is_a_bot_among_the_users(api: WebClient) -> None:
    bots = [m["id"] for m in api.users_list()["members"] if m["is_bot"]]
    assert bots == [BOT_USER]


def test_nobody_is_refused(api: WebClient) -> None:
    assert refusal(lambda: api.users_info(user="U9")) == "user_not_found"


def test_a_list_comes_in_pages(api: WebClient) -> None:
    first = api.users_list(limit=4)
    rest = api.users_list(limit=4, cursor=first["response_metadata"]["next_cursor"])
    ids = [m["id"] for m in (*first["members"], *rest["members"])]
    assert len(ids) == len(set(ids)) == 6
    assert rest["response_metadata"]["next_cursor"] == ""
