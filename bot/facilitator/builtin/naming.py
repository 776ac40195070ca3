"""Names as they stand inside a sentence."""

from bot.facilitator.library import Entry
from bot.facilitator.library.entries import inside
from bot.mediation.issues import IssueKind
from bot.mediation.statements import Brief


def lowered(words: str) -> str:
    """For the middle of a sentence: "OTIF target" stays, "Price change" loses its capital."""
    return inside(words)


def in_text(entry: Entry) -> str:
    """The term with its article: "the payment days"."""
    return entry.noun or lowered(entry.name)


def topic_in_text(entry: Entry) -> str:
    """What it is called as a matter of fact, with its article: "the order window", "OTIF"."""
    return entry.topic_noun or lowered(entry.topic)


def kind_in(brief: Brief) -> IssueKind:
    """The brief's kind of issue, `other` for one that is not known."""
    return IssueKind(brief.kind) if brief.kind in set(IssueKind) else IssueKind.OTHER
