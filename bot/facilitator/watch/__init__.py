"""The watch: when a facilitator says that this is not for it, kindly."""

from bot.facilitator.watch.careful import CarefulWatch
from bot.facilitator.watch.likeness import Likeness
from bot.facilitator.watch.look import WordWatch, asked_about

__all__ = ["CarefulWatch", "Likeness", "WordWatch", "asked_about"]
