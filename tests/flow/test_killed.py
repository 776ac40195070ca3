"""The bot killed at any moment and started again: nothing is lost, nothing happens twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.play.bot_process import end_bot, start_bot, wait_until_ready
from bot.sandbox.play.hands import PATIENCE_S, Hands
from bot.sandbox.refusals import NoAnswer
from bot.sandbox.server import running_sandbox
from bot.slack.manifest import manifest
from tests.flow.house import House, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"


class Mortal:
    """A bot that can be killed and started again on the same database."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.start()

    def start(self) -> None:
        self.process = start_bot(self.house.sandbox, self.house.folder, pace=0)
        wait_until_ready(self.house.sandbox, self.process, self.house.folder)

    def kill(self) -> None:
        """As kill -9 does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """As who runs it does: asked to end, it ends by itself. Its exit code."""
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE_S)

    def reborn(self) -> None:
        self.kill()
        self.start()


def go_through(place: Place, bot: Mortal) -> None:
    """A whole case; the bot dies right after each thing that matters was sent."""
    place.raised()
    place.both(Hands.tell)
    bot.reborn()
    place.both(Hands.check_part)
    place.sees_button(place.maria, "Look for a package")
    place.maria.click("Look for a package", channel=place.channel)
    place.both(lambda h: h.check_terms({}))
    place.both(Hands.rate)
    bot.reborn()
    place.both(Hands.answer)
    place.both(Hands.sign)
    bot.reborn()
    place.sees(place.maria, "Signed by every side")
    place.sees_button(place.maria, "Mark as done")


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Mortal]:
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        bot = Mortal(House(sandbox, tmp_path))
        yield bot
        end_bot(bot.process)


@pytest.mark.timeout(300)
def test_a_case_comes_through_three_deaths_and_says_everything_once(mortal: Mortal) -> None:
    place = mortal.house.place()
    go_through(place, mortal)
    place.both(lambda h: h.promises("Mark as done", own=True))
    place.both(lambda h: h.promises("Confirm", own=False))
    place.sees(place.maria, "Everything that was promised here has been done")
    said = [m.text for m in place.maria.screen(place.channel).messages if m.author == "Parley"]
    assert sorted(said) == sorted(set(said))


def test_what_is_sent_while_the_bot_is_dead_stays_in_the_form(mortal: Mortal) -> None:
    place = mortal.house.place().raised()
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill(SAW, "The trucks stood at the gate.")
    place.tomas.fill(WANTS, "An answer.")
    mortal.kill()
    with pytest.raises(NoAnswer):
        place.tomas.submit()
    mortal.start()
    assert place.tomas.submit() == {}
    place.sees(place.maria, "Northwind Foods tells its side")


def test_a_mention_made_while_the_bot_is_dead_is_answered_when_it_is_back(mortal: Mortal) -> None:
    place = mortal.house.place()
    mortal.kill()
    place.tomas.mention(place.channel, "please help", place.write())
    mortal.start()
    place.sees_button(place.tomas, "Raise an issue")
    assert place.count("How can I help") == 1


def test_work_that_waited_when_the_bot_was_asked_to_end_is_done_by_the_next_start(
    mortal: Mortal,
) -> None:
    place = mortal.house.place()
    place.form_to_raise()
    place.maria.choose("Your side", "We buy, or our goods are carried")
    stage = mortal.house.sandbox.stage
    stage.refuse_calls("chat.postMessage", "internal_error", 40)  # the card cannot be posted yet
    assert place.maria.submit() == {}
    assert mortal.stop() == 0
    assert stage.sockets() == 0
    stage.clear_faults()
    assert place.count("Case ") == 0
    mortal.start()
    place.sees_button(place.tomas, "Tell your side")
    assert place.count("Case ") == 1


def test_a_bot_that_nothing_happens_to_ends_when_asked_and_leaves_no_complaint(
    mortal: Mortal,
) -> None:
    before = len(mortal.house.log)
    assert mortal.stop() == 0
    told = mortal.house.log[before:]
    assert '"level": "error"' not in told
    assert '"fault":' not in told
    assert "Traceback" not in told
    mortal.start()
