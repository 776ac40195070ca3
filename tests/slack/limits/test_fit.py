"""The last guard before Slack: what it would refuse is found, or made to fit."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.slack import blocks as write
from bot.slack.blocks import Block, Option
from bot.slack.limits import faults_of_message, faults_of_view, fitted_message, fitted_view
from bot.slack.limits.fit import LEFT_OUT, NO_WORDS
from bot.slack.limits.kinds import MESSAGE_KINDS, MODAL_KINDS, VIEWS
from bot.slack.text import Mrkdwn
from tests.slack.limits.trees import anything, near, texts

slow_to_draw = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def section(text: str) -> Block:
    return write.section(Mrkdwn(text))


def press(action: str = "open_case", value: str = "case-1") -> dict[str, Any]:
    return write.button("Tell your side", action, value)


CARD = (
    write.header("#3 Late deliveries"),
    section("*Northwind* and *Contoso* see this differently."),
    write.fields(Mrkdwn("*Stage*\nClarifying"), Mrkdwn("*Next*\nEach side tells its side")),
    write.divider(),
    write.actions(press(), press("withdraw"), block_id="case:3"),
    write.context(Mrkdwn("Without prejudice.")),
)
FORM = write.modal(
    "Tell your side",
    [
        write.text_input("What happened", "happened", value="It was late."),
        write.select("Kind", "kind", [Option("Price", "price"), Option("Other", "o")], chosen="o"),
        write.radio("Share this?", "share", [Option("Yes", "y"), Option("No", "n")], chosen="n"),
        write.checkboxes("Never", "never", [Option("45 days", "t1=45")], chosen=["t1=45"]),
        write.multi_select("Most", "most", [Option("Price", "p")], chosen=["p"], at_most=2),
        write.person_input("Owner", "owner", chosen="U0001"),
        write.date_input("Due", "due"),
    ],
    callback="tell_side",
    about={"case": "c1"},
    submit="Save",
)


class TestWhatFits:
    def test_a_card_comes_back_as_it_was(self) -> None:
        assert faults_of_message("A new case", CARD) == ()
        assert fitted_message("A new case", CARD) == ("A new case", list(CARD))

    def test_a_form_comes_back_as_it_was(self) -> None:
        assert faults_of_view(FORM) == ()
        assert fitted_view(FORM) == FORM

    def test_a_home_tab_needs_neither_title_nor_submit(self) -> None:
        home = {"type": "home", "blocks": [write.text_input("Note", "note")]}
        assert faults_of_view(home) == ()
        assert fitted_view(home) == home


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("block", "where"),
        [
            (section("x" * 3_001), "blocks[0].text.text"),
            (section("  "), "blocks[0].text.text"),
            ({"type": "section"}, "blocks[0]"),
            (write.fields(*[Mrkdwn("x")] * 11), "blocks[0].fields"),
            (write.fields(Mrkdwn("x" * 2_001)), "blocks[0].fields[0].text"),
            (write.actions(*[press(f"a{i}") for i in range(26)]), "blocks[0].elements"),
            (write.actions(press(), press()), "blocks[0].elements[1].action_id"),
            (write.actions(press(value="x" * 2_001)), "blocks[0].elements[0].value"),
            (write.actions(press("x" * 256)), "blocks[0].elements[0].action_id"),
            (write.context(*[Mrkdwn("x")] * 11), "blocks[0].elements"),
            (
                {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
                "blocks[0].text.text",
            ),
            ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "blocks[0].text.type"),
            ({"type": "image", "image_url": "https://x.example/a.png"}, "blocks[0].alt_text"),
            ({"type": "divider", "colour": "red"}, "blocks[0].colour"),
            ({"type": "marquee"}, "blocks[0].type"),
            ({"type": "alert", "text": {"type": "mrkdwn", "text": "x"}}, "blocks[0].type"),
            ({"type": "markdown", "text": "x" * 12_001}, "blocks[0].text"),
            ({"type": "card", "body": {"type": "mrkdwn", "text": "x" * 201}}, "blocks[0].body"),
            ({"type": "card", "subtitle": {"type": "mrkdwn", "text": "x"}}, "blocks[0]"),
            (
                {"type": "rich_text", "elements": [{"type": "broadcast", "range": "channel"}]},
                "blocks[0].elements[0].type",
            ),
            ("not a block", "blocks[0].type"),
        ],
    )
    def test_a_block_that_slack_would_refuse(self, block: Any, where: str) -> None:
        assert any(f.startswith(where) for f in faults_of_message("Hello", [block]))
        text, kept = fitted_message("Hello", [block])
        assert faults_of_message(text, kept) == ()

    @pytest.mark.parametrize("text", ["", "   ", None, "x" * 4_001])
    def test_a_message_without_a_text_for_the_notification(self, text: Any) -> None:
        assert any(f.startswith("text") for f in faults_of_message(text, CARD))

    def test_more_than_fifty_blocks_and_ids_that_stand_there_twice(self) -> None:
        rows = [write.section(Mrkdwn("x"), block_id="same")] * 51
        found = faults_of_message("Hello", rows)
        assert "blocks: are 51, and at most 50 are taken" in found
        assert "blocks[1].block_id: stands there twice" in found

    def test_texts_that_are_too_long_together(self) -> None:
        assert any("together" in f for f in faults_of_message("Hello", [section("x" * 2_900)] * 5))

    def test_markdown_that_is_too_long_together(self) -> None:
        blocks = [{"type": "markdown", "text": "x"}, {"type": "markdown", "text": "x" * 12_000}]
        assert any("markdown together" in f for f in faults_of_message("Hello", blocks))
        assert faults_of_message("Hello", blocks[1:]) == ()
        assert faults_of_message(*fitted_message("Hello", blocks)) == ()

    @pytest.mark.parametrize(
        ("change", "where"),
        [
            ({"title": {"type": "plain_text", "text": "x" * 25}}, "view.title.text"),
            ({"submit": {"type": "plain_text", "text": "x" * 25}}, "view.submit.text"),
            ({"close": {"type": "plain_text", "text": "x" * 25}}, "view.close.text"),
            ({"private_metadata": "x" * 3_001}, "view.private_metadata"),
            ({"callback_id": "x" * 256}, "view.callback_id"),
            ({"external_id": "x" * 256}, "view.external_id"),
            ({"blocks": []}, "view.blocks"),
            ({"blocks": [section("x")] * 101}, "view.blocks"),
            ({"blocks": [{"type": "markdown", "text": "x"}]}, "view.blocks[0].type"),
            ({"type": "sheet"}, "view.type"),
        ],
    )
    def test_a_view_that_slack_would_refuse(self, change: dict[str, Any], where: str) -> None:
        view = {**FORM, **change}
        assert any(f.startswith(where) for f in faults_of_view(view))
        assert faults_of_view(fitted_view(view)) == ()

    def test_a_form_that_nobody_could_send(self) -> None:
        form = {k: v for k, v in FORM.items() if k != "submit"}
        assert any(f.startswith("view.submit") for f in faults_of_view(form))
        assert fitted_view(form)["submit"]["text"] == "Save"

    def test_two_inputs_that_both_want_the_focus(self) -> None:
        asked = [write.text_input("A", "a"), write.text_input("B", "b")]
        for block in asked:
            block["element"]["focus_on_load"] = True
        form = {**FORM, "blocks": asked}
        assert any("focus" in f for f in faults_of_view(form))
        kept = fitted_view(form)["blocks"]
        assert [b["element"]["focus_on_load"] for b in kept] == [True, False]


class TestMenus:
    def element(self, block: Block, **change: Any) -> dict[str, Any]:
        return {**FORM, "blocks": [{**block, "element": {**block["element"], **change}}]}

    def fitted(self, view: dict[str, Any]) -> dict[str, Any]:
        assert faults_of_view(view)
        made = fitted_view(view)
        assert faults_of_view(made) == ()
        element: dict[str, Any] = made["blocks"][0]["element"]
        return element

    def test_a_choice_that_is_not_offered_is_taken_back(self) -> None:
        stranger = {"text": {"type": "plain_text", "text": "Else"}, "value": "else"}
        for block in (FORM["blocks"][1], FORM["blocks"][2]):
            assert "initial_option" not in self.fitted(self.element(block, initial_option=stranger))

    def test_a_choice_that_was_cut_is_still_the_one_that_is_offered(self) -> None:
        long = {"text": {"type": "plain_text", "text": "x" * 90}, "value": "long"}
        view = self.element(FORM["blocks"][1], options=[long], initial_option=long)
        element = self.fitted(view)
        assert element["initial_option"] == element["options"][0]

    def test_no_more_options_are_offered_than_slack_shows(self) -> None:
        many = [
            {"text": {"type": "plain_text", "text": f"{i}"}, "value": f"{i}"} for i in range(101)
        ]
        select, radio = FORM["blocks"][1], FORM["blocks"][2]
        assert len(self.fitted(self.element(select, options=many))["options"]) == 100
        assert len(self.fitted(self.element(radio, options=many))["options"]) == 10

    def test_an_option_whose_value_is_too_long_is_left_out_not_cut(self) -> None:
        option = {"text": {"type": "plain_text", "text": "x"}, "value": "v" * 151}
        good = FORM["blocks"][1]["element"]["options"]
        element = self.fitted(self.element(FORM["blocks"][1], options=[option, *good]))
        assert element["options"] == good

    def test_what_a_text_box_begins_with_is_no_longer_than_the_box(self) -> None:
        view = self.element(FORM["blocks"][0], max_length=10, initial_value="x" * 30)
        assert self.fitted(view)["initial_value"] == "x" * 9 + "…"

    def test_a_number_needs_to_say_whether_it_may_be_broken(self) -> None:
        number = {"type": "number_input", "action_id": "n"}
        view = {**FORM, "blocks": [{**FORM["blocks"][0], "element": number}]}
        assert any("is_decimal_allowed" in f for f in faults_of_view(view))


class TestTables:
    def table(self, kind: str, rows: list[list[str]], **more: Any) -> Block:
        cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]
        return {"type": kind, "rows": cells, **more}

    def test_a_data_table_has_a_caption_a_row_and_even_rows(self) -> None:
        good = self.table("data_table", [["Term", "Today"], ["Days", "30"]], caption="Terms")
        assert faults_of_message("Terms", [good]) == ()
        for bad in (
            {k: v for k, v in good.items() if k != "caption"},
            self.table("data_table", [["Term"]], caption="Terms"),
            self.table("data_table", [["Term", "Today"], ["Days"]], caption="Terms"),
        ):
            assert faults_of_message("Terms", [bad])

    def test_rows_are_filled_up_and_columns_cut_off(self) -> None:
        rows = [["x"] * 21, ["y"]]
        text, kept = fitted_message("T", [self.table("data_table", rows, caption="Terms")])
        assert faults_of_message(text, kept) == ()
        assert [len(row) for row in kept[0]["rows"]] == [20, 20]

    def test_a_table_that_holds_too_much_text_loses_its_last_rows(self) -> None:
        block = self.table("table", [[f"{i}" + "x" * 1_990] for i in range(9)])
        _, kept = fitted_message("T", [block])
        assert [row[0]["text"][0] for row in kept[0]["rows"]] == ["0", "1", "2", "3", "4"]

    def test_only_one_table_stands_in_a_message(self) -> None:
        block = self.table("table", [["a"]])
        assert "blocks: hold more than one table" in faults_of_message("T", [block, block])
        _, kept = fitted_message("T", [block, block])
        assert [b["type"] for b in kept] == ["table", "context"]


class TestWhatIsLeftOut:
    def test_a_long_message_keeps_its_head_and_its_buttons_and_says_so(self) -> None:
        rows = [section(f"row {i}") for i in range(60)]
        text, kept = fitted_message("Hello", [*CARD[:1], *rows, CARD[4]])
        assert len(kept) == 50
        assert kept[0] == CARD[0]
        assert CARD[4] in kept
        assert kept[-1]["elements"][0]["text"] == LEFT_OUT
        assert faults_of_message(text, kept) == ()

    def test_a_view_of_more_than_250_kilobytes_loses_its_last_paragraphs(self) -> None:
        view = {**FORM, "blocks": [*[section("ö" * 2_900)] * 30, *FORM["blocks"]]}
        assert any("bytes" in f for f in faults_of_view(view))
        made = fitted_view(view)
        assert len(json.dumps(made)) <= 250_000
        assert [b for b in made["blocks"] if b["type"] == "input"] == FORM["blocks"]

    def test_what_belongs_elsewhere_keeps_its_words(self) -> None:
        alert = {"type": "alert", "text": {"type": "mrkdwn", "text": "Careful"}}
        _, kept = fitted_message("Hello", [alert])
        assert kept == [{"type": "section", "text": {"type": "mrkdwn", "text": "Careful"}}]
        made = fitted_view({**FORM, "blocks": [{"type": "markdown", "text": "**Terms**"}]})
        assert made["blocks"][0]["text"]["text"] == "**Terms**"

    def test_a_missing_notice_is_taken_from_the_first_words(self) -> None:
        assert fitted_message("", CARD)[0] == "#3 Late deliveries"
        assert fitted_message("", [write.divider()])[0] == NO_WORDS

    def test_an_id_is_never_cut_in_two(self) -> None:
        made = fitted_view({**FORM, "private_metadata": "x" * 3_001, "callback_id": "y" * 256})
        assert "private_metadata" not in made
        assert "callback_id" not in made


class TestWhateverComes:
    @slow_to_draw
    @given(text=anything | texts(4_000), blocks=st.lists(near(MESSAGE_KINDS), max_size=4))
    def test_a_fitted_message_has_no_faults(self, text: Any, blocks: list[Any]) -> None:
        before = json.dumps(blocks)
        made, kept = fitted_message(text, blocks)
        assert faults_of_message(made, kept) == ()
        assert json.dumps(blocks) == before

    @slow_to_draw
    @given(blocks=st.lists(near(MESSAGE_KINDS), min_size=1, max_size=2), times=st.integers(1, 60))
    def test_nor_has_one_of_many_blocks(self, blocks: list[Any], times: int) -> None:
        text, kept = fitted_message("Hello", blocks * times)
        assert faults_of_message(text, kept) == ()

    @slow_to_draw
    @given(view=near(VIEWS))
    @example(view={})
    @example(view=None)
    @example(view={"type": "modal", "title": {"type": "plain_text", "text": " "}, "blocks": [[]]})
    def test_a_fitted_view_has_no_faults(self, view: Any) -> None:
        assert faults_of_view(fitted_view(view)) == ()

    @slow_to_draw
    @given(blocks=st.lists(near(MODAL_KINDS), max_size=4))
    def test_what_fits_once_stays_as_it_is(self, blocks: list[Any]) -> None:
        once = fitted_view({**FORM, "blocks": blocks})
        assert fitted_view(once) == once

    @slow_to_draw
    @given(blocks=anything)
    def test_a_message_of_anything_at_all_can_be_sent(self, blocks: Any) -> None:
        text, kept = fitted_message("Hello", blocks)
        assert faults_of_message(text, kept) == ()
