"""Lists of cases, and the help that `/parley` gives."""

from bot.casework.list_cases import CasePage
from bot.casework.tongues import Tongue
from bot.mediation.case import Case
from bot.slack.blocks import Element, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH, stage_of
from bot.slack.views.shared.written import written

A_SECTION = 3
"""Cases a section: so many of the longest titles fit into one, whole."""

LONGEST_TITLE = 150

COMMANDS = ("raise", "list", "case", "tradeoffs", "digest", "mine", "settings")

HERE = (
    "*Just clarify*: one private line from each side about a message, then all are shown.",
    "*Raise an issue*: a case with a card in the thread, which always shows what comes next.",
    "*Suggest trade-offs*: trades for the terms in a message, for your eyes alone.",
    "*My desk*, pinned in the channel: what waits for you, and what your side told in private.",
    "What one side tells in private never reaches the other. Parley proposes, people decide.",
)


def help_here() -> Rendered:
    """What everybody in a channel can do, whichever side they are on."""
    return Rendered("What Parley can do", (section(lines(*HERE)),))


def case_list(page: CasePage, speaks: Tongue = ENGLISH) -> Rendered:
    """The open cases, newest first, with a way to the older and the newer ones."""
    if not page.total:
        text = speaks.say("list.none")
        return Rendered(text, (section(Mrkdwn(text)),))
    found = [_listed(case, speaks) for case in page.cases]
    count = speaks.count("list.count", page.total)
    blocks = [section(bold(Mrkdwn(count)))]
    blocks += [section(lines(*found[i : i + A_SECTION])) for i in range(0, len(found), A_SECTION)]
    if page.pages > 1:
        place = speaks.say("list.page", number=page.number + 1, pages=page.pages)
        blocks.append(context(Mrkdwn(place)))
        blocks.append(actions(*_turns(page)))
    return Rendered(count, tuple(blocks))


def _listed(case: Case, speaks: Tongue) -> str:
    title, stage = people(case.issue.title, LONGEST_TITLE), stage_of(case, speaks).casefold()
    return speaks.say("list.case", number=case.number, title=title, stage=stage)


def _turns(page: CasePage) -> list[Element]:
    turns = []
    if page.number:
        value = f"{page.channel}:{page.number - 1}"
        turns.append(button("Newer", names.LIST + ".newer", value))
    if page.number + 1 < page.pages:
        value = f"{page.channel}:{page.number + 1}"
        turns.append(button("Older", names.LIST + ".older", value))
    return turns


def help_text(verb: str, words: str = "", speaks: Tongue = ENGLISH) -> Rendered:
    """What `/parley` can do; where a word was not understood, that first.

    words: all that was typed. Where it says more than that word, it stands below, to copy.
    """
    unknown = verb not in {"", "help", "tradeoffs"}
    first = speaks.say("help.unknown", verb=people(verb, 40)) if unknown else ""
    first = speaks.say("help.no_text") if verb == "tradeoffs" else first
    rows = [speaks.say(f"help.{command}") for command in COMMANDS]
    help_here = section(lines(first, *rows, speaks.say("help.shortcuts")))
    lost = words if unknown and len(words.split()) > 1 else ""
    return Rendered(speaks.say("help"), (help_here, *written(lost, speaks)))
