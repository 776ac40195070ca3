"""Private forms: they fit Slack, come prefilled, are read back exactly, and serve one side."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.casework.asking import Offer
from bot.casework.raise_issue import Other
from bot.casework.shown import (
    ClarifyForm,
    LookAgain,
    Origin,
    QuestionForm,
    RaiseForm,
    Saved,
    TradesShown,
)
from bot.casework.tongues import TONGUES
from bot.mediation.agreement import Settled
from bot.mediation.caucus import BlindAnswer, Choice, PrivateText, Ratings, Reason, Wish
from bot.mediation.issues import Claim, Intake, IssueKind, Urgency
from bot.mediation.people import PersonId, TradeRole, WorkspaceKey
from bot.mediation.refusals import Unclear
from bot.mediation.stages import Stage
from bot.mediation.terms import MAX_OPTIONS, MAX_TERMS, Agenda, Condition, Counted, Term, Trade
from bot.slack.limits import faults_of_view
from bot.slack.payloads import Values
from bot.slack.views.private import (
    agenda_form,
    answer_form,
    clarify_form,
    confirm_form,
    look_view,
    question_form,
    raise_form,
    rating_form,
    sign_form,
    tell_form,
)
from bot.slack.views.private.notices import KEPT, given_back, notice, saved, waiting
from bot.slack.views.private.step import step_form
from bot.slack.views.private.trades_view import trades_view
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.stages import ENGLISH
from tests.slack import samples
from tests.slack.samples import ANNA, BELA, BUYER, SUPPLIER, opened
from tests.slack.shown import buttons, read, value_of
from tests.slack.views.typing import sent

ORIGIN = Origin(samples.case().channel, "1.1", "1.2")
WORKSPACE = WorkspaceKey("T0NORTH")
INTAKE = Intake("Late again", "Two trucks.", IssueKind.LATE_DELIVERY, Urgency.URGENT)
LARGEST = Agenda(
    tuple(
        Term(f"t{n}", f"Term {n}", tuple(f"option {n}.{o}" for o in range(MAX_OPTIONS)), today=1)
        for n in range(MAX_TERMS)
    )
)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("side", [BUYER, SUPPLIER])
def test_the_step_of_every_stage_fits_slack(stage: Stage, side: Any) -> None:
    assert faults_of_view(step_form(opened(samples.case(stage), side), ANNA)) == ()


@pytest.mark.parametrize("stage", [Stage.AGENDA, Stage.RATING])
def test_the_largest_agenda_fits_slack(stage: Stage) -> None:
    found = opened(samples.case(stage, agenda=LARGEST))
    assert faults_of_view(step_form(found, ANNA)) == ()
    assert faults_of_view(rating_form.fine_form(found)) == ()
    assert faults_of_view(agenda_form.agenda_editor(found)) == ()


def test_a_raised_issue_is_read_as_it_was_prefilled() -> None:
    form = raise_form.raise_form(RaiseForm(ORIGIN, INTAKE, (BUYER, SUPPLIER), "k1"))
    assert faults_of_view(form) == ()
    request = raise_form.read(sent(form), workspace=WORKSPACE)
    assert (request.title, request.happened) == ("Late again", "Two trucks.")
    assert (request.kind, request.urgency) == (IssueKind.LATE_DELIVERY, Urgency.URGENT)
    assert (request.origin, request.clarification_id) == (ORIGIN, "k1")
    assert request.trade_role is None
    assert request.other is None


def test_where_a_message_is_shortened_in_the_form_all_of_it_stands_below() -> None:
    message = "Two trucks came late. " * 200 + "The dock is to be widened."
    cut = replace(INTAKE, happened="Two trucks came late. …")
    form = raise_form.raise_form(RaiseForm(ORIGIN, cut, (BUYER, SUPPLIER), message=message))
    assert faults_of_view(form) == ()
    assert ENGLISH.say("raise.shortened") in read(form)
    assert "The dock is to be widened." in read(form)
    own = replace(INTAKE, happened="Late … again")
    asked = RaiseForm(ORIGIN, own, (BUYER, SUPPLIER), message="Late … again")
    assert ENGLISH.say("raise.shortened") not in read(raise_form.raise_form(asked))
    short = RaiseForm(ORIGIN, INTAKE, (BUYER, SUPPLIER), message="Two trucks.")
    assert ENGLISH.say("raise.all") not in read(raise_form.raise_form(short))


def test_the_raise_form_asks_for_what_is_not_known_of_the_sides() -> None:
    unsaid = replace(BUYER, trade_role=TradeRole.UNSAID)
    form = raise_form.raise_form(RaiseForm(ORIGIN, INTAKE, (unsaid,)))
    assert faults_of_view(form) == ()
    view = sent(
        form,
        role="We supply, or we carry",
        other_name="Baltic",
        other_people=["U0BELA"],
    )
    request = raise_form.read(view, workspace=WORKSPACE)
    assert request.trade_role is TradeRole.PROVIDER
    assert request.other == Other("Baltic", (PersonId("U0BELA"),))


def test_one_line_is_asked_about_one_message() -> None:
    about = samples.clarification().about
    meant = clarify_form.clarify_form(ClarifyForm(ORIGIN, about, (BUYER, SUPPLIER), by_author=True))
    assert faults_of_view(meant) == ()
    assert "What did you mean?" in read(meant)
    request = clarify_form.read(sent(meant, line="Only small ones."), workspace=WORKSPACE)
    assert (request.origin, request.line) == (ORIGIN, "Only small ones.")
    understood = clarify_form.line_form(samples.clarification(), BUYER.id)
    assert "What did you understand?" in read(understood)


def test_who_raised_the_issue_finds_their_own_words_in_the_form() -> None:
    mine = sent(tell_form.tell_form(opened(samples.case()), ANNA))
    theirs = sent(tell_form.tell_form(opened(samples.case(), SUPPLIER), BELA))
    assert tell_form.read(mine).happened == samples.case().issue.happened
    assert tell_form.read(theirs).happened == ""


def test_a_side_finds_what_it_told_before_and_its_private_words() -> None:
    found = samples.case(statements=(samples.said(BUYER, ANNA),))
    request = tell_form.read(sent(tell_form.tell_form(opened(found), ANNA)))
    assert request.wants == "A fair count."
    assert request.why_shared
    assert request.private == samples.SECRET


def test_a_reason_that_is_not_shared_stays_in_the_caucus() -> None:
    why = PrivateText("our shelves", owner=BUYER.id)
    view = tell_form.tell_form(opened(samples.case(), why=why), ANNA)
    request = tell_form.read(sent(view, happened="a", wants="b"))
    assert (request.why, request.why_shared) == ("our shelves", False)


def test_what_a_side_confirms_stands_on_the_card_to_its_last_word() -> None:
    case = samples.case(Stage.CONFIRMING)
    form = confirm_form.confirm_form(opened(case))
    said = {
        b["block_id"]: "w " * (b["element"]["max_length"] // 2 - 2) + "end" + b["block_id"][0]
        for b in form["blocks"]
        if b["type"] == "input"
    }
    part = confirm_form.read(sent(form, **said))
    assert case.common is not None
    confirmed = case.common.confirmed(
        BUYER.id, by=ANNA, account=part.account, wants=part.wants, needs=part.needs
    )
    card = read(case_card(replace(case, common=confirmed, stage=Stage.FRAMED)).blocks)
    assert [word for word in ("enda", "endw", "endn") if word not in card] == []


def test_a_side_checks_only_its_own_part() -> None:
    view = confirm_form.confirm_form(opened(samples.case(Stage.CONFIRMING)))
    assert "Two of fifty order lines were late." in read(view)
    assert "Both trucks waited" not in read(view)
    request = confirm_form.read(sent(view, account="Two lines were late."))
    assert (request.account, request.wants) == ("Two lines were late.", "98 % on time.")


def test_an_account_that_was_shortened_says_where_all_of_it_stands() -> None:
    case = samples.case(Stage.CONFIRMING)
    assert case.common is not None
    said = tuple(replace(s, account="Late … twice.") for s in case.common.said)
    cut = replace(case, common=replace(case.common, said=said))
    assert ENGLISH.say("check.shortened") in str(confirm_form.confirm_form(opened(cut)))
    told = tuple(replace(s, happened="Late … twice.") for s in case.statements)
    dots_of_its_own = opened(replace(cut, statements=told))
    assert ENGLISH.say("check.shortened") not in str(confirm_form.confirm_form(dots_of_its_own))


def test_the_form_to_raise_an_issue_says_why_no_model_filled_it_in() -> None:
    form = RaiseForm(ORIGIN, INTAKE, (BUYER, SUPPLIER), notice="The model was asleep.")
    assert "The model was asleep." in read(raise_form.raise_form(form))


class TestTerms:
    def test_the_card_says_why_no_model_suggested_them(self) -> None:
        agenda = replace(samples.AGENDA, notice="The model was asleep.")
        assert "The model was asleep." in str(case_card(samples.case(Stage.AGENDA, agenda=agenda)))

    def test_confirming_takes_one_tap_and_changes_nothing(self) -> None:
        view = sent(agenda_form.agenda_form(opened(samples.case(Stage.AGENDA))))
        assert agenda_form.read(view, samples.AGENDA).terms == samples.AGENDA.terms

    def test_what_holds_today_is_put_right_with_one_choice(self) -> None:
        form = agenda_form.agenda_form(opened(samples.case(Stage.AGENDA)))
        view = sent(form, holds__0="98 %", holds__1="Nothing fixed, or not the same for both")
        terms = agenda_form.read(view, samples.AGENDA).terms
        assert [t.today for t in terms] == [2, None, 1]

    def test_a_value_that_nobody_named_is_offered_to_be_checked(self) -> None:
        guessed = replace(samples.AGENDA.terms[0], today_is_usual=True)
        agenda = replace(samples.AGENDA, terms=(guessed, *samples.AGENDA.terms[1:]))
        form = agenda_form.agenda_form(opened(samples.case(Stage.AGENDA, agenda=agenda)))
        assert str(form).count(agenda_form.USUAL) == 1
        assert agenda_form.read(sent(form), agenda).terms == agenda.terms
        put_right = agenda_form.read(sent(form, holds__0="98 %"), agenda).terms[0]
        assert (put_right.today, put_right.today_is_usual) == (2, False)

    def test_a_value_from_an_earlier_case_names_it_until_it_is_changed(self) -> None:
        agreed = replace(samples.AGENDA.terms[0], agreed_in=3)
        agenda = replace(samples.AGENDA, terms=(agreed, *samples.AGENDA.terms[1:]))
        form = agenda_form.agenda_form(opened(samples.case(Stage.AGENDA, agenda=agenda)))
        assert "As agreed in case 3; please check that it still holds." in str(form)
        assert agenda_form.read(sent(form), agenda).terms == agenda.terms
        assert agenda_form.read(sent(form, holds__0="98 %"), agenda).terms[0].agreed_in == 0

    def test_a_term_with_one_value_says_how_others_are_added(self) -> None:
        lone = Term("moq", "Minimum order", ("800 boxes",), today=0)
        agenda = Agenda((lone,))
        form = agenda_form.agenda_form(opened(samples.case(Stage.AGENDA, agenda=agenda)))
        assert str(form).count(ENGLISH.say("terms.only_one")) == 1

    @pytest.mark.parametrize(
        ("counted", "note"),
        [
            (Counted.AS_USUAL, ""),
            (Counted.AS_WRITTEN, "In USD an hour, as people write it here"),
            (Counted.IN_ONE_OF_SEVERAL, "more than one unit or currency"),
        ],
    )
    def test_another_unit_or_currency_than_the_usual_is_said(
        self, counted: Counted, note: str
    ) -> None:
        rate = Term("rate", "Detention rate", ("60 USD", "75 USD"), unit="USD an hour")
        agenda = Agenda((replace(rate, counted=counted),))
        form = agenda_form.agenda_form(opened(samples.case(Stage.AGENDA, agenda=agenda)))
        assert note in str(form)
        assert ("converted" in str(form)) is bool(note)

    def test_a_changed_value_is_a_guess_no_more_in_the_editor_either(self) -> None:
        guessed = replace(samples.AGENDA.terms[0], today_is_usual=True)
        agenda = replace(samples.AGENDA, terms=(guessed, *samples.AGENDA.terms[1:]))
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA, agenda=agenda)))
        term = agenda_form.read(sent(editor, today__0="98 %"), agenda).terms[0]
        assert (term.today, term.today_is_usual) == (2, False)

    def test_an_untouched_editor_changes_nothing(self) -> None:
        view = sent(agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA))))
        assert agenda_form.read(view, samples.AGENDA).terms == samples.AGENDA.terms

    def test_options_are_changed_terms_are_dropped_and_added(self) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        view = sent(
            editor,
            options__0="95 % / 97 %",
            options__1="",
            name__new0="Named contact",
            options__new0="none / one a site",
            today__new0="None",
        )
        terms = agenda_form.read(view, samples.AGENDA).terms
        assert [t.name for t in terms] == ["On-time target", "Payment term", "Named contact"]
        assert (terms[0].options, terms[0].today) == (("95 %", "97 %"), 0)
        assert (terms[2].options, terms[2].today) == (("none", "one a site"), 0)

    @pytest.mark.parametrize("typed", ["none / one a site", "none/ one a site", "none /one a site"])
    def test_a_blank_on_one_side_of_the_stroke_is_enough(self, typed: str) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        view = sent(editor, name__new0="Contact", options__new0=typed)
        terms = agenda_form.read(view, samples.AGENDA).terms
        assert terms[-1].options == ("none", "one a site")

    def test_each_field_of_a_new_term_says_of_which(self) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        labels = [b["label"]["text"] for b in editor["blocks"] if b["type"] == "input"]
        assert labels[-9:-7] == ["New term", "New term: options"]
        assert labels[-5:-3] == ["Second new term", "Second new term: options"]
        assert len(set(labels)) == len(labels)

    def test_what_stands_only_together_is_read_and_written_a_line_each(self) -> None:
        agenda = samples.AGENDA
        one, other = agenda.terms[:2]
        tied = Condition(one.key, one.options[1:], other.key, other.options[:1])
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        line = (
            f"{one.name}: {' / '.join(one.options[1:])}, only with {other.name}: {other.options[0]}"
        )
        found = agenda_form.read(sent(editor, conditions=line.upper()), agenda)
        assert found.conditions == (tied,)
        held = replace(agenda, conditions=(tied,))
        shown = opened(samples.case(Stage.AGENDA, agenda=held))
        again = agenda_form.agenda_editor(shown)
        assert sent(again).values.text("conditions") == line
        assert agenda_form.read(sent(again), held).conditions is None
        assert agenda_form.read(sent(again, conditions=""), held).conditions == ()
        sentence = (
            f"{one.name} other than {one.options[0]}: only with {other.name} {other.options[0]}."
        )
        assert sentence in str(agenda_form.agenda_form(shown))
        assert sentence in str(case_card(shown.case))

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("On-time target 98 %", "Write a line each"),
            ("Color: red, only with Payment term: 45 days", "“Color” is no term here"),
            ("On-time target: 7 %, only with Payment term: 45 days", "is no option"),
            ("On-time target: 98 %, only with Payment term", "Write a line each"),
            ("On-time target: 98 %, only with On-time target: 95 %", "Two different terms"),
        ],
    )
    def test_a_line_that_cannot_be_read_comes_back_with_what_to_do(
        self, line: str, told: str
    ) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        with pytest.raises(Unclear, match=told):
            agenda_form.read(sent(editor, conditions=line), samples.AGENDA)

    def test_what_a_term_counts_is_written_beside_its_options(self) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        untouched = agenda_form.read(sent(editor), samples.AGENDA)
        assert untouched.terms == samples.AGENDA.terms
        by_appointment = "Order lines, by the appointment date."
        written = sent(
            editor,
            counts__0=f" {by_appointment} ",
            name__new0="Named contact",
            options__new0="none / one a side",
            counts__new0="With name and hours.",
        )
        terms = agenda_form.read(written, samples.AGENDA).terms
        assert terms[0] == replace(samples.AGENDA.terms[0], definition=by_appointment)
        assert terms[-1].definition == "With name and hours."

    def test_a_form_of_an_earlier_edition_is_not_read_over_other_terms(self) -> None:
        found = opened(samples.case(Stage.AGENDA))
        shorter = replace(samples.AGENDA, terms=samples.AGENDA.terms[1:], edition=2)
        for form in (agenda_form.agenda_form(found), agenda_form.agenda_editor(found)):
            request = agenda_form.read(sent(form), shorter)
            assert (request.edition, request.terms) == (1, shorter.terms)

    def test_an_option_that_the_text_to_sign_would_cut_is_not_taken(self) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        longest = "x" * agenda_form.LONGEST
        taken = sent(editor, options__0=f"{longest} / 97 %", today__0="97 %")
        assert agenda_form.read(taken, samples.AGENDA).terms[0].options[0] == longest
        with pytest.raises(Unclear, match="60 characters"):
            agenda_form.read(sent(editor, options__0=f"{longest}x / 97 %"), samples.AGENDA)

    @pytest.mark.parametrize(
        ("entered", "field"),
        [
            ({"today__0": "99 %"}, "today-0"),
            ({"options__0": "95 % / 95 %"}, "options-0"),
            ({"options__0": " / ".join(str(n) for n in range(11)), "today__0": ""}, "options-0"),
            ({"name__new0": "Contact"}, "options-new0"),
            ({"options__new1": "a / b"}, "name-new1"),
            ({"options__0": "", "options__1": "", "options__2": ""}, "options-0"),
        ],
    )
    def test_what_cannot_be_read_is_said_beside_its_field(
        self, entered: dict[str, str], field: str
    ) -> None:
        editor = agenda_form.agenda_editor(opened(samples.case(Stage.AGENDA)))
        with pytest.raises(Unclear) as refused:
            agenda_form.read(sent(editor, **entered), samples.AGENDA)
        assert refused.value.field == field


class TestRating:
    def test_three_choices_and_a_never_are_enough(self) -> None:
        form = rating_form.rating_form(opened(samples.case(Stage.RATING)))
        view = sent(
            form,
            matters_1="Payment term",
            matters_2="Late penalty",
            nevers=["Payment term: 30 days"],
        )
        request = rating_form.read(view, samples.AGENDA)
        assert request.ratings == Ratings(
            matters=("payment", "penalty"), nevers=frozenset({("payment", 0)})
        )

    def test_the_form_says_what_it_takes_for_granted(self) -> None:
        mine = read(rating_form.rating_form(opened(samples.case(Stage.RATING))))
        theirs = read(rating_form.rating_form(opened(samples.case(Stage.RATING), SUPPLIER)))
        assert "On-time target: 98 %" in mine
        assert "On-time target: 95 %" in theirs

    def test_the_form_says_of_which_terms_it_knows_no_better_way(self) -> None:
        case = samples.case(Stage.RATING)
        form = rating_form.rating_form(opened(case))
        assert "like Late penalty and Payment term to go" in read(form)
        said = Ratings(matters=("payment",), wishes={"payment": Wish.MORE, "penalty": Wish.MORE})
        told = rating_form.rating_form(opened(case, ratings=said))
        assert "Payment term: 60 days" in read(told)
        assert "does not know" not in read(told)

    def test_fine_grades_are_read_back(self) -> None:
        held = Ratings(
            matters=("payment",),
            wishes={"penalty": Wish.FEWER},
            importance={"penalty": 7},
            stars={("payment", 2): 4},
        )
        form = rating_form.fine_form(opened(samples.case(Stage.RATING), ratings=held))
        ratings = rating_form.read(sent(form), samples.AGENDA).ratings
        assert ratings.matters == ("payment",)
        assert ratings.wishes["penalty"] is Wish.FEWER
        assert (ratings.importance, ratings.stars) == ({"penalty": 7}, {("payment", 2): 4})

    def test_a_way_out_is_told_term_by_term(self) -> None:
        held = Ratings(matters=("payment",), way_out={"payment": 2})
        form = rating_form.fine_form(opened(samples.case(Stage.RATING), ratings=held))
        request = rating_form.read(sent(form), samples.AGENDA)
        assert request.ratings.way_out == {"payment": 2}
        assert request.detailed == frozenset(t.key for t in samples.AGENDA.terms)
        quick = rating_form.rating_form(opened(samples.case(Stage.RATING), ratings=held))
        assert rating_form.read(sent(quick), samples.AGENDA).detailed == frozenset()
        twice = sent(form, way_out=["Payment term: 60 days", "Payment term: 30 days"])
        with pytest.raises(Unclear, match="one value a term"):
            rating_form.read(twice, samples.AGENDA)

    def test_a_question_about_a_way_out_says_so(self) -> None:
        asked = replace(self._question(), way_out=(0, 2, 2))
        assert "*Two: no deal, and your other way out*" in read(question_form.question_form(asked))
        assert "way out" not in read(question_form.question_form(self._question()))

    @pytest.mark.parametrize(
        ("label", "choice"),
        [("This one", Choice.FIRST), ("That one", Choice.SECOND), ("Much the same", Choice.EITHER)],
    )
    def test_one_tap_answers_a_question(self, label: str, choice: Choice) -> None:
        view = question_form.question_form(self._question())
        assert faults_of_view(view) == ()
        answer = question_form.read(value_of(view, label))
        assert answer is not None
        assert (answer.first, answer.second, answer.choice) == ((0, 0, 1), (0, 2, 2), choice)

    def test_enough_is_enough(self) -> None:
        value = value_of(question_form.question_form(self._question()), "That is enough")
        assert question_form.read(value) is None
        assert question_form.case_of(value) == "c1"

    @pytest.mark.parametrize("tap", [None, ((0, 0, 1), (0, 2, 2))])
    @pytest.mark.parametrize("language", TONGUES)
    def test_a_second_look_is_one_sentence_and_two_buttons(
        self, language: str, tap: tuple[tuple[int, ...], tuple[int, ...]] | None
    ) -> None:
        speaks = TONGUES[language]
        view = look_view.look_view(LookAgain("c1", language, "Is it so?", tap))
        assert faults_of_view(view) == ()
        assert view["notify_on_close"]
        assert "Is it so?" in read(view)
        assert buttons(view) == [speaks.say("look.keep"), speaks.say("look.again")]
        for label in buttons(view):
            assert look_view.read(value_of(view, label)) == ("c1", tap)

    def _question(self) -> QuestionForm:
        return QuestionForm("c1", BUYER.id, samples.AGENDA, (0, 0, 1), (0, 2, 2), 1, 5)


def test_an_answer_is_read_and_shown_again_to_its_own_side() -> None:
    form = answer_form.answer_form(opened(samples.case(Stage.PROPOSED)))
    request = answer_form.read(sent(form, could_sign=["Package A", "Package C"]))
    assert (request.round, request.could_sign) == (1, frozenset({0, 2}))
    remark = PrivateText("not before March", owner=BUYER.id)
    held = BlindAnswer(1, frozenset(), Reason.NEVER, "payment", remark)
    again = answer_form.answer_form(opened(samples.case(Stage.PROPOSED), answers=(held,)))
    request = answer_form.read(sent(again))
    assert (request.reason, request.term) == (Reason.NEVER, "payment")
    assert request.remark == "not before March"


def test_a_side_reads_only_what_it_gives_and_gets_itself() -> None:
    told = read(answer_form.answer_form(opened(samples.case(Stage.PROPOSED))))
    assert "Gives: pays after 30 days." in told
    assert "Gives: 96 % on time." not in told


def test_every_term_of_the_longest_agreement_is_read_whole_before_it_is_signed() -> None:
    case = samples.case(Stage.SIGNING)
    assert case.agreement is not None
    most = tuple(
        Settled(f"{n} {'n' * 76}", "o" * 60, "b" * 60, "d" * 158 + f"{n:02}") for n in range(12)
    )
    case = replace(case, agreement=replace(case.agreement, settled=most))
    view = sign_form.sign_form(opened(case))
    assert faults_of_view(view) == ()
    assert [n for n in range(12) if f"d{n:02}" not in read(view)] == []


def test_the_signer_can_change_owner_and_day_of_the_own_promise_alone() -> None:
    form = sign_form.sign_form(opened(samples.case(Stage.SIGNING), SUPPLIER))
    key = "otif-baltic"
    view = sent(
        form,
        **{f"due__{key}": date(2026, 12, 1)},
    )
    assert f"you say that you may sign this for {SUPPLIER.name}" in read(form)
    request = sign_form.read(view)
    assert request.attested
    assert dict(request.owners) == {key: BELA}
    assert dict(request.dues) == {key: date(2026, 12, 1)}
    assert request.version == samples.agreement().version


def test_the_form_for_a_case_cites_the_messages_that_it_was_read_from() -> None:
    claim = Claim("1790000000.0", ANNA, "3 pallets came on <Monday>.")
    typed = Claim("0", ANNA, "4 pallets.")
    intake = replace(INTAKE, claims=(claim, typed), wants=(claim,))
    form = str(raise_form.raise_form(RaiseForm(ORIGIN, intake, (BUYER, SUPPLIER))))
    assert form.count("“3 pallets came on &lt;Monday&gt;.”") == 2
    assert form.count("<!date^1790000000^") == 2
    assert "4 pallets" not in form


@pytest.mark.parametrize(
    ("said", "needs"),
    [
        ({}, ""),
        ({"may_say": confirm_form.YES}, "A plan matters to us."),
        ({"may_say": confirm_form.YES, "needs": "We plan by it."}, "We plan by it."),
        ({"needs": "We plan by it."}, "We plan by it."),
    ],
)
def test_an_offered_reason_stands_only_where_it_is_accepted_and_own_words_come_first(
    said: dict[str, str], needs: str
) -> None:
    case = samples.case(Stage.CONFIRMING)
    assert case.common is not None
    kept = replace(case.common, said=tuple(replace(p, needs="") for p in case.common.said))
    offer = Offer("May I say that a plan matters to you?", "A plan matters to us.")
    form = confirm_form.confirm_form(replace(opened(replace(case, common=kept)), offer=offer))
    assert faults_of_view(form) == ()
    assert confirm_form.read(sent(form, **said)).needs == needs


def test_a_passage_in_doubt_is_asked_about_above_the_part_that_is_to_be_checked() -> None:
    case = opened(samples.case(Stage.CONFIRMING))
    asked = confirm_form.confirm_form(
        replace(case, in_doubt="“<in the canal>” may read as a threat.")
    )
    assert faults_of_view(asked) == ()
    assert "“&lt;in the canal&gt;” may read as a threat." in read(asked)
    assert read(asked).replace("“&lt;in the canal&gt;” may read as a threat.", "").split() == (
        read(confirm_form.confirm_form(case)).split()
    )


def test_small_modals_fit_slack() -> None:
    trade = Trade("give", "get", "a week of cash", "an easier month", "We could <pay> sooner.")
    for view in (
        waiting("Raise an issue"),
        notice("Not just now", "x" * 5_000),
        saved(Saved("Thank you", "Kept.", "Packages follow.")),
        trades_view(TradesShown((trade,) * 3, (trade,))),
        trades_view(TradesShown(())),
    ):
        assert faults_of_view(view) == ()
    assert "We could &lt;pay&gt; sooner." in read(trades_view(TradesShown((trade,))))


def test_what_stands_around_trades_is_in_the_language_of_the_trades() -> None:
    trade = Trade("plazo", "volumen", "Caja.", "Un plan.", "¿Podría funcionar esto?")
    shown = read(trades_view(TradesShown((trade,), (trade,), language="es")))
    assert "Solo usted ve esto" in shown
    assert "Only you" not in shown
    assert "rated" not in shown


def test_who_finds_no_trade_reads_so_in_their_language() -> None:
    for language, said in (("en", "No term was found here"), ("es", "Aquí no aparece ningún")):
        view = trades_view(TradesShown((), language=language))
        assert said in read(view)
        assert faults_of_view(view) == ()


class TestGivenBack:
    def test_a_form_comes_back_with_everything_that_was_entered(self) -> None:
        form = tell_form.tell_form(opened(samples.case(), SUPPLIER), BELA)
        view = sent(
            form, happened="Both waited.", wants="A fair count.", share=["Yes, it may be shared"]
        )
        back = given_back(view, "A colleague was faster.", {"revision": 4})
        assert faults_of_view(back) == ()
        assert back["blocks"][0]["block_id"] == KEPT
        request = tell_form.read(sent(back))
        assert (request.happened, request.wants) == ("Both waited.", "A fair count.")
        assert request.why_shared
        assert request.revision == 4

    def test_what_was_emptied_stays_empty(self) -> None:
        form = confirm_form.confirm_form(opened(samples.case(Stage.CONFIRMING)))
        back = given_back(sent(form, needs=None), "Please look once more.")
        assert confirm_form.read(sent(back)).needs == ""

    def test_one_sentence_at_a_time_stands_above_it(self) -> None:
        form = confirm_form.confirm_form(opened(samples.case(Stage.CONFIRMING)))
        twice = given_back(sent(given_back(sent(form), "First.")), "Second.")
        assert "First." not in read(twice)
        assert "Second." in read(twice)


def test_fields_that_were_not_shown_are_read_as_empty() -> None:
    values = Values()
    assert (values.text("x"), values.choice("x"), values.choices("x")) == ("", "", ())
    assert (values.person("x"), values.people("x"), values.day("x")) == ("", (), None)
