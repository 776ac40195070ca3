"""The answer to what somebody wrote to Parley alone: trades for it, and what waits for them."""

from bot.casework.my_desk import Waiting
from bot.casework.shown import Alone, Asked
from bot.casework.tongues import Tongue, tongue
from bot.mediation.terms import Trade
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.newer_blocks import Streamed, feedback, plain_feedback
from bot.slack.text import markdown, people
from bot.slack.views import actions as names
from bot.slack.views.private.trades_view import helpful, trade_blocks
from bot.slack.views.shared.stages import step_button

MOST = 5


def direct_answer(answer: Alone) -> Streamed:
    """For the person who wrote, and nobody else."""
    speaks = tongue(answer.language)
    trades = answer.trades.trades
    told = not answer.trades.instead and answer.asked in {Asked.TRADES, Asked.WAITS}
    waiting = answer.desk.waiting[:MOST] if told else ()
    text = _first(answer, speaks)
    below: list[Block] = []
    if trades:
        below.append(context(people(speaks.say("direct.only_you"))))
    if trades and waiting:
        below.append(section(people(speaks.say("direct.waits"))))
    below += [_case(found, speaks) for found in waiting]
    raising = button(speaks.say("direct.raise_button"), names.RAISE_ANYWHERE, "direct")
    below.append(actions(raising))
    said = (section(people(text)), *trade_blocks(answer.trades, speaks), *below)
    parts = (markdown(text), *(_in_markdown(trade, speaks) for trade in trades))
    if not trades:
        return Streamed(parts, tuple(below), Rendered(text, said))
    asked = feedback(names.HELPFUL, *helpful(speaks))
    plainer = (*said, plain_feedback(names.HELPFUL, *helpful(speaks)))
    return Streamed(parts, (*below, asked), Rendered(text, (*said, asked), plainer))


def _first(answer: Alone, speaks: Tongue) -> str:
    """The first sentences, which a notification shows alone."""
    if answer.trades.instead:
        return answer.trades.instead
    if answer.trades.trades:
        return speaks.say("direct.traded")
    match answer.asked:
        case Asked.HELP:
            return speaks.say("direct.help")
        case Asked.RAISE:
            return speaks.say("direct.raise")
    if answer.desk.waiting:
        return speaks.say("direct.waits")
    return f"{speaks.say('direct.nothing')} {speaks.say('direct.ask')}"


def _case(found: Waiting, speaks: Tongue) -> Block:
    case = found.case
    title = people(speaks.say("direct.case", number=case.number, title=case.issue.title), 150)
    return section(title, accessory=button(step_button(case.stage, speaks), names.OPEN, case.id))


def _in_markdown(trade: Trade, speaks: Tongue) -> str:
    """A trade as a paragraph of its own, quoted words first."""
    said = [f"> {markdown(trade.words, 600)}"]
    if trade.costs_you:
        said.append(f"*{speaks.say('direct.costs')}* {markdown(trade.costs_you, 300)}")
    if trade.helps_them:
        said.append(f"*{speaks.say('direct.helps')}* {markdown(trade.helps_them, 300)}")
    return "\n\n" + "\n\n".join(said)
