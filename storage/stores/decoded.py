"""Cases as they were read before: a case is read again only once it has been saved anew."""

import threading
from collections import OrderedDict

from bot.mediation.case import Case

MOST = 4_000


class Decoded:
    """The newest of the cases that were read, for one database; of each its last version.

    Only what was committed may be put here: a version that was rolled back comes again with
    something else in it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._cases: OrderedDict[str, Case] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, case_id: str, version: int) -> Case | None:
        with self._lock:
            held = self._cases.get(case_id)
            if held is None or held.version != version:
                return None
            self._cases.move_to_end(case_id)
            return held

    def put(self, case: Case) -> None:
        with self._lock:
            self._cases[case.id] = case
            self._cases.move_to_end(case.id)
            while len(self._cases) > self._most:
                self._cases.popitem(last=False)
