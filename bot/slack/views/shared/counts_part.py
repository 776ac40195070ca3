"""What was counted together: every side's results side by side, with formulas and sources."""

from collections.abc import Mapping, Sequence

from bot.casework.count_together import offered
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.facts.counts import Calculator, Count, Result
from bot.slack.blocks import Block, Element, button, context, fields, section
from bot.slack.text import Mrkdwn, bold, day_of, lines, people, person, plain, shortened
from bot.slack.views import actions as names

FINGERPRINT = 12
"""Hex digits of the SHA-256 that are shown; the record holds all 64."""
NAME, FORMULA, NOTE, NOTES = 80, 220, 400, 1_800
MOST_NOTED = 10
"""What a context block takes."""

_Said = tuple[tuple[Result, ...], tuple[str, ...]]
"""Results and notes in one language."""


def counts(case: Case) -> list[Block]:
    """A heading for each thing that was counted, and a column for each side that did."""
    speaks = tongue(case.language)
    blocks: list[Block] = []
    for calculator, held in _by_calculator(case).items():
        heading = speaks.say("count", what=speaks.say(f"count.{calculator.value}"))
        blocks.append(section(bold(Mrkdwn(heading))))
        blocks += [fields(*(_column(case, c, said) for c, said in row)) for row in _worded(held)]
        blocks.append(context(*(_source(case, count, speaks) for count in held)))
        if notes := [_notes(case, c, said) for row in _worded(held) for c, said in row if said[1]]:
            elements = [{"type": "plain_text", "text": n, "emoji": False} for n in notes]
            blocks.append({"type": "context", "elements": elements[:MOST_NOTED]})
    return blocks


def count_button(case: Case) -> list[Element]:
    """The way to count, where a count could settle something."""
    return [button("Count it together", names.COUNT, case.id)] if offered(case) else []


def _by_calculator(case: Case) -> Mapping[Calculator, list[Count]]:
    """In the order in which each was first counted; the sides in the case's own order."""
    found: dict[Calculator, list[Count]] = {}
    for count in case.counts:
        found.setdefault(count.calculator, []).append(count)
    order = [side.id for side in case.sides]
    return {c: sorted(held, key=lambda x: order.index(x.side)) for c, held in found.items()}


def _worded(held: Sequence[Count]) -> list[list[tuple[Count, _Said]]]:
    """The counts in the statement's first language, then in each other one."""
    rows: list[list[tuple[Count, _Said]]] = [[(c, (c.results, c.notes)) for c in held]]
    others = dict.fromkeys(w.language for c in held for w in c.also)
    for language in others:
        told = [(c, w) for c in held for w in c.also if w.language == language]
        rows.append([(c, (w.results, w.notes)) for c, w in told])
    return rows


def _column(case: Case, count: Count, said: _Said) -> Mrkdwn:
    results, _ = said
    told = [f"•  {people(result.formula, FORMULA)}" for result in results]
    if _needs_names(count):
        told = [
            f"•  {people(r.definition, FORMULA)}: {people(r.formula, FORMULA)}" for r in results
        ]
    return lines(bold(people(case.side(count.side).name, NAME)), *told)


def _needs_names(count: Count) -> bool:
    """An index's formula does not say by itself which reading it follows."""
    return count.calculator is Calculator.INDEX_PRICE and len(count.results) > 1


def _notes(case: Case, count: Count, said: _Said) -> str:
    """What was left out, assumed or doubled; signs in a cell that it quotes mark nothing."""
    _, notes = said
    first, *others = (plain(note, NOTE) for note in notes)
    named = f"{plain(case.side(count.side).name, NAME)}: {first}"
    return shortened("\n".join((named, *others)), NOTES)


def _source(case: Case, count: Count, speaks: Tongue) -> Mrkdwn:
    side = people(case.side(count.side).name, NAME)
    who = f"{person(count.by)}, {day_of(count.at)}"
    rows = speaks.count("count.rows", count.rows)
    if not count.source and count.rows:
        return Mrkdwn(speaks.say("count.pasted", side=side, rows=rows, who=who))
    if not count.source:
        return Mrkdwn(speaks.say("count.typed", side=side, who=who))
    return Mrkdwn(
        speaks.say(
            "count.given",
            side=side,
            source=people(count.source, NAME),
            rows=rows,
            who=who,
            digest=count.digest[:FINGERPRINT],
        )
    )
