"""What one's own side has told Parley alone, case by case, with the way to change it."""

from collections.abc import Iterator, Mapping, Sequence

from bot.casework.next_step import Step
from bot.casework.own_answers import OwnAnswers
from bot.mediation.both_or_all import both_or_all
from bot.mediation.caucus import BlindAnswer, Change, PrivateText, Ratings, Reason, Short, Told
from bot.mediation.people import PersonId, Side
from bot.mediation.terms import Agenda
from bot.mediation.wall import Audience, reveal
from bot.slack.blocks import Block, Element, View, actions, button, context, divider, modal, section
from bot.slack.text import Mrkdwn, bold, lines, listed, moment, people, person
from bot.slack.views import actions as names
from bot.slack.views.private.whole_view import whole_view
from bot.slack.views.shared.balance_part import LETTERS
from bot.slack.views.shared.passages import READ_ALL, Passage

TITLE = "What your side told"
INTRO = "Your side alone can read this. Nobody else ever does."
NOTHING = "Your side has told nothing in private yet."
PAGE = 12
SHOWN = 500
"""Characters of each answer; all of it is a tap away."""
BLOCK = 3_000
MOST_CHANGES = 4
CHANGED: Mapping[Told, str] = {
    Told.STORY: "The story told",
    Told.RATINGS: "What matters told",
    Told.ANSWER: "The packages answered",
}
LABELS: Mapping[Step, str] = {
    Step.TELL: "Change the story",
    Step.RATE: "Change what matters",
    Step.ANSWER: "Change the answer",
}


def told_view(
    found: Sequence[OwnAnswers],
    instead: Sequence[tuple[Side, Sequence[PersonId]]] = (),
    page: int = 0,
) -> View:
    """The newest cases first, in pages counted from 0.

    instead: sides of the reader whose words others read, whom that side has named for it.
    """
    blocks: list[Block] = [context(people(INTRO))]
    start = page * PAGE
    for told in found[start : start + PAGE]:
        shown = _told(told)
        blocks += [divider(), section(shown)]
        if told.caucus.changes:
            blocks.append(context(lines(*map(_change, told.caucus.changes[-MOST_CHANGES:]))))
        elif told.caucus.told_by:
            blocks.append(context(Mrkdwn(f"Changed last by {person(told.caucus.told_by)}")))
        if ways := [*_reads_all(told, shown), *_changes(told)]:
            blocks.append(actions(*ways))
    if turns := _turns(page, more=start + PAGE < len(found)):
        blocks += [divider(), actions(*turns)]
    blocks += [section(_readers(side, named)) for side, named in instead]
    if not found and not instead:
        blocks.append(section(people(NOTHING)))
    return modal(TITLE, blocks, callback=names.TOLD_VIEW)


def told_whole(told: OwnAnswers) -> View:
    """All that one's own side told in words about one case."""
    return whole_view(f"Case {told.case.number}", _words(told))


def _reads_all(told: OwnAnswers, shown: Mrkdwn) -> list[Element]:
    is_cut = any(len(p.text.strip()) > SHOWN for p in _words(told)) or len(shown) > BLOCK
    return [button(READ_ALL, names.READ_TOLD, told.case.id)] if is_cut else []


def _changes(told: OwnAnswers) -> list[Element]:
    return [
        button(LABELS[step], f"{names.CHANGE}.{step}", f"{told.case.id}:{step}")
        for step in told.changeable
    ]


def _turns(page: int, *, more: bool) -> list[Element]:
    turns = [button("Newer", names.TOLD + ".newer", str(page - 1))] if page else []
    return [*turns, button("Older", names.TOLD + ".older", str(page + 1))] if more else turns


def _change(made: Change) -> str:
    return f"{CHANGED[made.what]} by {person(made.by)}, {moment(made.at)}"


def _readers(side: Side, named: Sequence[PersonId]) -> Mrkdwn:
    name = people(side.name, 80)
    if not named:
        return Mrkdwn(
            f"Whom {name} had named to read this has left. Name who goes on under *Your side's "
            "people* on My desk."
        )
    who = listed([str(person(p)) for p in named])
    return Mrkdwn(f"{name} has named {who} to read and change what it tells. Please ask there.")


def _told(told: OwnAnswers) -> Mrkdwn:
    case, caucus = told.case, told.caucus
    parts = [
        bold(people(f"Case {case.number}: {case.issue.title}", 160)),
        *(_labelled(p.label, p.text) for p in _answers(told)),
    ]
    if caucus.ratings is not None and case.agenda is not None:
        parts += _ratings(caucus.ratings, case.agenda)
    parts += [_answer(answer) for answer in caucus.answers]
    if caucus.short is not None and case.agenda is not None:
        parts.append(_short(caucus.short, case.agenda))
    return lines(*parts)


def _answers(told: OwnAnswers) -> list[Passage]:
    said, caucus = told.case.statement_of(told.side.id), told.caucus
    return [
        Passage(
            Mrkdwn(both_or_all("Told, for {both} sides", told.case.sides)),
            said.happened if said else "",
        ),
        Passage(
            Mrkdwn(both_or_all("Would like, for {both} sides", told.case.sides)),
            said.wants if said else "",
        ),
        Passage(Mrkdwn("Why, for your side alone"), _own(caucus.why)),
        Passage(Mrkdwn("For Parley alone"), _own(caucus.private)),
    ]


def _words(told: OwnAnswers) -> list[Passage]:
    """All that was told in words of one's own: the answers, and what was added to a round's."""
    added = [Passage(Mrkdwn(f"Round {a.round}"), _own(a.remark)) for a in told.caucus.answers]
    return [*_answers(told), *added]


def _ratings(ratings: Ratings, agenda: Agenda) -> Iterator[str]:
    terms = {t.key: t for t in agenda.terms}
    matters = [str(people(terms[k].name, 80)) for k in ratings.matters if k in terms]
    if matters:
        yield f"_Matters most:_ {listed(matters)}"
    never = [
        f"{people(terms[k].name, 80)} at {people(terms[k].options[i], 60)}"
        for k, i in sorted(ratings.nevers)
        if k in terms and i < len(terms[k].options)
    ]
    if never:
        yield f"_Never:_ {listed(never)}"
    out = [
        f"{people(terms[k].name, 80)} at {people(terms[k].options[i], 60)}"
        for k, i in ratings.way_out.items()
        if k in terms and i < len(terms[k].options)
    ]
    if out:
        yield f"_Without a deal, instead of today's terms:_ {listed(out)}"
    if ratings.preferences:
        yield f"_Questions answered:_ {len(ratings.preferences)}"


def _short(short: Short, agenda: Agenda) -> str:
    """What came nearest and how far off it is for this side, with what can be done about it."""
    if len(short.package) != len(agenda.terms):
        return ""
    changed = [
        f"{people(t.name, 80)} {people(t.options[o], 60)}"
        for t, o in zip(agenda.terms, short.package, strict=True)
        if o != t.today
    ]
    return lines(
        f"_Came nearest to a package:_ {listed(changed)}; all else as today.",
        f"By what your side told, it stays about {short.by} of 100 below no deal for you, "
        "counted from the package that you would like least (0) to the one you would like best "
        "(100). If you could live with that, take the case up again and rate it so.",
    )


_SINCE: Mapping[Reason, str] = {
    Reason.TOO_MUCH: ", since it asks too much of us",
    Reason.TOO_LITTLE: ", since it brings us too little",
    Reason.NEVER: ", since it asks for something that we can never do",
    Reason.SOMETHING_MISSING: ", since something is missing",
}


def _answer(answer: BlindAnswer) -> str:
    letters = [LETTERS[n] for n in sorted(answer.could_sign)]
    could = f"could sign {listed(letters)}" if letters else "could sign none"
    why = _SINCE.get(answer.reason, "") if answer.reason else ""
    remark = _labelled("And", _own(answer.remark))
    return lines(f"_Round {answer.round}:_ {could}{why}", remark)


def _labelled(label: str, text: str) -> str:
    return f"_{label}:_ {people(text, SHOWN)}" if text.strip() else ""


def _own(text: PrivateText | None) -> str:
    return reveal(text, to=Audience.own_side(text.owner)) if text else ""
