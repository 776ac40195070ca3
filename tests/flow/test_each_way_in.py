"""Each way to Parley by itself: shortcuts, commands, mentions, the scales, a letter, Home."""

import pytest

from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.seen import Form
from bot.slack.manifest import manifest
from tests.flow.house import HOST, WORDS, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
LOADING = "One moment…"
WAYS = {
    "Just clarify": "Just clarify",
    "Raise an issue": "Raise an issue",
    "Suggest trade-offs": "Trade-offs",
}
TERMS = "They want payment after 60 days instead of 30."


def form_of(place: Place, title: str) -> Form:
    """Maria's form once it is filled in."""
    return place.maria.wait_for_modal(title, PATIENCE_S, without=LOADING)


def typed(place: Place, words: str) -> str:
    """Maria types a command; what she alone is shown for it."""
    before = len(place.maria.screen(place.channel).messages)
    place.maria.command("/parley", words, place.channel)
    screen = place.maria.wait_for(
        lambda s: len(s.messages) > before, place.channel, PATIENCE_S, called="an answer"
    )
    answer = screen.messages[-1]
    assert answer.ephemeral
    assert answer.text not in place.tomas.screen(place.channel).text
    return answer.text


class TestShortcuts:
    def test_to_raise_fills_the_form_from_the_message(self, place: Place) -> None:
        form = place.form_to_raise()
        assert form.title == "Raise an issue"
        assert form.value("What happened") == WORDS
        assert form.value("Title")
        assert "Between Northwind Foods and Baltic Packaging" in form.text

    def test_to_clarify_asks_the_author_what_was_meant(self, place: Place) -> None:
        place.maria.message_shortcut("Just clarify", place.channel, place.write())
        form = form_of(place, "Just clarify")
        assert form.labels == ("What did you mean?",)
        assert WORDS in form.text

    def test_to_clarify_asks_everybody_else_what_was_understood(self, place: Place) -> None:
        place.jonas.message_shortcut("Just clarify", place.channel, place.write())
        form = place.jonas.wait_for_modal("Just clarify", PATIENCE_S, without=LOADING)
        assert form.labels == ("What did you understand?",)

    def test_from_anywhere_asks_for_the_channel_and_becomes_the_form(self, place: Place) -> None:
        place.maria.global_shortcut("Raise an issue")
        form = place.maria.form()
        assert "In which channel?" in form.text
        place.maria.pick_channel(form.labels[0], place.channel)
        place.maria.wait_for_modal("Between", PATIENCE_S, without=LOADING)
        place.maria.fill("Title", "Pallets without labels")
        place.maria.choose("Your side", "We buy, or our goods are carried")
        assert place.maria.submit() == {}
        place.sees(place.tomas, "Pallets without labels")


class TestCommands:
    def test_raise_alone_opens_an_empty_form(self, place: Place) -> None:
        place.maria.command("/parley", "raise", place.channel)
        form = form_of(place, "Raise an issue")
        assert (form.value("Title"), form.value("What happened")) == ("", "")

    def test_list_without_cases_says_how_to_raise_one(self, place: Place) -> None:
        told = typed(place, "list")
        assert "no open case" in told
        assert "a mention of Parley in a thread" in told

    def test_case_without_a_number_says_how_to_name_one(self, place: Place) -> None:
        assert typed(place, "case") == "Say which case, for example /parley case 3."

    @pytest.mark.parametrize("number", ["99999", "0"])
    def test_a_number_that_no_case_has_is_said_back(self, place: Place, number: str) -> None:
        assert number in typed(place, f"case {number}")

    def test_a_number_longer_than_any_case_has_is_no_number(self, place: Place) -> None:
        told = typed(place, f"case {'9' * 30}")
        assert told == "Case numbers are shorter than that. /parley list shows those open here."

    @pytest.mark.parametrize("words", ["help", "", "tradeoffs"])
    def test_help_lists_what_there_is(self, place: Place, words: str) -> None:
        told = typed(place, words)
        for command in ("raise", "list", "case 3", "tradeoffs", "digest"):
            assert f"/parley {command}" in told


class TestAloneWithParley:
    def test_an_issue_goes_to_the_channel_that_is_chosen_with_what_was_typed(
        self, place: Place
    ) -> None:
        place.maria.command("/parley", "raise Pallets without labels", place.maria.direct())
        form = place.maria.wait_for_modal("In which channel?", PATIENCE_S)
        place.maria.pick_channel(form.labels[0], place.channel)
        place.maria.wait_for_modal("Between", PATIENCE_S, without=LOADING)
        place.maria.choose("Your side", "We buy, or our goods are carried")
        assert place.maria.submit() == {}
        place.sees(place.tomas, "Pallets without labels")

    def test_settings_open_for_the_channel_that_is_chosen(self, place: Place) -> None:
        place.raised()
        place.maria.command("/parley", "settings", place.maria.direct())
        form = place.maria.wait_for_modal("Of which channel?", PATIENCE_S)
        place.maria.pick_channel(form.labels[0], place.channel)
        place.maria.wait_for_modal("This channel's week", PATIENCE_S)

    def test_the_list_is_the_desk_over_all_channels(self, place: Place) -> None:
        place.raised()
        place.maria.command("/parley", "list", place.maria.direct())
        assert "Case " in place.maria.wait_for_modal("My desk", PATIENCE_S).text


class TestMentionsAndReactions:
    @pytest.mark.parametrize("label", WAYS)
    def test_each_button_under_a_mention_opens_its_form_for_either_side(
        self, place: Place, label: str
    ) -> None:
        place.tomas.mention(place.channel, "please help", place.write(TERMS))
        for person in (place.tomas, place.maria):
            assert place.opens(person, label).title == WAYS[label]
            person.close()

    def test_a_mention_in_the_channel_is_answered_in_a_thread_below_it(self, place: Place) -> None:
        ts = place.tomas.mention(place.channel, TERMS)
        place.sees_button(place.tomas, "Suggest trade-offs")
        assert place.tomas.thread(place.channel, ts).find("How can I help")
        assert "Costs you" in place.opens(place.tomas, "Suggest trade-offs").text

    def test_a_mention_in_a_thread_is_about_what_the_thread_began_with(self, place: Place) -> None:
        place.tomas.mention(place.channel, "please help", place.write())
        assert WORDS in place.opens(place.maria, "Raise an issue").value("What happened")

    def test_the_scales_show_the_ways_in_to_who_put_them_there(self, place: Place) -> None:
        ts = place.write(TERMS)
        place.tomas.react(place.channel, ts, "scales")
        place.sees_button(place.tomas, "Just clarify")
        assert place.count("How can I help", place.tomas) == 1
        assert place.count("How can I help", place.maria) == 0
        assert "Costs you" in place.opens(place.tomas, "Suggest trade-offs").text

    def test_the_scales_in_a_thread_are_answered_there_and_the_case_stands_there(
        self, place: Place
    ) -> None:
        root = place.write("Hello")
        reply = place.maria.post(place.channel, TERMS, root)
        place.tomas.react(place.channel, reply, "scales")
        place.sees_button(place.tomas, "Raise an issue")
        assert place.tomas.thread(place.channel, root).find("How can I help")
        form = place.opens(place.tomas, "Raise an issue")
        assert form.value("What happened") == "", "Maria's words are hers"
        assert "60 days" in form.value("Title")
        place.tomas.choose("Your side", "We supply, or we carry")
        assert place.tomas.submit() == {}
        place.sees_button(place.maria, "Tell your side")
        assert place.maria.thread(place.channel, root).find("Case ")

    def test_a_mention_that_goes_to_the_channel_too_is_answered_once_in_its_thread(
        self, place: Place
    ) -> None:
        root = place.write(TERMS)
        place.tomas.mention(place.channel, "please help", root, to_channel=True)
        place.sees_button(place.tomas, "Suggest trade-offs")
        assert place.tomas.thread(place.channel, root).find("How can I help")
        assert place.count("How can I help") == 1
        assert "Costs you" in place.opens(place.tomas, "Suggest trade-offs").text

    def test_scales_that_are_taken_back_leave_everything_as_it_is(self, place: Place) -> None:
        stage, declared = place.house.sandbox.stage, manifest()
        declared["settings"]["event_subscriptions"]["bot_events"].append("reaction_removed")
        stage.declare_app(declared)
        ts = place.write(TERMS)
        place.tomas.react(place.channel, ts, "scales")
        place.sees_button(place.tomas, "Just clarify")
        place.tomas.take_back(place.channel, ts, "scales")
        place.tomas.react(place.channel, ts, "scales")
        place.tomas.wait_for(
            lambda s: s.text.count("How can I help") == 2,
            place.channel,
            PATIENCE_S,
            called="an answer to the second time",
        )
        taken = [a["outcome"] for a in stage.attempts("reaction_removed")]
        stage.declare_app(manifest())
        assert taken == ["acknowledged"]
        assert "Costs you" in place.opens(place.tomas, "Suggest trade-offs").text

    def test_another_emoji_is_nothing_to_parley(self, place: Place) -> None:
        ts = place.write()
        place.tomas.react(place.channel, ts, "tada")
        place.tomas.react(place.channel, ts, "scales")
        place.sees_button(place.tomas, "Just clarify")
        assert place.count("How can I help", place.tomas) == 1


def written_alone(place: Place, text: str, thread_ts: str | None = None) -> str:
    """Maria writes to Parley alone; its answer."""
    direct = place.maria.direct()
    ts = place.maria.post(direct, text, thread_ts)
    screen = place.maria.wait_for(
        # An answer streams, and its buttons come last.
        lambda s: any(m.author == "Parley" and m.ts > ts and m.buttons for m in s.messages),
        direct,
        PATIENCE_S,
    )
    return screen.messages[-1].text


class TestLettersToParleyAlone:
    def test_terms_are_answered_with_trades(self, place: Place) -> None:
        told = written_alone(place, TERMS)
        assert told.startswith("Here is what could be traded.")
        assert told.count("Costs you") == 3

    def test_what_waits_is_told_and_the_button_opens_it(self, place: Place) -> None:
        place.raised()
        told = written_alone(place, "What waits for me?")
        assert told.startswith("This waits for you:")
        assert "Costs you" not in told
        place.maria.click("Tell your side", channel=place.maria.direct())
        assert SAW in form_of(place, "Tell your side").labels

    def test_where_nothing_waits_that_is_said(self, place: Place) -> None:
        assert written_alone(place, "What waits for me?").startswith("Nothing waits for you.")

    def test_a_letter_leads_to_the_form_in_one_press_and_one_choice(self, place: Place) -> None:
        written_alone(place, "hello")
        place.maria.click("Raise an issue", channel=place.maria.direct())
        form = place.maria.wait_for_modal("In which channel?", PATIENCE_S)
        place.maria.pick_channel(form.labels[0], place.channel)
        filled = place.maria.wait_for_modal("Between", PATIENCE_S, without=LOADING)
        assert filled.submit == "Raise it"


class TestHome:
    def test_it_shows_what_waits_and_opens_it(self, place: Place) -> None:
        place.maria.open_home()
        place.maria.wait_for_home("Nothing waits for you", PATIENCE_S)
        place.raised()
        place.maria.open_home()
        place.maria.wait_for_home("Late-delivery penalty", PATIENCE_S)
        place.maria.press_home("Tell your side")
        assert SAW in form_of(place, "Tell your side").labels

    def test_it_shows_nothing_of_channels_that_its_reader_is_not_in(self, place: Place) -> None:
        place.raised()
        elsewhere = place.house.place()
        elsewhere.maria.open_home()
        elsewhere.maria.wait_for_home("Nothing waits for you", PATIENCE_S)

    def test_it_leads_to_the_form_for_any_channel(self, place: Place) -> None:
        place.maria.open_home()
        place.maria.wait_for_home("What waits for you", PATIENCE_S)
        place.maria.press_home("Raise an issue")
        place.maria.pick_channel(place.maria.form().labels[0], place.channel)
        place.maria.wait_for_modal("Between", PATIENCE_S, without=LOADING)

    def test_the_messages_tab_publishes_nothing(self, place: Place) -> None:
        place.maria.open_home("messages")
        written_alone(place, "hello")
        assert place.maria.home() is None

    def test_its_pages_turn_and_each_case_stands_on_one_of_them(self, place: Place) -> None:
        titles = [f"Pallet {n:02d}" for n in range(1, 18)]
        for title in titles:
            told_by_maria(place, title)
        place.maria.open_home()
        first = place.maria.wait_for_home("Page 1 of 2", PATIENCE_S).text
        place.maria.press_home("Older")
        second = place.maria.wait_for_home("Page 2 of 2", PATIENCE_S).text
        assert [(t in first) + (t in second) for t in titles] == [1] * len(titles)
        place.maria.press_home("Newer")
        place.maria.wait_for_home("Page 1 of 2", PATIENCE_S)


def told_by_maria(place: Place, title: str) -> None:
    """A case for which Maria's side has done its part, so that it waits for the other."""
    place.maria.command("/parley", f"raise {title}", place.channel)
    form = form_of(place, "Raise an issue")
    place.maria.fill("Title", title)
    if "Your side" in form.labels:
        place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    screen = place.sees(place.maria, title)
    place.maria.click("Tell your side", message=screen.find(title))
    form_of(place, "Tell your side")
    place.maria.fill(SAW, "It came without a label.")
    place.maria.fill(WANTS, "Labels.")
    assert place.maria.submit() == {}


def test_the_form_of_either_side_names_its_own_first(place: Place) -> None:
    place.tomas.mention(place.channel, "please help", place.write())
    form = place.opens(place.tomas, "Raise an issue")
    assert form.text.startswith(f"Between Baltic Packaging and {HOST}")
