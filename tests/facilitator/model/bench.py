"""A model facilitator whose model is scripted."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.model.caller import Caller
from bot.facilitator.model.client import Answer, Schema
from bot.facilitator.model.facilitator import ModelFacilitator
from bot.facilitator.model.settings import ModelSettings
from prompts import Rendered
from tests.facilitator.model.doubles import ScriptedClient, SetClock, UsageInMemory

BUILTIN = builtin_facilitator(load_library())


class ModelBench:
    """`answers` by the name of the reply's schema: IntakeReply, FrameReply, TermsReply."""

    def __init__(self, answers: Mapping[str, Mapping[str, Any] | Answer]) -> None:
        self._answers = answers
        self.usage = UsageInMemory()
        self.client = ScriptedClient(self._answer)
        settings = ModelSettings("scripted")
        self.caller = Caller(self.client, settings, self.usage, SetClock())
        self.facilitator = ModelFacilitator(BUILTIN, self.caller)

    def _answer(self, prompt: Rendered, schema: Schema) -> Mapping[str, Any] | Answer:
        return self._answers[str(schema["title"])]


def scripted(script: Callable[[Rendered, Schema], Mapping[str, Any] | Answer]) -> ModelFacilitator:
    settings = ModelSettings("scripted")
    return ModelFacilitator(
        BUILTIN, Caller(ScriptedClient(script), settings, UsageInMemory(), SetClock())
    )
