"""The library of supply-chain terms: its entries are data, in the YAML files beside this one."""

from bot.facilitator.library.entries import Entry, Library
from bot.facilitator.library.faults import LibraryFault
from bot.facilitator.library.load import load_library

__all__ = ["Entry", "Library", "LibraryFault", "load_library"]
