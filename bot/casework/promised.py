"""What a form says of a promise: what is to be done, by when, and how it comes round."""

from dataclasses import dataclass, replace
from datetime import date

from bot.mediation.refusals import Unclear
from bot.mediation.rhythm import Every, last_weekday

MOST = 500


@dataclass(frozen=True, slots=True)
class Promised:
    """every: None for what is kept once; then `until` says nothing."""

    what: str
    due: date
    every: Every | None = None
    until: date | None = None

    def checked(self, today: date) -> "Promised":
        """In one line, and on days that can be meant. Raises Unclear for what cannot."""
        what = " ".join(self.what.split())
        if not what:
            raise Unclear("what", "Say what is to be done.")
        if len(what) > MOST:
            raise Unclear("what", f"Shorten this to {MOST} characters.")
        if self.due < today:
            raise Unclear("due", "Choose a day that is still to come.")
        if self.every is None:
            return replace(self, what=what, until=None)
        if self.until is None:
            raise Unclear("until", "Choose the last day of what comes round.")
        due = self.due
        if self.every is Every.MONTH_END:
            due = last_weekday(due.year, due.month)
        if self.until < due:
            raise Unclear("until", "Choose a day after the first time.")
        return replace(self, what=what, due=due)
