"""A person can do what Slack lets people do, sees the outcome, and every tap and word counts."""

import pytest

from bot.sandbox.opening import MARIA, SHARED, TOMAS, WITH_GUEST
from bot.sandbox.person import Person
from bot.sandbox.refusals import NoAnswer, PersonRefused
from bot.sandbox.server import Sandbox
from bot.sandbox.world import BOT_USER
from tests.sandbox.apps import web_client
from tests.sandbox.modals import (
    EVERYTHING,
    actions,
    button,
    field,
    modal,
    option,
    plain,
    text_field,
)
from tests.sandbox.recorder import JSON, Recorder


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


@pytest.fixture
def tomas(sandbox: Sandbox) -> Person:
    return sandbox.person("tomas")


def show_form(recorder: Recorder, person: Person, view: JSON) -> None:
    """Open a form on somebody's screen, through the app; taps start from zero after it."""
    recorder.opens = view
    person.global_shortcut("open")
    recorder.opens = None
    person.taps = 0


def show_buttons(sandbox: Sandbox, *elements: JSON, text: str = "Choose") -> str:
    """Put a message with these elements into the shared channel."""
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": text}}, actions(*elements)]
    posted = web_client(sandbox).chat_postMessage(channel=SHARED, text=text, blocks=blocks)
    return str(posted["ts"])


# Writing


def test_what_one_writes_the_others_read(maria: Person, tomas: Person) -> None:
    ts = maria.post(SHARED, "Four days late again")
    seen = tomas.screen(SHARED).messages[-1]
    assert (seen.ts, seen.author, seen.text) == (ts, "Maria Lopez", "Four days late again")
    assert maria.words == 4


@pytest.mark.parametrize("typed", ["<!channel>", "<@U0TOMAS0001>", "a < b & c", "🙂 שלום *x*"])
def test_typed_characters_stay_characters_and_notify_nobody(
    sandbox: Sandbox, maria: Person, tomas: Person, typed: str
) -> None:
    maria.post(SHARED, typed)
    assert tomas.screen(SHARED).messages[-1].text == typed
    assert sandbox.stage.pings() == []


def test_a_mention_notifies_whom_it_names(sandbox: Sandbox, maria: Person) -> None:
    maria.mention(SHARED, "have you seen this", who=[TOMAS.id])
    maria.mention(SHARED, "please help")
    assert [p["who"] for p in sandbox.stage.pings()] == [TOMAS.id, BOT_USER]
    assert maria.screen(SHARED).messages[0].text == "@Tomas Berg have you seen this"


def test_a_message_of_the_app_that_names_everybody_is_noticed(sandbox: Sandbox) -> None:
    web_client(sandbox).chat_postMessage(channel=SHARED, text="<!here> all")
    assert [(p["by"], p["who"]) for p in sandbox.stage.pings()] == [(BOT_USER, "here")]


def test_a_thread_shows_its_root_and_replies_alone(maria: Person, tomas: Person) -> None:
    root = maria.post(SHARED, "late")
    maria.post(SHARED, "something else")
    tomas.post(SHARED, "we warned you", root)
    assert [m.text for m in maria.thread(SHARED, root).messages] == ["late", "we warned you"]


def test_only_the_author_edits_and_deletes(maria: Person, tomas: Person) -> None:
    ts = maria.post(SHARED, "four days")
    with pytest.raises(PersonRefused, match="Only its author"):
        tomas.edit(SHARED, ts, "no days")
    maria.edit(SHARED, ts, "three days")
    seen = tomas.screen(SHARED).messages[0]
    assert (seen.text, seen.edited) == ("three days", True)
    maria.delete(SHARED, ts)
    assert tomas.screen(SHARED).messages == ()


def test_a_reaction_is_seen_with_its_giver(maria: Person, tomas: Person) -> None:
    ts = maria.post(SHARED, "late")
    tomas.react(SHARED, ts, "scales")
    assert maria.screen(SHARED).messages[0].reactions == (":scales: Tomas Berg",)


def test_a_reaction_is_taken_back_by_who_gave_it(maria: Person, tomas: Person) -> None:
    ts = maria.post(SHARED, "late")
    tomas.react(SHARED, ts, "scales")
    with pytest.raises(PersonRefused, match="not reacted with :scales:"):
        maria.take_back(SHARED, ts, "scales")
    tomas.take_back(SHARED, ts, "scales")
    assert maria.screen(SHARED).messages[0].reactions == ()


def test_a_reply_can_be_sent_to_its_channel_too_and_nothing_else_can(
    sandbox: Sandbox, maria: Person
) -> None:
    root = maria.post(SHARED, "late")
    reply = maria.post(SHARED, "very late", root, to_channel=True)
    listed = web_client(sandbox).conversations_history(channel=SHARED)["messages"]
    [told] = [m for m in listed if m["ts"] == reply]
    assert (told["subtype"], told["root"]["ts"]) == ("thread_broadcast", root)
    with pytest.raises(PersonRefused, match="Only a reply in a thread"):
        maria.post(SHARED, "late", to_channel=True)


def test_a_channel_one_is_not_in_is_closed(sandbox: Sandbox, tomas: Person) -> None:
    with pytest.raises(PersonRefused, match="not in this channel"):
        tomas.post(WITH_GUEST, "hello")
    with pytest.raises(PersonRefused, match="not in this channel"):
        tomas.screen(WITH_GUEST)
    sandbox.stage.remove_from_channel(SHARED, TOMAS.id)
    with pytest.raises(PersonRefused, match="not in this channel"):
        tomas.screen(SHARED)


def test_nobody_writes_in_an_archived_channel(sandbox: Sandbox, maria: Person) -> None:
    sandbox.stage.archive_channel(SHARED)
    with pytest.raises(PersonRefused, match="archived"):
        maria.post(SHARED, "hello")


def test_nobody_unknown_is_there(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused, match="Nobody here is called zoe"):
        sandbox.person("zoe")
    with pytest.raises(PersonRefused, match="Nobody"):
        sandbox.person("parley")


# Commands and shortcuts


def test_a_command_reaches_the_app_with_its_text(recorder: Recorder, maria: Person) -> None:
    maria.command("/parley", "raise late & wrong", SHARED)
    body = recorder.wait("/parley")[0]
    assert (body["text"], body["channel_id"]) == ("raise late &amp; wrong", SHARED)
    assert maria.words == 5


def test_the_answer_to_a_command_is_seen_by_whoever_gave_it(
    recorder: Recorder, maria: Person, tomas: Person
) -> None:
    recorder.answers["/parley"] = {"text": "Here is *how*"}
    maria.command("/parley", "help", SHARED)
    answer = maria.screen(SHARED).messages[-1]
    assert (answer.text, answer.ephemeral) == ("Here is how", True)
    assert tomas.screen(SHARED).messages == ()


def test_the_answer_to_a_command_is_seen_by_all_when_in_channel(
    recorder: Recorder, maria: Person, tomas: Person
) -> None:
    recorder.answers["/parley"] = {"text": "Digest", "response_type": "in_channel"}
    maria.command("/parley", "digest", SHARED)
    assert tomas.screen(SHARED).messages[-1].text == "Digest"


def test_commands_do_not_work_in_threads(maria: Person) -> None:
    with pytest.raises(PersonRefused, match="not supported in threads"):
        maria.command("/parley", "help", SHARED, thread_ts="1.0")


def test_a_message_shortcut_brings_the_message_along(recorder: Recorder, maria: Person) -> None:
    ts = maria.post(SHARED, "late")
    maria.message_shortcut("raise_issue", SHARED, ts)
    body = recorder.wait("message_action")[0]
    assert (body["message"]["text"], body["message_ts"]) == ("late", ts)
    assert maria.taps == 2


def test_only_what_the_manifest_declares_is_in_the_menus(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    shortcut = {"name": "Raise an issue", "callback_id": "raise_issue", "type": "message"}
    features = {"slash_commands": [{"command": "/parley"}], "shortcuts": [shortcut]}
    sandbox.stage.declare_app({"features": features})
    ts = maria.post(SHARED, "late")
    maria.message_shortcut("Raise an issue", SHARED, ts)
    assert recorder.wait("message_action")[0]["callback_id"] == "raise_issue"
    with pytest.raises(PersonRefused, match="no shortcut"):
        maria.message_shortcut("Just clarify", SHARED, ts)
    with pytest.raises(PersonRefused, match="no shortcut"):
        maria.global_shortcut("Raise an issue")
    with pytest.raises(PersonRefused, match="not a valid command"):
        maria.command("/other", "x", SHARED)


def test_a_silent_app_is_told_to_whoever_waits(recorder: Recorder, maria: Person) -> None:
    recorder.silent = {"/parley", "shortcut"}
    with pytest.raises(NoAnswer, match="did not respond"):
        maria.command("/parley", "help", SHARED)
    with pytest.raises(NoAnswer, match="trouble connecting"):
        maria.global_shortcut("any")


# Buttons and menus under messages


def test_a_button_is_pressed_by_its_label(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    ts = show_buttons(sandbox, button("Yes", value="case-1"), button("No"))
    maria.click("Yes", channel=SHARED)
    body = recorder.wait("block_actions")[0]
    assert (body["actions"][0]["value"], body["message"]["ts"]) == ("case-1", ts)
    assert maria.taps == 1


def test_a_button_that_is_not_on_the_screen_cannot_be_pressed(
    sandbox: Sandbox, maria: Person
) -> None:
    ts = show_buttons(sandbox, button("Yes"), button("No"))
    with pytest.raises(PersonRefused, match=r"No “Maybe” .* Yes, No"):
        maria.click("Maybe", channel=SHARED)
    with pytest.raises(PersonRefused, match="only: Yes, No"):
        maria.click("Maybe", message=ts, channel=SHARED)
    with pytest.raises(PersonRefused, match="in which channel"):
        maria.click("Yes")


def test_the_newest_message_with_the_button_is_meant_unless_one_is_named(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    first = show_buttons(sandbox, button("Yes"), text="First")
    second = show_buttons(sandbox, button("Yes"), text="Second")
    maria.click("Yes", channel=SHARED)
    maria.click("Yes", message=maria.screen(SHARED).find("First"))
    bodies = recorder.wait("block_actions", 2)
    assert [b["message"]["ts"] for b in bodies] == [second, first]


def test_two_buttons_of_one_name_in_a_message_are_not_told_apart(
    sandbox: Sandbox, maria: Person
) -> None:
    show_buttons(sandbox, button("Yes", "a"), button("Yes", "b"))
    with pytest.raises(PersonRefused, match="2 called “Yes”"):
        maria.click("Yes", channel=SHARED)


def test_a_button_of_a_message_that_changed_cannot_be_pressed(
    sandbox: Sandbox, maria: Person
) -> None:
    ts = show_buttons(sandbox, button("Yes"))
    before = maria.screen(SHARED).find("Choose")
    web_client(sandbox).chat_update(channel=SHARED, ts=ts, text="Closed")
    with pytest.raises(PersonRefused):
        maria.click("Yes", message=before)


def test_a_button_that_asks_for_confirmation_costs_two_taps(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    asks = {"title": plain("Sure?"), "text": plain("x"), "confirm": plain("y"), "deny": plain("n")}
    show_buttons(sandbox, button("Withdraw", confirm=asks))
    maria.click("Withdraw", channel=SHARED)
    assert maria.taps == 2


def test_an_overflow_menu_is_opened_and_chosen_from(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    menu = {"type": "overflow", "action_id": "m", "options": [option("Edit"), option("Withdraw")]}
    show_buttons(sandbox, menu)
    maria.click("Withdraw", channel=SHARED)
    action = recorder.wait("block_actions")[0]["actions"][0]
    assert action["selected_option"]["value"] == "withdraw"
    assert maria.taps == 2


def test_a_choice_under_a_message_is_sent_and_kept_on_that_screen(
    sandbox: Sandbox, recorder: Recorder, maria: Person, tomas: Person
) -> None:
    placeholder = {"placeholder": plain("Kind")}
    options = {"options": [option("Delivery"), option("Price")]}
    show_buttons(sandbox, {"type": "static_select", "action_id": "k"} | placeholder | options)
    maria.pick("Kind", "Price", channel=SHARED)
    assert recorder.wait("block_actions")[0]["actions"][0]["selected_option"]["value"] == "price"
    assert maria.screen(SHARED).messages[-1].controls[0].value == ("Price",)
    assert tomas.screen(SHARED).messages[-1].controls[0].value == ()


# Forms


def test_a_form_is_read_with_its_fields_and_what_they_hold(
    recorder: Recorder, maria: Person, tomas: Person
) -> None:
    show_form(recorder, maria, EVERYTHING)
    form = maria.form()
    assert (form.title, form.submit, form.close) == ("Everything", "Send", "Cancel")
    assert form.text == "Shared with @Tomas Berg"
    assert form.value("Kind") == "Delivery"
    assert form.field("Urgency").options == ("Low", "High")
    assert form.field("Ask").optional
    assert not form.field("Who").optional
    assert form.buttons == ("Fine-tune",)
    assert tomas.modal() is None


def test_every_kind_of_field_reaches_the_app(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, EVERYTHING)
    maria.fill("What happened?", "Late\nand wrong")
    maria.fill("Days late", "4")
    maria.choose("Kind", "Price")
    maria.choose("Urgency", "High")
    maria.check("Ask", "Phone", "Mail")
    maria.pick_person("Who", TOMAS.id)
    maria.pick_person("Others", MARIA.id, TOMAS.id)
    maria.pick_date("Until", "2026-12-01")
    maria.pick_date("At", "14:30")
    maria.pick_channel("Where", SHARED)
    assert maria.submit() == {}
    values = recorder.wait("view_submission")[0]["view"]["state"]["values"]
    held = {
        name: next(v for k, v in block["value"].items() if k != "type")
        for name, block in values.items()
    }
    assert held["what_happened?"] == "Late\nand wrong"
    assert held["days_late"] == "4"
    assert held["kind"]["value"] == "price"
    assert held["urgency"]["value"] == "high"
    assert [o["value"] for o in held["ask"]] == ["phone", "mail"]
    assert (held["who"], held["others"]) == (TOMAS.id, [MARIA.id, TOMAS.id])
    assert (held["until"], held["at"], held["where"]) == ("2026-12-01", "14:30", SHARED)
    assert (maria.taps, maria.words) == (13, 4)


def test_a_form_is_read_back_as_it_was_filled_in(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, EVERYTHING)
    maria.choose("Urgency", "Low")
    maria.pick_person("Others", MARIA.id, TOMAS.id)
    form = maria.form()
    assert (form.value("Urgency"), form.value("Others")) == ("Low", "Maria Lopez, Tomas Berg")


def test_choosing_what_is_chosen_already_costs_nothing(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, EVERYTHING)
    maria.choose("Kind", "Delivery")
    assert maria.taps == 0
    maria.choose("Kind", "Price")
    assert maria.taps == 1


def test_required_fields_are_asked_for_before_anything_is_sent(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, EVERYTHING)
    errors = maria.submit()
    assert set(errors) == {"What happened?", "Days late", "Urgency", "Who", "Until"}
    assert maria.form().errors == errors
    assert "view_submission" not in recorder.kinds()


def test_the_apps_errors_are_told_by_label_and_the_form_stays_filled_in(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, modal(text_field("Why")))
    recorder.answers["form"] = {"response_action": "errors", "errors": {"why": "Say more."}}
    maria.fill("Why", "because")
    assert maria.submit() == {"Why": "Say more."}
    assert (maria.form().value("Why"), maria.form().errors) == ("because", {"Why": "Say more."})
    maria.fill("Why", "because of the strike")
    assert maria.form().errors == {}


def test_errors_for_a_block_that_is_no_input_are_trouble(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, modal(text_field("Why")))
    recorder.answers["form"] = {"response_action": "errors", "errors": {"other": "No."}}
    maria.fill("Why", "because")
    with pytest.raises(NoAnswer, match="trouble connecting"):
        maria.submit()
    assert maria.form().value("Why") == "because"


def test_a_submission_without_acknowledgement_leaves_the_form_open_and_filled_in(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, modal(text_field("Why")))
    maria.fill("Why", "because")
    recorder.silent = {"view_submission"}
    with pytest.raises(NoAnswer, match="Try again"):
        maria.submit()
    recorder.silent = set()
    assert maria.form().value("Why") == "because"
    assert maria.submit() == {}
    assert maria.modal() is None


def test_a_submission_can_be_answered_with_another_form(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, modal(text_field("Why"), title="One"))
    maria.fill("Why", "because")
    recorder.answers["form"] = {"response_action": "update", "view": modal(title="Two")}
    assert maria.submit() == {}
    assert maria.form().title == "Two"
    recorder.answers["form"] = {"response_action": "push", "view": modal(title="Three")}
    maria.submit()
    assert maria.form().title == "Three"
    recorder.answers = {}
    maria.submit()
    assert maria.form().title == "Two"


def test_a_submission_can_clear_the_whole_stack(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, modal(actions(button("More")), title="One"))
    recorder.pushes = modal(title="Two")
    maria.press("More")
    assert maria.form().title == "Two"
    recorder.answers["form"] = {"response_action": "clear"}
    maria.submit()
    assert maria.modal() is None


def test_an_answer_with_a_view_that_slack_refuses_is_trouble(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, modal())
    recorder.answers["form"] = {"response_action": "update", "view": modal(title="x" * 25)}
    with pytest.raises(NoAnswer, match="must be less than 25 characters"):
        maria.submit()


def test_a_button_in_a_form_carries_what_has_been_filled_in(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, modal(text_field("Why"), actions(button("Fine-tune"))))
    maria.fill("Why", "because")
    maria.press("Fine-tune")
    body = recorder.wait("block_actions")[0]
    assert body["view"]["state"]["values"]["why"]["value"]["value"] == "because"
    assert (body["container"]["type"], "response_url" in body) == ("view", False)


def test_a_field_tells_the_app_of_changes_only_when_asked_to(
    recorder: Recorder, maria: Person
) -> None:
    kinds = {"type": "static_select", "options": [option("Delivery"), option("Price")]}
    quiet = field("Kind", kinds)
    telling = field("Sort", kinds, dispatch_action=True)
    show_form(recorder, maria, modal(quiet, telling))
    maria.choose("Kind", "Price")
    maria.choose("Sort", "Price")
    bodies = recorder.wait("block_actions")
    assert [b["actions"][0]["block_id"] for b in bodies] == ["sort"]


def test_a_closed_form_is_told_to_the_app_when_it_asked_for_it(
    recorder: Recorder, maria: Person
) -> None:
    show_form(recorder, maria, modal(text_field("Why"), notify_on_close=True))
    maria.fill("Why", "because")
    maria.close()
    body = recorder.wait("view_closed")[0]
    assert body["is_cleared"] is False
    assert body["view"]["state"]["values"]["why"]["value"]["value"] == "because"
    with pytest.raises(PersonRefused, match="No form is open"):
        maria.fill("Why", "x")


def test_the_cross_closes_the_whole_stack(recorder: Recorder, maria: Person) -> None:
    show_form(recorder, maria, modal(actions(button("More")), title="One", notify_on_close=True))
    recorder.pushes = modal(title="Two")
    maria.press("More")
    maria.close(everything=True)
    assert maria.modal() is None
    assert recorder.wait("view_closed")[0]["is_cleared"] is True


# Waiting


def test_waiting_ends_as_soon_as_the_text_is_there(sandbox: Sandbox, maria: Person) -> None:
    show_buttons(sandbox, button("Next"), text="Stage two")
    assert maria.wait_for("Stage two", SHARED).buttons == ("Next",)
    assert maria.wait_for_button("Next", SHARED).text == "Stage two"


def test_waiting_in_vain_ends_with_what_was_seen(maria: Person) -> None:
    maria.post(SHARED, "only this")
    with pytest.raises(AssertionError, match="only this"):
        maria.wait_for("something else", SHARED, timeout=0.05)


def test_the_channels_in_the_sidebar_are_ones_own(maria: Person, tomas: Person) -> None:
    assert maria.channels() == {"northwind-baltic": SHARED, "northwind-hanse": WITH_GUEST}
    assert tomas.channels() == {"northwind-baltic": SHARED}


def test_whoever_leaves_a_channel_is_missed_by_the_app(recorder: Recorder, tomas: Person) -> None:
    tomas.leave(SHARED)
    assert recorder.wait("member_left_channel")[0]["event"]["user"] == TOMAS.id
