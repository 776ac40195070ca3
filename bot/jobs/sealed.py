"""What a job is told, locked before it goes into a record of the job engine's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dbos._serialization import DefaultSerializer, Serializer

Lock = Callable[[str], str]
MARK = "sealed:"


@dataclass(frozen=True, slots=True)
class Seal:
    """How a text is locked for the database, and opened again."""

    close: Lock
    open: Lock


class Sealed(Serializer):
    """The engine's own form, sealed: a job may carry what somebody typed and never sent.

    Records of before carry no mark, and are read as they were: a schedule does not name its form.
    """

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._plain = DefaultSerializer()

    def serialize(self, data: Any) -> str:
        return MARK + self._seal.close(self._plain.serialize(data))

    def deserialize(self, serialized_data: str) -> Any:
        if not serialized_data.startswith(MARK):
            return self._plain.deserialize(serialized_data)
        return self._plain.deserialize(self._seal.open(serialized_data.removeprefix(MARK)))

    def name(self) -> str:
        return "parley_sealed"
