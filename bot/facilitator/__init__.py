"""The words: the built-in facilitator, the language-model one, and the library of terms."""

from bot.casework.words import Facilitator
from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.library import Library, LibraryFault, load_library

__all__ = ["Library", "LibraryFault", "builtin_facilitator", "load_library"]


def builtin_facilitator(library: Library) -> Facilitator:
    """The facilitator that needs no network."""
    return BuiltinFacilitator(library)
