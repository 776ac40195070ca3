"""Messages edited, deleted, sent twice, late or out of order: what people see follows them once."""

from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import WORDS, Place

DELETED = "(this message was deleted)"
MEANT = "What did you mean?"
NEXT = "One moment…"
LATER = "PO 4711 came in two days late."


def asked_to_clarify(place: Place) -> Place:
    """Maria has asked what a message of hers meant; the other line is awaited."""
    place.maria.message_shortcut("Just clarify", place.channel, place.write())
    place.maria.wait_for_modal("Just clarify", PATIENCE_S, without=NEXT)
    place.maria.fill(MEANT, "One day, by the window of the contract.")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Add your line")
    return place


def taken(place: Place, kind: str = "message") -> None:
    """Every event of this kind so far has been taken by the bot."""
    stage = place.house.sandbox.stage
    place.maria.wait_for(
        lambda _: all(a["outcome"] == "acknowledged" for a in stage.attempts(kind)[-3:]),
        place.channel,
        PATIENCE_S,
        called=f"every {kind} to be taken",
    )


class TestEdited:
    def test_a_clarification_shows_what_its_message_says_now(self, place: Place) -> None:
        asked_to_clarify(place)
        place.maria.edit(place.channel, place.thread, LATER)
        screen = place.sees(place.tomas, f"wrote:\n>{LATER}")
        assert WORDS not in screen.find("About what").text

    def test_the_form_for_a_line_shows_it_too(self, place: Place) -> None:
        asked_to_clarify(place)
        place.maria.edit(place.channel, place.thread, LATER)
        place.sees(place.tomas, f"wrote:\n>{LATER}")
        assert LATER in place.opens(place.tomas, "Add your line").text

    def test_a_case_raised_from_it_word_by_word_follows(self, place: Place) -> None:
        place.raised()
        place.maria.edit(place.channel, place.thread, LATER)
        place.tomas.wait_for(
            lambda s: LATER in s.find("Case ").text, place.channel, PATIENCE_S, called="the edit"
        )
        assert WORDS not in place.card()

    def test_a_case_whose_raiser_put_it_in_other_words_keeps_them(self, place: Place) -> None:
        place.form_to_raise()
        place.maria.fill("What happened", "One day late, by our count.")
        place.maria.choose("Your side", "We buy, or our goods are carried")
        assert place.maria.submit() == {}
        place.sees_button(place.tomas, "Tell your side")
        place.maria.edit(place.channel, place.thread, LATER)
        place.maria.post(place.channel, "and one more line", place.thread)
        taken(place)
        assert "One day late, by our count." in place.card()

    def test_a_message_that_concerns_no_case_is_nobodys_business(self, place: Place) -> None:
        ts = place.write()
        place.maria.edit(place.channel, ts, LATER)
        place.maria.delete(place.channel, ts)
        taken(place)
        assert place.maria.screen(place.channel).messages == ()


class TestDeleted:
    def test_its_words_leave_the_clarification(self, place: Place) -> None:
        asked_to_clarify(place)
        place.maria.delete(place.channel, place.thread)
        screen = place.sees(place.tomas, DELETED)
        assert WORDS not in screen.text

    def test_its_words_leave_the_case_that_was_raised_from_it(self, place: Place) -> None:
        place.raised()
        place.maria.delete(place.channel, place.thread)
        screen = place.sees(place.tomas, DELETED)
        assert WORDS not in screen.find("Case ").text

    def test_the_title_that_was_made_from_it_goes_too(self, place: Place) -> None:
        place.raised("The pallets with the truffle oil leaked all over the floor of hall B.")
        assert "truffle" in place.card()
        place.maria.delete(place.channel, place.thread)
        place.sees(place.tomas, DELETED)
        assert "truffle" not in place.tomas.screen(place.channel).find("Case ").text

    def test_an_edit_that_comes_after_the_deletion_brings_nothing_back(self, place: Place) -> None:
        asked_to_clarify(place)
        stage = place.house.sandbox.stage
        stage.hold_events("message")
        place.maria.edit(place.channel, place.thread, LATER)
        place.maria.delete(place.channel, place.thread)
        assert stage.release_events(backwards=True) >= 2
        place.sees(place.tomas, DELETED)
        taken(place)
        screen = place.tomas.screen(place.channel)
        assert DELETED in screen.text
        assert LATER not in screen.text


class TestTwice:
    def test_a_mention_is_answered_once(self, place: Place) -> None:
        place.house.sandbox.stage.repeat_events("app_mention")
        place.tomas.mention(place.channel, "please help", place.write())
        place.sees_button(place.tomas, "Raise an issue")
        taken(place, "app_mention")
        assert place.count("How can I help") == 1

    def test_the_scales_are_answered_once(self, place: Place) -> None:
        place.house.sandbox.stage.repeat_events("reaction_added")
        place.tomas.react(place.channel, place.write(), "scales")
        place.sees_button(place.tomas, "Raise an issue")
        taken(place, "reaction_added")
        assert place.count("How can I help", place.tomas) == 1

    def test_a_letter_to_parley_alone_is_answered_once(self, place: Place) -> None:
        direct = place.maria.direct()
        place.house.sandbox.stage.repeat_events("message")
        place.maria.post(direct, "payment after 60 days instead of 30")
        place.maria.wait_for("Costs you", direct, PATIENCE_S)
        taken(place)
        answers = [m for m in place.maria.screen(direct).messages if m.author == "Parley"]
        assert len(answers) == 1

    def test_two_letters_are_two_answers(self, place: Place) -> None:
        direct = place.maria.direct()
        for text in ("payment days", "payment days"):
            place.maria.post(direct, text)
        place.maria.wait_for(
            lambda s: sum(m.author == "Parley" for m in s.messages) == 2, direct, PATIENCE_S
        )


class TestLate:
    def test_a_mention_that_comes_late_is_answered(self, place: Place) -> None:
        stage = place.house.sandbox.stage
        stage.hold_events("app_mention")
        place.tomas.mention(place.channel, "please help", place.write())
        place.tomas.post(place.channel, "Meanwhile we talk on.", place.thread)
        taken(place)
        assert place.count("How can I help") == 0
        stage.release_events()
        place.sees_button(place.tomas, "Raise an issue")

    def test_whoever_joined_can_speak_though_their_coming_is_told_late(self, place: Place) -> None:
        stage = place.house.sandbox.stage
        place.raised()
        stage.hold_events("member_joined_channel")
        nils = place.house.person("Nils Kalna", team=place.tomas.team)
        stage.add_to_channel(place.channel, nils.id)
        told = place.opens(nils, "Tell your side")
        assert told.submit or "seeing which side you are on" in told.text
        stage.release_events()
        for _ in range(20):
            if told.submit:
                break
            nils.close()
            told = place.opens(nils, "Tell your side")
        assert told.submit

    def test_of_two_edits_out_of_order_the_later_one_stands(self, place: Place) -> None:
        asked_to_clarify(place)
        stage = place.house.sandbox.stage
        stage.hold_events("message")
        for text in ("It was one day.", LATER):
            place.maria.edit(place.channel, place.thread, text)
        assert stage.release_events(backwards=True) >= 2
        place.sees(place.tomas, LATER)
        taken(place)
        card = place.tomas.screen(place.channel).messages[-1].text
        assert "It was one day." not in card

    def test_messages_out_of_order_are_read_in_theirs(self, place: Place) -> None:
        stage = place.house.sandbox.stage
        place.tomas.mention(place.channel, "please help", place.write())
        place.sees_button(place.tomas, "Raise an issue")
        stage.hold_events("message")
        for text in ("It was one day.", "It was two days."):
            place.maria.post(place.channel, text, place.thread)
        stage.release_events(backwards=True)
        taken(place)
        form = place.opens(place.maria, "Raise an issue")
        told = form.value("What happened")
        assert told.index(WORDS) < told.index("one day") < told.index("two days")
