"""What both sides see: it fits Slack's limits, shows where things stand, and nothing private."""

from dataclasses import replace

import pytest

from bot.casework.digest import Digest, DigestLine
from bot.casework.list_cases import PAGE, CasePage
from bot.casework.promised import MOST
from bot.casework.room import Note
from bot.casework.shown import Origin
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.clarification import Outcome, ShownLine
from bot.mediation.issues import Issue
from bot.mediation.people import PersonId, Side, SideId
from bot.mediation.proposals import EXPECTED_NASH, NASH, NEAREST_TO_NASH
from bot.mediation.stages import ENDS, Stage
from bot.mediation.terms import Agenda
from bot.slack.limits import faults_of_message, faults_of_view, fitted_message
from bot.slack.limits.fit import LEFT_OUT
from bot.slack.views.private import clarify_form
from bot.slack.views.private.whole_view import whole_view
from bot.slack.views.shared import terms_part
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.clarification_card import clarification_card
from bot.slack.views.shared.lists import case_list, help_here, help_text
from bot.slack.views.shared.messages import digest_message, note_message, ways_in
from bot.slack.views.shared.passages import passages_of
from tests.slack import samples
from tests.slack.shown import buttons, read

HOSTILE = "<!channel> <@U0BELA> *bold* & " + "long words " * 300 + "שלום 🚚"


def _with_issue(text: str) -> Issue:
    return replace(samples.case().issue, title=text[:150], happened=text)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_card_of_every_stage_fits_slack(stage: Stage) -> None:
    shown = case_card(samples.case(stage), picture="F1")
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert faults_of_message(shown.text, list(shown.plainer)) == ()
    assert shown.text.startswith("Case 12, Late delivery penalty: ")
    newer = {block["type"] for block in shown.blocks} & {"table"}
    assert bool(newer) == bool(shown.plainer), "what is new has its fallback"
    assert "table" not in {block["type"] for block in shown.plainer}


@pytest.mark.parametrize("stage", list(Stage))
def test_a_card_pings_nobody_by_what_people_wrote(stage: Stage) -> None:
    found = samples.case(stage)
    if found.agenda is not None:
        term = replace(found.agenda.terms[0], name="<!channel> term", definition="<@U0BELA>")
        found = replace(found, agenda=replace(found.agenda, terms=(term, *found.agenda.terms[1:])))
    if found.common is not None:
        found = replace(found, common=replace(found.common, question=HOSTILE, disputed=(HOSTILE,)))
    shown = case_card(replace(found, issue=_with_issue(HOSTILE), ended_because=HOSTILE[:200]))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    formatted = [b for b in shown.blocks if b["type"] != "table"]  # its cells take no mrkdwn
    told = shown.text + read(formatted) + read(shown.plainer)
    assert "<!channel>" not in told.replace("Case 12: <!channel>", "")
    assert "<@U0BELA> *bold*" not in told.replace("Case 12: <!channel> <@U0BELA> *bold*", "")


@pytest.mark.parametrize("stage", sorted(ENDS))
def test_a_case_that_is_over_asks_nobody_for_anything(stage: Stage) -> None:
    assert buttons(case_card(samples.case(stage)).blocks) == ["Take it up again", "What is kept"]


@pytest.mark.parametrize("stage", [Stage.RATING, Stage.PROPOSED])
def test_while_answers_are_blind_the_card_says_the_same_whoever_answered(stage: Stage) -> None:
    found = samples.case(stage)
    nobody = case_card(found)
    one = case_card(replace(found, rated=frozenset({samples.BUYER.id})))
    other = case_card(replace(found, rated=frozenset({samples.SUPPLIER.id})))
    assert nobody == one == other
    assert "Answers are coming in" in read(nobody.blocks)


def test_the_card_names_the_side_that_is_waited_for() -> None:
    found = replace(samples.case(), statements=(samples.said(samples.BUYER, samples.ANNA),))
    assert "Next: Baltic Packaging tells its side." in read(case_card(found).blocks)


def test_the_statement_is_hidden_until_both_sides_have_checked_it() -> None:
    hidden = read(case_card(samples.case(Stage.CONFIRMING)).blocks)
    shown = read(case_card(samples.case(Stage.FRAMED)).blocks)
    assert "Both trucks waited at the gate." not in hidden
    assert "Both trucks waited at the gate." in shown
    assert "By which count is a delivery on time?" in shown


def test_a_promise_is_marked_done_and_confirmed_on_the_card() -> None:
    assert buttons(case_card(samples.case(Stage.AGREED)).blocks) == [
        *["Mark as done"] * 2,
        "Change or contest",
        "Add a promise",
        "What is kept",
    ]
    found = samples.case(Stage.AGREED)
    assert found.agreement is not None
    promise = found.agreement.commitments[0].done(by=samples.BELA, now=samples.NOW)
    found = replace(found, agreement=found.agreement.with_commitment(promise))
    assert buttons(case_card(found).blocks) == [
        "Confirm",
        "Mark as done",
        "Change or contest",
        "Add a promise",
        "What is kept",
    ]


def _table_of(found: Case) -> list[list[str]]:
    (table,) = [b for b in case_card(found).blocks if b["type"] == "table"]
    return [[read(cell) for cell in row] for row in table["rows"]]


def test_packages_stand_side_by_side_with_today_and_what_each_side_gains() -> None:
    assert _table_of(samples.case(Stage.PROPOSED)) == [
        ["Term", "Today", "Package A", "Package B", "Package C"],
        ["On-time target", "95 %", "96 %", "98 %", "96 %"],
        ["Late penalty", "1 %", "0.5 %", "0 %", "0 %"],
        ["Payment term", "45 days", "30 days", "30 days", "45 days"],
        ["Northwind Foods gains", "–", "about 70 %", "about 70 %", "about 70 %"],
        ["Baltic Packaging gains", "–", "about 60 %", "about 60 %", "about 60 %"],
    ]


def test_what_a_package_changes_is_bold_beside_todays_value() -> None:
    (table,) = [b for b in case_card(samples.case(Stage.PROPOSED)).blocks if b["type"] == "table"]
    kinds = [[cell["type"] for cell in row] for row in table["rows"]]
    assert kinds[1] == ["raw_text", "raw_text", *["rich_text"] * 3]
    assert kinds[3] == ["raw_text", "raw_text", "rich_text", "rich_text", "raw_text"]


def test_where_the_gains_are_not_known_to_all_none_are_shown() -> None:
    found = samples.case(Stage.PROPOSED)
    offers = tuple(replace(offer, shares={}) for offer in found.rounds[0].offers)
    unknown = replace(found, rounds=(replace(found.rounds[0], offers=offers),))
    assert "gains" not in str(_table_of(unknown))
    assert "image" not in {b["type"] for b in case_card(unknown, picture="F1").blocks}


def test_the_picture_of_the_balance_says_in_words_what_it_shows() -> None:
    shown = case_card(samples.case(Stage.PROPOSED), picture="F1")
    for blocks in (shown.blocks, shown.plainer):
        (picture,) = [b for b in blocks if b["type"] == "image"]
        assert picture["slack_file"] == {"id": "F1"}
        assert "Package A: Northwind Foods about 70 %, Baltic" in picture["alt_text"]
    without = case_card(samples.case(Stage.PROPOSED))
    assert "image" not in {b["type"] for b in without.blocks}


def test_in_words_packages_show_what_changes_first_and_what_stays_last() -> None:
    told = read(case_card(samples.case(Stage.PROPOSED)).plainer)
    assert "*Package A*\n•  On-time target: *96 %* (today 95 %)" in told
    assert "As today: Payment term 45 days." in told
    assert "Package D" not in told


def test_the_other_packages_say_what_they_trade_against_the_first() -> None:
    told = read(case_card(samples.case(Stage.PROPOSED)).blocks)
    first, second, third = told.split("*Package ")[1:]
    assert "Against A" not in first
    agenda = samples.case(Stage.PROPOSED).agenda
    assert agenda is not None
    target, payment = (t.name for t in agenda.terms[:2])
    one, two = agenda.terms[0].options[1:3]
    assert f"_Against A: {target} {two} instead of {one}; {payment}" in second
    assert third.count("instead of") == 2


def test_of_many_differences_three_are_named() -> None:
    found = samples.case(Stage.PROPOSED)
    assert found.agenda is not None
    terms = tuple(replace(found.agenda.terms[0], key=f"t{n}", name=f"T{n}") for n in range(5))
    first, second, _ = found.rounds[0].offers
    offers = (replace(first, package=(0,) * 5), replace(second, package=(1,) * 5))
    many = replace(
        found,
        agenda=replace(found.agenda, terms=terms),
        rounds=(replace(found.rounds[0], offers=offers),),
    )
    told = read(case_card(many).blocks)
    assert told.count("instead of") == 3
    assert "; 2 more._" in told


def test_both_sides_see_how_even_a_package_is() -> None:
    told = read(case_card(samples.case(Stage.PROPOSED)).plainer)
    assert "Northwind Foods ▰▰▰▰▰▰▰▱▱▱ about 70 %" in told
    assert "Baltic Packaging ▰▰▰▰▰▰▱▱▱▱ about 60 %" in told
    assert "One side gains more" not in told
    found = samples.case(Stage.PROPOSED)
    offer = replace(found.rounds[0].offers[0], uneven=True)
    uneven = replace(found, rounds=(replace(found.rounds[0], offers=(offer,)),))
    for blocks in (case_card(uneven).blocks, case_card(uneven).plainer):
        assert "One side gains more than the other here" in read(blocks)


def test_between_three_sides_no_package_is_said_to_be_between_two() -> None:
    found = samples.case(Stage.PROPOSED)
    third = Side(SideId("third"), "Rhine Carriers")
    offer = replace(found.rounds[0].offers[0], uneven=True)
    menu = replace(found.rounds[0], offers=(offer,))
    among = replace(found, sides=(*found.sides, third), rounds=(menu,))
    for blocks in (case_card(among).blocks, case_card(among).plainer):
        told = read(blocks)
        assert "One side gains more than another here; all are better off" in told
        assert "leaves every side better off" in told
        assert "for one side without costing another" in told
        assert "both" not in told


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ((NASH,), "Package A is the Nash bargaining solution"),
        ((EXPECTED_NASH,), "Package A has the largest expected product"),
        ((NEAREST_TO_NASH,), "Of the packages not shown before, A comes nearest"),
        ((), ""),
    ],
)
def test_the_card_claims_for_package_a_what_the_solver_found_and_no_more(
    rules: tuple[str, ...], said: str
) -> None:
    found = samples.case(Stage.PROPOSED)
    first, *others = found.rounds[0].offers
    menu = replace(found.rounds[0], offers=(replace(first, rules=rules), *others))
    told = read(case_card(replace(found, rounds=(menu,))).blocks)
    assert said in told
    assert ("Nash" in told) == bool(rules)
    assert ("is the Nash bargaining solution" in told) == (NASH in rules)


def test_a_package_that_leaves_a_side_where_it_is_is_not_called_better_for_both() -> None:
    found = samples.case(Stage.PROPOSED)
    assert "leaves both sides better off" in read(case_card(found).blocks)
    first, *others = found.rounds[0].offers
    offers = (replace(first, betters_all=False, uneven=True), *others)
    shown = case_card(replace(found, rounds=(replace(found.rounds[0], offers=offers),)))
    told = read(shown.blocks)
    assert "better off" not in told
    assert told.count("About as good as today's terms for at least one side") == 1


def test_who_is_asked_for_a_line_is_called_by_name() -> None:
    asking = clarification_card(samples.clarification(asked=(samples.BELA,)))
    assert asking.text.startswith("<@U0BELA>: one line from you, please.")


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ((samples.BELA,), "What did you mean?"),
        ((samples.ANNA,), "What did you understand?"),
        ((), "What was meant, and what was understood?"),
    ],
)
def test_one_person_is_asked_one_question(asked: tuple[PersonId, ...], question: str) -> None:
    asking = clarification_card(samples.clarification(asked=asked))
    assert question in asking.text
    assert asking.text.count("?") == question.count("?")


def test_lines_appear_only_together() -> None:
    asking = clarification_card(samples.clarification())
    assert faults_of_message(asking.text, list(asking.blocks)) == ()
    assert buttons(asking.blocks) == ["Add your line"]
    lines = (
        ShownLine(samples.BUYER.id, samples.ANNA, "Any order."),
        ShownLine(samples.SUPPLIER.id, samples.BELA, "Standard sizes only."),
    )
    both = clarification_card(samples.clarification(lines=lines, outcome=Outcome.SHOWN))
    told = read(both.blocks)
    assert told.index("Northwind Foods understood") < told.index("Baltic Packaging meant")
    assert buttons(both.blocks) == ["Cleared up", "Make it a case"]
    cleared = samples.clarification(
        lines=lines, outcome=Outcome.SHOWN, cleared_by=frozenset({samples.BUYER.id})
    )
    assert "Northwind Foods: cleared up." in read(clarification_card(cleared).blocks)
    over = clarification_card(samples.clarification(lines=lines, outcome=Outcome.CLEARED_UP))
    assert buttons(over.blocks) == []


def test_a_line_of_an_unknown_author_is_headed_by_its_side_alone() -> None:
    lines = (ShownLine(SideId("baltic"), samples.BELA, "Standard sizes only."),)
    found = samples.clarification(lines=lines, outcome=Outcome.SHOWN, author_side=None)
    assert "*Baltic Packaging*" in read(clarification_card(found).blocks)


def test_short_messages_fit_slack() -> None:
    digest = Digest(samples.case().channel, (DigestLine("due", "Due 4 Dec: pay.", 12),) * 7)
    note = Note("k", samples.case().channel, "1.2", "Please <look>.", (samples.ANNA,), "c1")
    origin = Origin(samples.case().channel, "1.2", "1.2")
    channel = samples.case().channel
    long = replace(samples.case().issue, title="R&D <tooling> & caps " * 12)
    full = CasePage(channel, (replace(samples.case(), issue=long),) * PAGE, 1, 3 * PAGE)
    one = CasePage(channel, (samples.case(),), 0, 1)
    for shown in (
        digest_message(digest),
        digest_message(Digest(samples.case().channel, ())),
        note_message(note),
        note_message(replace(note, opens="")),
        ways_in(origin),
        ways_in(origin, samples.case()),
        help_here(),
        case_list(one),
        case_list(full),
        case_list(CasePage(channel)),
        help_text("help"),
        help_text("<!here>"),
    ):
        assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert read(note_message(note).blocks).startswith("<@U0ANNA> Please &lt;look&gt;.")
    assert "1 open case" in case_list(one).text
    assert read(case_list(full).blocks).count("Case ") == PAGE
    assert buttons({"blocks": list(case_list(full).blocks)}) == ["Newer", "Older"]
    assert "/parley" not in read(case_list(CasePage(channel)).blocks), (
        "who has no commands reads it too"
    )
    assert "case 12" in read(digest_message(digest).blocks)


def test_a_list_of_the_longest_titles_is_shown_whole() -> None:
    issue = replace(samples.case().issue, title="& " * 74 + "st")
    many = [replace(samples.case(), number=n, issue=issue) for n in range(1, PAGE + 1)]
    listed = case_list(CasePage(samples.case().channel, tuple(many), 1, 3 * PAGE))
    assert faults_of_message(listed.text, list(listed.blocks)) == ()
    assert all(f"Case {n}," in read(listed.blocks) for n in range(1, PAGE + 1))
    assert read(listed.blocks).count("&amp; st: ") == PAGE


def test_a_week_of_the_longest_promises_is_read_whole_with_the_numbers_of_their_cases() -> None:
    what = "We send " + "a report & a plan " * 27 + "on Fri"
    assert len(what) == MOST
    told = tuple(DigestLine("due", f"Due Fri 4 Dec: {what}.", n) for n in range(1, 8))
    shown = digest_message(Digest(samples.case().channel, told))
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert all(f"on Fri. (case {n})" in read(shown.blocks) for n in range(1, 8))


def test_without_prejudice_stands_on_a_card_once() -> None:
    card = case_card(samples.case(Stage.FRAMED))
    assert read(card.blocks).count("Without prejudice") == 1


def test_a_usual_value_is_todays_on_the_card_only_when_both_have_checked_it() -> None:
    guessed = replace(samples.AGENDA.terms[0], today_is_usual=True)
    agenda = Agenda((guessed,))
    case = samples.case(Stage.AGENDA, agenda=agenda)
    before = str(terms_part.terms(case))
    assert "usual, please check" in before
    assert "(today)" not in before
    checked = replace(case, agenda=replace(agenda, confirmed_by=case.side_ids))
    after = str(terms_part.terms(checked))
    assert "(today)" in after
    assert "usual" not in after


def _lasting(*serves: tuple[str, str]) -> str:
    """The card of a menu whose packages serve these in the long run, for buyer and supplier."""
    found = samples.case(Stage.PROPOSED)
    assert found.round is not None
    offers = tuple(
        replace(
            offer,
            reasons=replace(
                offer.reasons,
                lasts={
                    samples.BUYER.id: f"In the long run: {buys}",
                    samples.SUPPLIER.id: f"In the long run: {supplies}",
                },
            ),
        )
        for offer, (buys, supplies) in zip(found.round.offers, serves, strict=True)
    )
    card = case_card(replace(found, rounds=(replace(found.round, offers=offers),)))
    assert faults_of_message(card.text, list(card.blocks)) == ()
    return read(card.blocks)


def test_what_every_package_serves_in_the_long_run_is_said_once() -> None:
    told = _lasting(*[("full shelves", "a plan")] * 3)
    assert told.count("In the long run: full shelves") == 1
    assert told.count("In the long run: a plan") == 1
    assert f"{samples.BUYER.name}  ·  " in told


def test_where_packages_serve_different_things_each_says_its_own() -> None:
    told = _lasting(("full shelves", "a plan"), ("full shelves", "a plan"), ("less waste", "cash"))
    assert told.count("In the long run: full shelves") == 2
    assert told.count("In the long run: less waste") == 1


def test_a_mention_leads_to_the_case_that_is_open_in_its_thread_first() -> None:
    origin = Origin(samples.case().channel, "1.2", "1.2")
    told = ways_in(origin, replace(samples.case(), issue=_with_issue("<!channel> late")))
    assert buttons(told.blocks)[0] == "Open case 12"
    assert "Case 12, &lt;!channel&gt; late: hearing both sides." in told.text
    assert buttons(ways_in(origin).blocks)[0] == "Just clarify"
    styled = [e for e in told.blocks[1]["elements"] if e.get("style")]
    assert len(styled) == 1, "one way stands out"


def test_the_day_on_which_a_case_was_raised_is_told_in_the_readers_zone() -> None:
    raised = samples.case().issue.raised_at
    assert f"<!date^{int(raised.timestamp())}^" in read(case_card(samples.case()).blocks)


def test_a_long_message_is_read_whole_behind_a_button_on_its_card_and_below_its_form() -> None:
    found = samples.clarification()
    long = replace(found, about=replace(found.about, text="The pallets leaked. " * 80 + "In B."))
    card = clarification_card(long)
    assert faults_of_message(card.text, list(card.blocks)) == ()
    assert "Read all" in buttons({"blocks": list(card.blocks)})
    assert "Read all" not in buttons({"blocks": list(clarification_card(found).blocks)})
    form = clarify_form.line_form(long, long.sides[1].id)
    assert faults_of_view(form) == ()
    assert "In B." in read(form)
    assert "In B." not in read(card.blocks)


@pytest.mark.parametrize("stage", Stage)
def test_a_card_that_shows_all_of_its_case_offers_no_more(stage: Stage) -> None:
    card = case_card(samples.case(stage))
    assert "Read all" not in buttons([card.blocks, card.plainer])


def _longer(case: Case, words: str) -> Case:
    """The case with that much to say at its stage."""
    if case.round is not None and case.stage is Stage.PROPOSED:
        offer, *rest = case.round.offers
        gets = dict.fromkeys(offer.reasons.gets, words)
        first = replace(offer, reasons=replace(offer.reasons, gets=gets))
        return replace(case, rounds=(replace(case.round, offers=(first, *rest)),))
    if case.agreement is not None:
        promises = tuple(replace(c, what=words) for c in case.agreement.commitments)
        return replace(case, agreement=replace(case.agreement, commitments=promises))
    if case.common is not None:
        said = tuple(replace(p, account=words) for p in case.common.said)
        common = replace(case.common, said=said, question=words)
        return replace(case, common=common, issue=replace(case.issue, happened=words))
    return replace(case, issue=replace(case.issue, happened=words))


@pytest.mark.parametrize("stage", Stage)
def test_where_a_card_cannot_show_all_a_button_opens_the_whole(stage: Stage) -> None:
    case = _longer(samples.case(stage), "Pallets R&D leaked. " * 200 + "The very end.")
    card = case_card(case)
    assert faults_of_message(card.text, list(card.blocks)) == ()
    assert "The very end." not in read(card.blocks)
    assert "Read all" in buttons({"blocks": list(card.blocks)})
    view = whole_view(f"Case {case.number}", passages_of(case))
    assert faults_of_view(view) == ()
    assert "The very end." in read(view)


def test_what_slack_leaves_out_of_a_card_that_is_too_heavy_is_behind_the_button() -> None:
    case = samples.case(Stage.AGREED)
    assert case.agreement is not None
    first = case.agreement.commitments[0]
    many = tuple(replace(first, key=f"k{n}", what=f"{n} pallets " * 35) for n in range(40))
    card = case_card(replace(case, agreement=replace(case.agreement, commitments=many)))
    _, kept = fitted_message(card.text, list(card.blocks))
    assert LEFT_OUT in read(kept)
    assert "Read all" in buttons({"blocks": kept})


def test_the_words_that_stand_alone_at_first_are_said_to_be_the_raisers() -> None:
    for stage in (Stage.CLARIFYING, Stage.CONFIRMING):
        found = samples.case(stage)
        whose = f"As <@{found.issue.raised_by}> puts it"
        assert whose in read(case_card(found).blocks)
        again = replace(found, ties=(Tie(Bond.REOPENS, "c0", 3),))
        assert whose not in read(case_card(again).blocks)
    assert "puts it" not in read(case_card(samples.case(Stage.FRAMED)).blocks)
