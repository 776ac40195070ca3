"""Storage: SQLModel tables, the mapping between rows and the domain, the stores."""

from storage.engine import impatient, migrate, open_engine
from storage.unit_of_work import SqlStore

__all__ = ["SqlStore", "impatient", "migrate", "open_engine"]
