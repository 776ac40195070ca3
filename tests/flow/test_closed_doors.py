"""Channels that Parley is not in or that end in mid-case, people who have gone: said, not lost."""

from collections.abc import Iterator

import pytest

from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.seen import Form
from tests.flow.house import SUPPLIER, House, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
LOADING = "One moment…"
ROLE = "We buy, or our goods are carried"


@pytest.fixture(autouse=True)
def no_fault(house: House) -> Iterator[None]:
    """The bot's log tells of no fault more than before."""
    before = house.faults
    yield
    assert house.faults == before, house.log[-3_000:]


def form_of(place: Place) -> Form:
    return place.maria.wait_for_modal("", PATIENCE_S, without=LOADING)


def told_privately(place: Place, text: str) -> str:
    """What Maria reads in her conversation with Parley."""
    direct = place.maria.direct()
    return place.maria.wait_for(text, direct, PATIENCE_S).find(text).text


def without_parley(place: Place, *, private: bool) -> str:
    """Another channel of the same people, which nobody has invited Parley to."""
    ids = [place.maria.id, place.tomas.id]
    name = f"without-{place.channel.casefold()}-{private}"
    return place.house.sandbox.stage.add_channel(
        name, ids, teams=[place.tomas.team], private=private, with_app=False
    )


class TestWhereParleyIsNot:
    @pytest.mark.parametrize("private", [True, False])
    def test_the_form_says_how_to_invite_it(self, place: Place, private: bool) -> None:
        channel = without_parley(place, private=private)
        place.maria.command("/parley", "raise late again", channel)
        form = form_of(place)
        assert not form.submit
        assert "/invite @Parley" in form.text

    @pytest.mark.parametrize("private", [True, False])
    def test_a_shortcut_on_a_message_there_says_so_too(self, place: Place, private: bool) -> None:
        channel = without_parley(place, private=private)
        ts = place.maria.post(channel, "PO 4711 came in a day late.")
        place.maria.message_shortcut("Just clarify", channel, ts)
        assert "/invite @Parley" in form_of(place).text

    def test_choosing_such_a_channel_from_home_says_so_too(self, place: Place) -> None:
        channel = without_parley(place, private=False)
        place.maria.global_shortcut("Raise an issue")
        place.maria.pick_channel(place.maria.form().labels[0], channel)
        shown = place.maria.wait_for_modal("/invite", PATIENCE_S)
        assert "/invite @Parley" in shown.text

    def test_once_invited_the_same_way_leads_to_the_form(self, place: Place) -> None:
        channel = without_parley(place, private=False)
        place.house.sandbox.stage.add_to_channel(channel)
        place.maria.command("/parley", "raise late again", channel)
        assert form_of(place).submit == "Raise it"

    def test_a_form_sent_after_parley_was_taken_out_is_not_lost(self, place: Place) -> None:
        place.form_to_raise()
        place.maria.choose("Your side", ROLE)
        place.house.sandbox.stage.remove_from_channel(place.channel)
        assert place.maria.submit() == {}
        told = told_privately(place, "/invite @Parley")
        assert "Late-delivery penalty" in told
        place.house.sandbox.stage.add_to_channel(place.channel)
        place.sees_button(place.tomas, "Tell your side")


class TestAChannelThatEnds:
    def test_a_form_sent_after_it_was_archived_is_kept_and_its_sender_told(
        self, place: Place
    ) -> None:
        place.raised()
        place.opens(place.maria, "Tell your side")
        place.maria.fill(SAW, "One day late.")
        place.maria.fill(WANTS, "An answer.")
        place.house.sandbox.stage.archive_channel(place.channel)
        assert place.maria.submit() == {}
        assert "archived" in told_privately(place, "archived")
        place.house.sandbox.stage.unarchive_channel(place.channel)
        assert place.opens(place.jonas, "Tell your side").value(SAW) == "One day late."

    def test_a_case_goes_on_when_the_channel_is_opened_again(self, place: Place) -> None:
        place.raised()
        place.opens(place.maria, "Tell your side")
        place.maria.fill(SAW, "One day late.")
        place.maria.fill(WANTS, "An answer.")
        place.house.sandbox.stage.archive_channel(place.channel)
        assert place.maria.submit() == {}
        told_privately(place, "archived")
        place.house.sandbox.stage.unarchive_channel(place.channel)
        place.opens(place.tomas, "Tell your side")
        place.tomas.fill(SAW, "The trucks stood at the gate.")
        place.tomas.fill(WANTS, "An answer.")
        assert place.tomas.submit() == {}
        place.sees_button(place.maria, "Check your part")

    def test_a_deleted_channel_is_said_to_whoever_sends_a_form(self, place: Place) -> None:
        place.form_to_raise()
        place.maria.choose("Your side", ROLE)
        place.house.sandbox.stage.delete_channel(place.channel)
        assert place.maria.submit() == {}
        told_privately(place, "Late-delivery penalty")

    def test_home_still_opens_what_waits_in_an_archived_channel(self, place: Place) -> None:
        place.raised()
        place.house.sandbox.stage.archive_channel(place.channel)
        place.maria.open_home()
        place.maria.wait_for_home("Late-delivery penalty", PATIENCE_S)
        place.maria.press_home("Tell your side")
        assert SAW in form_of(place).labels


class TestPeopleWhoHaveGone:
    def test_a_deactivated_colleague_stops_nothing(self, place: Place) -> None:
        place.raised()
        place.house.sandbox.stage.deactivate_person(place.jonas.id)
        place.house.sandbox.stage.deactivate_person(place.ines.id)
        for person in (place.maria, place.tomas):
            place.opens(person, "Tell your side")
            person.fill(SAW, "One day late.")
            person.fill(WANTS, "An answer.")
            assert person.submit() == {}
        place.sees_button(place.maria, "Check your part")
        assert place.jonas.id not in place.pinged_by_bot()

    def test_a_deactivated_raiser_stops_nothing_either(self, place: Place) -> None:
        place.raised()
        place.house.sandbox.stage.deactivate_person(place.maria.id)
        place.opens(place.tomas, "Tell your side")
        place.tomas.fill(SAW, "The trucks stood at the gate.")
        place.tomas.fill(WANTS, "An answer.")
        assert place.tomas.submit() == {}
        assert SAW in place.opens(place.jonas, "Tell your side").labels

    def test_a_case_waits_for_a_company_that_left_the_channel_and_goes_on_after(
        self, place: Place
    ) -> None:
        stage = place.house.sandbox.stage
        team = stage.ids()["organisations"][SUPPLIER]
        place.raised()
        stage.unshare_channel(place.channel, team)
        place.sees(place.maria, "This case waits")
        assert "not in this channel at present" in place.opens(place.maria, "Tell your side").text
        place.maria.close(everything=True)
        stage.share_channel(place.channel, team)
        place.sees(place.maria, "goes on where it stood")
        place.opens(place.maria, "Tell your side")
        place.maria.fill(SAW, "One day late.")
        place.maria.fill(WANTS, "An answer.")
        assert place.maria.submit() == {}
        place.sees(place.maria, "Baltic Packaging tells its side")
