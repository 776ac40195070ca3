"""Prompts as files: one for each call, with declared inputs, rendered strictly.

    load_prompt("frame").render(language="English", ...)

A file has a front matter (`purpose`, `inputs`), then the instructions, then a line `=== texts`,
and then what is filled in. What people wrote stands in the second part alone, as JSON.
"""

from prompts.load import Prompt, PromptFault, Rendered, load_prompt, names

__all__ = ["Prompt", "PromptFault", "Rendered", "load_prompt", "names"]
