"""Modals and Home: opened in time, stacked, updated without losing what was typed."""

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import GRETA, MARIA, SHARED, TOMAS
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal, web_client
from tests.sandbox.modals import actions, button, modal, plain, text_field
from tests.sandbox.recorder import JSON, Recorder

HOME: JSON = {"type": "home", "blocks": [actions(button("My desk"))]}


@pytest.fixture
def api(sandbox: Sandbox) -> WebClient:
    return web_client(sandbox)


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


def trigger(recorder: Recorder, maria: Person) -> str:
    """A fresh trigger of Maria's, not yet used."""
    maria.global_shortcut("any")
    return str(recorder.wait("shortcut")[-1]["trigger_id"])


def test_a_trigger_opens_a_modal_on_the_screen_of_whoever_pulled_it(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    view = api.views_open(trigger_id=trigger(recorder, maria), view=modal(title="Hello"))["view"]
    assert maria.form().title == "Hello"
    assert view["root_view_id"] == view["id"]
    assert view["previous_view_id"] is None
    assert (view["state"], view["hash"] != "") == ({"values": {}}, True)


def test_a_trigger_works_once(api: WebClient, recorder: Recorder, maria: Person) -> None:
    spent = trigger(recorder, maria)
    api.views_open(trigger_id=spent, view=modal())
    again = refusal(lambda: api.views_open(trigger_id=spent, view=modal()))
    assert again == "exchanged_trigger_id"


def test_a_trigger_works_for_its_time_only(
    sandbox: Sandbox, api: WebClient, recorder: Recorder, maria: Person
) -> None:
    old = trigger(recorder, maria)
    sandbox.stage.expire_triggers()
    assert refusal(lambda: api.views_open(trigger_id=old, view=modal())) == "expired_trigger_id"


def test_no_trigger_opens_nothing(api: WebClient) -> None:
    assert refusal(lambda: api.views_open(trigger_id="1.2.3", view=modal())) == (
        "invalid_trigger_id"
    )


def test_a_refused_view_does_not_spend_the_trigger(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    kept = trigger(recorder, maria)
    bad = modal(title="x" * 25)
    assert refusal(lambda: api.views_open(trigger_id=kept, view=bad)) == "invalid_arguments"
    assert api.views_open(trigger_id=kept, view=modal())["ok"]


def test_three_modals_stack_and_a_fourth_is_refused(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    first = api.views_open(trigger_id=trigger(recorder, maria), view=modal(title="1"))["view"]
    for number in ("2", "3"):
        fresh = trigger(recorder, maria)
        last = api.views_push(trigger_id=fresh, view=modal(title=number))["view"]
    assert (maria.form().title, last["root_view_id"]) == ("3", first["id"])
    fresh = trigger(recorder, maria)
    assert refusal(lambda: api.views_push(trigger_id=fresh, view=modal())) == ("push_limit_reached")


def test_an_update_keeps_what_was_typed_where_both_ids_stay(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    opened = api.views_open(
        trigger_id=trigger(recorder, maria), view=modal(text_field("Why"), text_field("What"))
    )["view"]
    maria.fill("Why", "because")
    maria.fill("What", "late")
    changed = modal(text_field("Why", initial_value="suggested"), text_field("Whom"))
    api.views_update(view_id=opened["id"], view=changed)
    form = maria.form()
    assert (form.value("Why"), form.value("Whom")) == ("because", "")
    assert form.labels == ("Why", "Whom")


def test_an_update_with_an_old_hash_is_refused(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    view = api.views_open(trigger_id=trigger(recorder, maria), view=modal())["view"]
    newer = api.views_update(view_id=view["id"], hash=view["hash"], view=modal(title="2"))["view"]
    late = refusal(
        lambda: api.views_update(view_id=view["id"], hash=view["hash"], view=modal(title="3"))
    )
    assert late == "hash_conflict"
    api.views_update(view_id=view["id"], hash=newer["hash"], view=modal(title="4"))
    assert maria.form().title == "4"


def test_a_closed_view_is_not_found(api: WebClient, recorder: Recorder, maria: Person) -> None:
    view = api.views_open(trigger_id=trigger(recorder, maria), view=modal())["view"]
    maria.close()
    assert refusal(lambda: api.views_update(view_id=view["id"], view=modal())) == "not_found"


def test_a_view_can_be_named_by_its_external_id_which_is_unique(
    sandbox: Sandbox, api: WebClient, recorder: Recorder, maria: Person
) -> None:
    view = modal(external_id="case-1")
    api.views_open(trigger_id=trigger(recorder, maria), view=view)
    api.views_update(external_id="case-1", view=modal(title="Found"))
    assert maria.form().title == "Found"
    jonas = sandbox.person("jonas")
    jonas.global_shortcut("any")
    other = recorder.wait("shortcut", 2)[-1]["trigger_id"]
    assert refusal(lambda: api.views_open(trigger_id=other, view=view)) == "duplicate_external_id"


def test_opening_again_replaces_what_was_open(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    api.views_open(trigger_id=trigger(recorder, maria), view=modal(title="1"))
    api.views_open(trigger_id=trigger(recorder, maria), view=modal(title="2"))
    maria.close()
    assert maria.modal() is None


def test_home_is_shown_to_its_person_alone(sandbox: Sandbox, api: WebClient) -> None:
    api.views_publish(user_id=MARIA.id, view=HOME)
    home = sandbox.person("maria").home()
    assert home is not None
    assert home.buttons == ("My desk",)
    assert sandbox.person("jonas").home() is None


def test_home_is_replaced_unless_its_hash_is_old(sandbox: Sandbox, api: WebClient) -> None:
    first = api.views_publish(user_id=MARIA.id, view=HOME)["view"]
    header = {"type": "header", "text": plain("Nothing waits")}
    second = api.views_publish(
        user_id=MARIA.id, hash=first["hash"], view=HOME | {"blocks": [header]}
    )["view"]
    assert second["id"] == first["id"]
    assert sandbox.person("maria").wait_for_home("Nothing waits").buttons == ()
    stale = refusal(lambda: api.views_publish(user_id=MARIA.id, hash=first["hash"], view=HOME))
    assert stale == "hash_conflict"


def test_a_guest_has_a_home_and_an_external_person_none(sandbox: Sandbox, api: WebClient) -> None:
    api.views_publish(user_id=GRETA.id, view=HOME)
    assert sandbox.person("greta").home() is not None
    assert refusal(lambda: api.views_publish(user_id=TOMAS.id, view=HOME)) == "user_not_found"


def test_a_button_on_home_carries_its_view_and_a_trigger(
    api: WebClient, recorder: Recorder, maria: Person
) -> None:
    view = api.views_publish(user_id=MARIA.id, view=HOME)["view"]
    recorder.opens = modal(title="Desk")
    maria.press_home("My desk")
    body = recorder.wait("block_actions")[0]
    assert (body["view"]["id"], body["view"]["type"]) == (view["id"], "home")
    assert maria.form().title == "Desk"


def test_opening_home_is_told_to_the_app(recorder: Recorder, maria: Person) -> None:
    maria.open_home()
    event = recorder.wait("app_home_opened")[0]["event"]
    assert (event["user"], event["tab"]) == (MARIA.id, "home")
    assert SHARED != event["channel"] == maria.direct()
    maria.open_home("messages")
    assert recorder.wait("app_home_opened", 2)[1]["event"]["tab"] == "messages"
