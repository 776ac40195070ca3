"""Names as they stand inside a sentence."""

from bot.facilitator.library import Entry
from bot.mediation.issues import IssueKind
from bot.mediation.statements import Brief


def lowered(words: str) -> str:
    """For the middle of a sentence: "OTIF target" stays, "Price change" loses its capital."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def in_text(entry: Entry) -> str:
    return lowered(entry.name)


def topic_in_text(entry: Entry) -> str:
    return lowered(entry.topic)


def kind_in(brief: Brief) -> IssueKind:
    """The brief's kind of issue, `other` for one that is not known."""
    return IssueKind(brief.kind) if brief.kind in set(IssueKind) else IssueKind.OTHER
