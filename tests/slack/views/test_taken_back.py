"""What a side took back when it checked its part is nowhere to be read, from the first draft on.

With the built-in facilitator and the views as they are, since a case keeps what was first told.
"""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.casework.digest import digest
from bot.casework.membership import Actor
from bot.casework.rate_terms import finish_rating
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.case import Case
from bot.mediation.caucus import Ratings
from bot.mediation.stages import Stage
from bot.slack.views.private.step import step_form
from bot.slack.views.private.whole_view import whole
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.messages import digest_message, note_message
from bot.slack.views.shared.passages import passages_of
from tests.casework.world import ANNA, BEN, CHANNEL, WORKSPACE, World, memory_world

FIRST = (
    "OTIF was 95 % in May. Our own customer Zebrano takes a penalty of 7.25 % for it, and pays "
    "after 37 days. The truck stood from 06:13 on."
)
LEFT = "OTIF was 95 % in May."
TAKEN_BACK = ("zebrano", "7.25", "37 days", "06:13")


def all_shown(world: World, case: Case, by: Actor) -> Iterator[object]:
    card = case_card(case)
    yield from (card.text, card.blocks, card.plainer, whole(passages_of(case)))
    yield step_form(world.opened(case, by), by.person)
    with world.store() as uow:
        week = digest_message(digest(WORKSPACE, CHANNEL, uow=uow, now=world.clock.now()))
    yield from (week.text, week.blocks)
    for note in world.room.notes.values():
        told = note_message(note)
        yield from (told.text, told.blocks)


def rate(world: World, case: Case, by: Actor) -> None:
    agenda = world.case(case.id).agenda
    assert agenda is not None
    keys = [t.key for t in agenda.terms]
    ratings = Ratings(matters=tuple(keys if by is ANNA else keys[::-1])[:2])
    with world.store() as uow:
        caucus = uow.caucuses.get(case.id, world.side(by).id)
        uow.caucuses.save(caucus.with_ratings(ratings, by=by.person))
        uow.commit()
    world.act(finish_rating, case.id, by=by)


@pytest.mark.parametrize("by", [ANNA, BEN], ids=["who raised it", "the other side"])
def test_what_a_side_took_back_is_read_by_nobody_else(by: Actor) -> None:
    world = memory_world(words=builtin_facilitator(load_library(None)))
    other = BEN if by is ANNA else ANNA
    case = world.raise_case(title="OTIF in May", happened="OTIF was below the target in May.")
    seen: list[str] = []

    def look() -> None:
        for part in all_shown(world, world.case(case.id), other):
            text = json.dumps(part, ensure_ascii=False).casefold()
            seen.append(text)
            assert [w for w in TAKEN_BACK if w in text] == [], text

    world.tell(case, by, happened=FIRST, wants="Payment after 37 days.", why="Zebrano waits.")
    look()
    world.tell(case, other, happened="It was 97 % by order lines.", wants="Payment after 60 days.")
    look()
    world.confirm(case, by, account=LEFT, wants="A plan.", needs="")
    look()
    world.confirm(case, other)
    look()
    assert world.case(case.id).stage is Stage.FRAMED
    world.bargain(case, by)
    look()
    for person in (ANNA, BEN):
        world.agree_terms(case, person)
    for person in (ANNA, BEN):
        rate(world, case, person)
    look()
    assert world.case(case.id).stage in {Stage.PROPOSED, Stage.NO_OVERLAP}
    assert any("95 %" in text for text in seen), "what it let stand is read"


FIRST_WORDS = {"statements", "statement_of"}
USES = {
    "bot/casework/announce.py": "who spoke",
    "bot/casework/climb.py": "whether a side has told",
    "bot/casework/draft_agreement.py": "who spoke",
    "bot/casework/frame.py": "the drafts, and what a side left of them",
    "bot/casework/heed.py": "what its own side was asked about, so that it is not asked again",
    "bot/casework/look_closely.py": "the side's own form",
    "bot/casework/my_desk.py": "whether a side has told",
    "bot/casework/own_answers.py": "whether a side has told",
    "bot/casework/tell_more.py": "the side's own answers",
    "bot/casework/tell_side.py": "the side's own answers",
    "bot/mediation/case.py": "where they are kept",
    "bot/slack/views/private/confirm_form.py": "the side's own form",
    "bot/slack/views/private/tell_form.py": "the side's own form",
    "bot/slack/views/private/told_view.py": "what your side told",
    "bot/slack/views/shared/stages.py": "which sides have told",
}
"""Every module that looks at what sides first told, and what for; the words' own get a `Brief`."""


def test_what_sides_first_told_is_looked_at_where_it_is_said_what_for() -> None:
    root = Path(bot.__file__).parent
    found = {
        path.relative_to(root.parent).as_posix()
        for part in ("casework", "mediation", "slack")
        for path in (root / part).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in FIRST_WORDS
    }
    assert found == set(USES)
