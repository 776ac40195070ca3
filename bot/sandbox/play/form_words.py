"""What a form calls its boxes and buttons, in each language that one comes in."""

from collections.abc import Collection, Mapping

IN_SPANISH: Mapping[str, str] = {
    "Raise an issue": "Plantear un asunto",
    "Your side": "Su parte",
    "Title": "Título",
    "Tell your side": "Cuente su versión",
    "What happened, as you saw it": "Qué pasó, como lo vieron ustedes",
    "What would you like to come of this": "Qué les gustaría que saliera de esto",
    "Why does that matter to you": "Por qué les importa",
    "May the reason be shared": "¿Se puede compartir el motivo?",
    "Yes, it may be shared": "Sí, se puede compartir",
    "Anything that only Parley should know": "Algo que solo deba saber Parley",
    "If you like": "Si quiere",
    "Check your part": "Compruebe su parte",
    "The terms": "Los puntos",
    "What matters to you": "Qué les importa",
    "Matters most": "Lo que más importa",
    "Second": "En segundo lugar",
    "Third": "En tercer lugar",
    "What you can never do, if anything": "Lo que no pueden hacer nunca, si hay algo",
    "Fine-tune": "Afinar",
    "This one": "Este",
    "That one": "Ese",
    "Much the same": "Más o menos igual",
    "Keep it as it is": "Dejarlo como está",
    "Answer in private": "Responder en privado",
    "You could sign": "Podrían firmar",
    "If none: what stands in the way": "Si ninguno: qué lo impide",
    "It brings us too little": "Nos aporta poco",
    "In which term": "En qué punto",
    "Read and sign": "Leer y firmar",
}
HOLDS = (", today", ", hoy")
BEST = ("Taken as best for you: ", "Tomado como lo mejor para ustedes: ")
NOT_SO = (". Not so?", ". ¿No es así?")
ONE, TWO = ("One", "Uno"), ("Two", "Dos")
TOWARDS = ("Towards ", "Hacia ")
BETTER = ("Better for you: ", "Mejor para ustedes: ")


def shown(words: Collection[str], label: str) -> str:
    """The label as it stands among these words, in whichever language; else as it was asked for."""
    if label in words:
        return label
    return _turned(label, words)


def both(label: str) -> tuple[str, str]:
    """A label in each language."""
    return label, IN_SPANISH.get(label, label)


def _turned(label: str, words: Collection[str]) -> str:
    spanish = IN_SPANISH.get(label, label)
    for english, other in (HOLDS, TOWARDS, BETTER):
        spanish = spanish.replace(english, other)
    return spanish if spanish in words else label
