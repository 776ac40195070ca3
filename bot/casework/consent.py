"""Consent: who fills in a form has read, on that form, what is stored and who sees what."""

from datetime import datetime

from bot.casework.ports import UnitOfWork
from bot.mediation.people import Consent, PersonId

WORDING = "form-1"
"""Which text stood on the form. A changed text gets a new name and is agreed to anew."""


def record_consent(uow: UnitOfWork, person: PersonId, scope: str, *, now: datetime) -> None:
    """Keep that this person agreed, once for each case and wording."""
    held = uow.consents.given(person, scope)
    if held is None or held.wording != WORDING:
        uow.consents.record(Consent(person, scope, WORDING, given_at=now))
