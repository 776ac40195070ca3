"""The words: the built-in facilitator, the language-model one, and the library of terms.

library = load_library(extra)
builtin = builtin_facilitator(library)
facilitator = model_facilitator(builtin, ModelSettings(...), usage, clock)
"""

from bot.casework.ports import Clock
from bot.casework.usage import UsageLog
from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.library import Library, LibraryFault, load_library
from bot.facilitator.model.caller import Caller
from bot.facilitator.model.facilitator import ModelFacilitator
from bot.facilitator.model.langchain import LangChainClient
from bot.facilitator.model.settings import ModelSettings
from bot.facilitator.watch import WordWatch

__all__ = [
    "Library",
    "LibraryFault",
    "ModelSettings",
    "WordWatch",
    "builtin_facilitator",
    "load_library",
    "model_facilitator",
]


def builtin_facilitator(library: Library) -> BuiltinFacilitator:
    """The facilitator that needs no network."""
    return BuiltinFacilitator(library)


def model_facilitator(
    builtin: BuiltinFacilitator, settings: ModelSettings, usage: UsageLog, clock: Clock
) -> ModelFacilitator:
    """The facilitator with a language model; nothing is called or imported until it is asked."""
    client = LangChainClient(settings)
    return ModelFacilitator(builtin, Caller(client, settings, usage, clock))
