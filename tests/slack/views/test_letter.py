"""A letter: a line and a button each, within Slack's limits whatever stands in it."""

from bot.casework.letters import MAX_LINES, Do, Letter, Line, letter
from bot.casework.promised import MOST
from bot.mediation.people import PersonId
from bot.slack.limits import faults_of_message
from bot.slack.views import actions as names
from bot.slack.views.private.letter import letter_blocks, letter_message, pointer_message
from tests.slack.shown import buttons, read

LINES = (
    Line("Was due Wed 18 Mar: Target 97 % (case 3).", Do.DONE, "c3", "k1"),
    Line("Baltic, case 4, Late: sign the text.", Do.OPEN, "c4"),
    Line("Baltic has done: Report (case 3).", Do.CONFIRM, "c3", "k2"),
)


def test_each_line_has_one_button() -> None:
    shown = letter_message(Letter("Your week", LINES))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert buttons(shown.blocks) == ["Mark as done", "Open", "Confirm"]
    pressed = [block["accessory"] for block in letter_blocks(Letter("", LINES))]
    assert [(b["action_id"], b["value"]) for b in pressed] == [
        (names.DONE, "c3:k1"),
        (names.OPEN, "c4"),
        (names.CONFIRM, "c3:k2"),
    ]


def test_the_notification_says_what_it_is_about() -> None:
    assert letter_message(Letter("Your week", LINES)).text.startswith(
        "Your week. Was due Wed 18 Mar: Target 97 % (case 3).; Baltic, case 4"
    )


def test_where_others_read_it_the_person_is_called_to_their_desk_and_nothing_else_is_said() -> None:
    found = Letter("A promise of yours", LINES[:1])
    shown = pointer_message(found, to=PersonId("U1"))
    assert shown.text == "<@U1> There is something for you on My desk."
    assert buttons(shown.blocks) == ["My desk"]
    assert "Target" not in read(shown.blocks)
    assert "<@" not in letter_message(found).text


def test_what_has_no_room_is_counted() -> None:
    found = letter("Your week", LINES * 5)
    shown = letter_message(found)
    assert len(buttons(shown.blocks)) == MAX_LINES
    assert "And 8 more, on My desk." in read(shown.blocks)


def test_what_people_wrote_pings_nobody_and_fits() -> None:
    nasty = tuple(Line("<!channel> " + "x" * 5_000, Do.OPEN, "c" * 60) for _ in range(7))
    shown = letter_message(Letter("<@U9> " + "t" * 500, nasty))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert "<!channel>" not in read(shown.blocks)
    assert "<@U9>" not in shown.text


def test_what_is_confirmed_in_one_tap_is_read_whole_before() -> None:
    text = f"{'B' * 80} has done: {'w' * MOST} (case 123456789)."
    shown = letter_message(Letter("Your week", (Line(text, Do.CONFIRM, "c3", "k1"),) * MAX_LINES))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert read(shown.blocks).count(text) == MAX_LINES
