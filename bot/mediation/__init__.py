"""The domain: a case between sides, as values and rules.

Standard library only. No clock, no chance, no I/O: `now`, ids and salts are arguments.
"""
