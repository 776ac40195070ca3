"""What a check has found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. about: what was looked at. todo: the next step, "" where all is well."""

    about: str
    sentence: str
    todo: str = ""

    @property
    def is_fault(self) -> bool:
        return bool(self.todo)
