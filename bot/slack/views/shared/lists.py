"""Lists of cases, and the help that `/parley` gives."""

from bot.casework.list_cases import CasePage
from bot.slack.blocks import Element, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import stage_of
from bot.slack.views.shared.written import written

A_SECTION = 3
"""Cases a section: so many of the longest titles fit into one, whole."""

LONGEST_TITLE = 150

HELP = (
    ("/parley raise WHAT", "write an issue down, so that everybody can work on it"),
    ("/parley list", "the open cases of this channel"),
    ("/parley case 3", "open what you can do now in case 3"),
    ("/parley tradeoffs TEXT", "trades for the terms in a text, for your eyes alone"),
    ("/parley digest", "this week in this channel"),
    ("/parley digest mine", "your own week, over all channels"),
    ("/parley settings", "when you and this channel are told what, days off, the emoji"),
)
NO_TEXT = (
    "Say which text to look at, for example `/parley tradeoffs payment after 60 days, not 30`. "
    "Parley also knows:"
)
SHORTCUTS = (
    "On any message, under More actions: Just clarify, Raise an issue, Suggest trade-offs. Or "
    "mention me in a thread."
)

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


def case_list(page: CasePage) -> Rendered:
    """The open cases, newest first, with a way to the older and the newer ones."""
    if not page.total:
        text = (
            "There is no open case in this channel. *Raise an issue* on My desk begins one, or a "
            "mention of Parley in a thread."
        )
        return Rendered(text, (section(Mrkdwn(text)),))
    found = [
        f"•  Case {c.number}, {people(c.issue.title, LONGEST_TITLE)}: {stage_of(c).casefold()}"
        for c in page.cases
    ]
    count = "1 open case" if page.total == 1 else f"{page.total} open cases"
    blocks = [section(bold(Mrkdwn(count)))]
    blocks += [section(lines(*found[i : i + A_SECTION])) for i in range(0, len(found), A_SECTION)]
    if page.pages > 1:
        blocks.append(context(Mrkdwn(f"Page {page.number + 1} of {page.pages}")))
        blocks.append(actions(*_turns(page)))
    return Rendered(count, tuple(blocks))


def _turns(page: CasePage) -> list[Element]:
    turns = []
    if page.number:
        value = f"{page.channel}:{page.number - 1}"
        turns.append(button("Newer", names.LIST + ".newer", value))
    if page.number + 1 < page.pages:
        value = f"{page.channel}:{page.number + 1}"
        turns.append(button("Older", names.LIST + ".older", value))
    return turns


def help_text(verb: str, words: str = "") -> Rendered:
    """What `/parley` can do; where a word was not understood, that first.

    words: all that was typed. Where it says more than that word, it stands below, to copy.
    """
    unknown = verb not in {"", "help", "tradeoffs"}
    first = f"Parley does not know “{people(verb, 40)}” yet. It knows:" if unknown else ""
    first = NO_TEXT if verb == "tradeoffs" else first
    rows = [f"`{typed}`  {what}" for typed, what in HELP]
    help_here = section(lines(first, *rows, SHORTCUTS))
    lost = words if unknown and len(words.split()) > 1 else ""
    return Rendered("What Parley can do", (help_here, *written(lost)))
