"""What a facilitator keeps out of."""

from enum import StrEnum


class Concern(StrEnum):
    """In the order of what matters more: a text with a threat and a price is a threat."""

    THREAT = "threat"
    HARASSMENT = "harassment"
    SAFETY = "safety"
    COMPETITION = "competition"
