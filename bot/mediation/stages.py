"""The stages of a case, and which may follow which."""

from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    CLARIFYING = "clarifying"
    CONFIRMING = "confirming"
    FRAMED = "framed"
    AGENDA = "agenda"
    RATING = "rating"
    PROPOSED = "proposed"
    SIGNING = "signing"
    AGREED = "agreed"
    FULFILLED = "fulfilled"
    CLEARED_UP = "cleared_up"
    NO_OVERLAP = "no_overlap"
    WITHDRAWN = "withdrawn"
    ESCALATED = "escalated"


ENDS = frozenset(
    {Stage.FULFILLED, Stage.CLEARED_UP, Stage.NO_OVERLAP, Stage.WITHDRAWN, Stage.ESCALATED}
)
"""Nobody has to do anything any more. An agreed case is still followed up."""

_ASIDE = frozenset({Stage.WITHDRAWN, Stage.ESCALATED})

FOLLOWS: Mapping[Stage, frozenset[Stage]] = {
    Stage.CLARIFYING: frozenset({Stage.CONFIRMING}) | _ASIDE,
    Stage.CONFIRMING: frozenset({Stage.FRAMED}) | _ASIDE,
    Stage.FRAMED: frozenset({Stage.CLEARED_UP, Stage.AGENDA}) | _ASIDE,
    Stage.AGENDA: frozenset({Stage.RATING}) | _ASIDE,
    Stage.RATING: frozenset({Stage.PROPOSED, Stage.NO_OVERLAP}) | _ASIDE,
    Stage.PROPOSED: frozenset({Stage.PROPOSED, Stage.AGENDA, Stage.SIGNING, Stage.NO_OVERLAP})
    | _ASIDE,
    Stage.SIGNING: frozenset({Stage.AGREED}) | _ASIDE,
    Stage.AGREED: frozenset({Stage.FULFILLED, Stage.ESCALATED}),
} | {end: frozenset() for end in ENDS}
"""The design's `raised` is the first moment of CLARIFYING; its `bargaining` is AGENDA and
RATING, since terms are agreed before anybody rates them; SIGNING is the frozen package on its
way to both signatures. The one way back, from PROPOSED to AGENDA, is for a term that is missing."""


def may_follow(stage: Stage, following: Stage) -> bool:
    return following in FOLLOWS[stage]
