"""The watch: when a facilitator says that this is not for it, kindly."""

from bot.facilitator.watch.look import WordWatch

__all__ = ["WordWatch"]
