"""Who runs this Parley, where it keeps things, and which model it asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hosting:
    """As the settings say. Empty where they do not, which the reader is told too.

    host: the organisation whose administrators run it; who installed it, where nothing is said.
    payer: who pays. where: place of the database. model, model_at: the language model and its
    server, empty where there is none. open_logs: a trial, whose logs hold what people say.
    """

    host: str = ""
    payer: str = ""
    where: str = ""
    model: str = ""
    model_at: str = ""
    open_logs: bool = False


UNSAID = Hosting()
