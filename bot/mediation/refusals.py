"""Why something cannot be done, in words that a person can act on.

    Refusal
    ├── Outsider            the person is on no side of this case
    ├── NotEntitled         on a side, but this needs another role or person
    ├── MovedOn             the case is at another stage than the form was made for
    ├── Overtaken           a colleague was faster; the form comes back filled in
    ├── NotFound            no such case, clarification or commitment
    └── Unclear             what was typed cannot be used as it stands; names the field

A refusal is not a fault: its sentence goes to the person as it is, and nothing was changed.
"""


class Refusal(Exception):
    """Something cannot be done; `str()` is the sentence for the person, with the next step."""


class Outsider(Refusal):
    """The person belongs to no side of the case."""


class NotEntitled(Refusal):
    """The person is on a side, but may not do this."""


class MovedOn(Refusal):
    """The case has left the stage that the form or button was made for."""


class Overtaken(Refusal):
    """Somebody was faster; what was typed can be sent once more, or left."""


class NotFound(Refusal):
    """Nothing stands under this id."""


class Unclear(Refusal):
    """What was typed cannot be used.

    `field` is the name of the form's field, so that the sentence can stand beside it.
    """

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
