"""What a job is told, locked before it goes into a record of the job engine's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dbos._serialization import DefaultSerializer, Serializer

Lock = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Seal:
    """How a text is locked for the database, and opened again."""

    close: Lock
    open: Lock


class Sealed(Serializer):
    """The engine's own form, sealed: a job may carry what somebody typed and never sent.

    Records of before are named after the form that they stand in, and are read as they were.
    """

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._plain = DefaultSerializer()

    def serialize(self, data: Any) -> str:
        return self._seal.close(self._plain.serialize(data))

    def deserialize(self, serialized_data: str) -> Any:
        return self._plain.deserialize(self._seal.open(serialized_data))

    def name(self) -> str:
        return "parley_sealed"
