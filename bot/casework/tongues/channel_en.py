"""English: what a channel or a person reads of Parley outside of a case."""

SAYINGS = {
    "fair.signed": "One tap, if you like: was the way here fair?",
    "fair.fulfilled": "Everything is done. One tap, if you like: was it fair, looking back?",
    "fair.private": (
        "Your answer stays with your side and Parley's own ledger; nobody else ever sees it."
    ),
    "fair.thanks": "Thank you. Your answer is kept for your side alone.",
    "felt.fair": "Fair",
    "felt.mostly": "Mostly fair",
    "felt.not_fair": "Not fair",
    "clarify.about": "About what {who} wrote:",
    "clarify.cleared_up": "Cleared up. Thank you, {both}.",
    "clarify.case": "This became a case, so that nothing gets lost.",
    "clarify.one": (
        "{who}: one line from you, please. {question} {Both} lines appear here together, once "
        "yours is in."
    ),
    "clarify.many": (
        "{who}: one line from each of you, please. {question} {Both} lines appear here together, "
        "once {both} are in."
    ),
    "clarify.mean": "What did you mean?",
    "clarify.understand": "What did you understand?",
    "clarify.both": "What was meant, and what was understood?",
    "clarify.in": "{Both} lines are in. Is it cleared up?",
    "clarify.noted": "{who}: cleared up.",
    "clarify.meant": "{side} meant",
    "clarify.understood": "{side} understood",
    "pinned.what": "Parley, a program{by}, takes no side and serves everybody here alike.",
    "pinned.by": " run by {host}",
    "pinned.shows": (
        "*My desk* shows what waits for you, what your side told in private, and your promises."
    ),
    "pinned.seen": (
        "What it opens is for your eyes alone. Nothing that you write is kept before you agree; "
        "*What is kept*, in there, says where, and who could read it."
    ),
    "pinned.title": "My desk: what waits for you in Parley",
    "ways.ask": "How can I help you with this?",
    "ways.more": "Or is it something else?",
    "ways.private": "What one side tells in private never reaches the other.",
    "list.none": (
        "There is no open case in this channel. *Raise an issue* on My desk begins one, or a "
        "mention of Parley in a thread."
    ),
    "list.case": "•  Case {number}, {title}: {stage}",
    "list.count.one": "1 open case",
    "list.count.many": "{count} open cases",
    "list.page": "Page {number} of {pages}",
    "written": "What you wrote, to copy:",
    "help": "What Parley can do",
    "help.unknown": "Parley does not know “{verb}” yet. It knows:",
    "help.no_text": (
        "Say which text to look at, for example `/parley tradeoffs payment after 60 days, not 30`. "
        "Parley also knows:"
    ),
    "help.raise": "`/parley raise WHAT`  write an issue down, so that everybody can work on it",
    "help.list": "`/parley list`  the open cases of this channel",
    "help.case": "`/parley case 3`  open what you can do now in case 3",
    "help.tradeoffs": (
        "`/parley tradeoffs TEXT`  trades for the terms in a text, for your eyes alone"
    ),
    "help.digest": "`/parley digest`  this week in this channel",
    "help.mine": "`/parley digest mine`  your own week, over all channels",
    "help.settings": (
        "`/parley settings`  when you and this channel are told what, days off, the emoji"
    ),
    "help.shortcuts": (
        "On any message, under More actions: Just clarify, Raise an issue, Suggest trade-offs. Or "
        "mention me in a thread."
    ),
}
