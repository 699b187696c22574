"""Help about each page: what it is for, what to do there, and the words that stand on it.

The one source of what the program says about its own pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.language import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedWord:
    """A word that stands on a page, and what it means there."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHelp:
    """What a page is for, what to do on it, and its words."""

    purpose: str
    to_do: str
    words: tuple[ExplainedWord, ...]


@dataclass(frozen=True, slots=True)
class _Help:
    """The same, not translated yet; words are pairs."""

    purpose: str
    to_do: str
    words: tuple[tuple[str, str], ...] = ()


_STATES = (
    N_("Open, Partly in hand, In hand"),
    N_(
        "How far the key actions against a risk are. Open: against one of the ways to it nothing is"
        " planned or in place. Partly in hand: against each of them something is."
        " In hand: all are in place. The risk is still there."
    ),
)
_NOT_DECIDED = (
    N_("Not decided yet"),
    N_("Says so on the checklist, and you are asked again. It is never taken as a no."),
)
_FIVE = (
    N_("Start with these five"),
    N_("Five actions to begin with: safety first, then what helps with most of the open risks."),
)
_STOP_FIRST = (
    N_("Stop first, Check first"),
    N_(
        "What has to be safe before any mother comes. Stop first is missing by your answers;"
        " Check first is not said yet."
    ),
)

_HELP: Mapping[str, _Help] = {
    "home": _Help(
        N_("All plans on this computer, the one that you worked on last on top."),
        N_("Go on with a plan, or start one. A first result takes about eighteen questions."),
        (
            (
                N_("Example"),
                N_("A fictional plan. Opening one makes a copy, which you may change."),
            ),
            (
                N_("Recently deleted"),
                N_("Plans that you deleted in the last 30 days. They can be put back."),
            ),
        ),
    ),
    "portfolio": _Help(
        N_("Many plans beside each other: how each risk stands in each of them."),
        N_("Look along a row for one plan, down a column for one risk. Open the risk in its plan."),
        (
            _STATES,
            (
                N_("Not here"),
                N_("The risk does not apply to the plan. That does not make the plan safe."),
            ),
        ),
    ),
    "plan": _Help(
        N_("Every question with your answer, and which of the open ones matter most."),
        N_(
            "Go on where you stopped, or press a row to change an answer; you come back to it. Do"
            " the sections in any order; stop at any time."
        ),
        (
            (
                N_("Quick start"),
                N_("The questions that the advice rests on most. They already give a result."),
            ),
            _NOT_DECIDED,
            (
                N_("Not asked here"),
                N_("Your other answers rule the question out. An answer to it is kept."),
            ),
            (
                N_("Seen differently"),
                N_("Somebody in the room sees it otherwise. What they said stands at the answer."),
            ),
        ),
    ),
    "questions": _Help(
        N_("The questions about your programme. Every answer changes the advice at once."),
        N_("Answer what you know. Leave out what you have not decided: you can come back."),
        (
            _NOT_DECIDED,
            (
                N_("Why?"),
                N_("Says what the answer is used for, and leads there. Alt+Left brings you back."),
            ),
            (
                N_("Try another answer"),
                N_("Shows what another answer would change. Your plan stays as it is meanwhile."),
            ),
        ),
    ),
    "workshop": _Help(
        N_("The questions one by one in large type, to be answered by a group together."),
        N_("Talk about each question. Choose what you agree on, and note who sees it differently."),
        (
            _NOT_DECIDED,
            (
                N_("Someone sees it differently"),
                N_("Writes down who, and what they said. It is shown beside the answer."),
            ),
        ),
    ),
    "history": _Help(
        N_("What was changed in this plan, when and by whom, the newest first."),
        N_("Look for what was said before. Put back a single answer if you want it again."),
    ),
    "advice": _Help(
        N_("What may harm mothers in your programme, what may keep them away, and what may help."),
        N_(
            "Begin with what to stop for, then with the open risks. A tick means that you will do"
            " this. Open a risk to read what may happen, what you could do and how sure this is."
        ),
        (
            _STATES,
            _STOP_FIRST,
            (N_("Matters more here"), N_("Your own answers make this risk weigh more.")),
            (
                N_("Depends on open answers"),
                N_("It may or may not apply. An answer that you have not given decides."),
            ),
        ),
    ),
    "first": _Help(
        N_("The first page of your checklist: what to stop for, five things to do, what to watch."),
        N_("Tick what you will do. Make the checklist, or go on answering for the rest."),
        (_STOP_FIRST, _FIVE),
    ),
    "trial": _Help(
        N_("What would be different with other answers. Your plan is not changed."),
        N_("Look at what gets worse as well as what gets better. Then keep the answers, or not."),
        (
            (
                N_("Keep"),
                N_("Puts the answers that you tried into your plan. Undo takes them back."),
            ),
            (N_("Discard"), N_("Forgets what you tried. Your plan is as it was.")),
        ),
    ),
    "actions": _Help(
        N_("Everything that the advice suggests to do, to share out among you."),
        N_(
            "Say for each action whether you will do it, who does it and by when. Nothing is"
            " compulsory: you know what fits."
        ),
        (
            _FIVE,
            (
                N_("Key actions"),
                N_("Those that count for the state of a risk. The others help too, and can wait."),
            ),
            (
                N_("Not for us"),
                N_("You have decided against it, with a reason. The next action moves up."),
            ),
        ),
    ),
    "paper": _Help(
        N_("Your plan on paper: checklist, report, register and other papers."),
        N_("Choose a paper and look at it here. Print it, or save it as a file."),
        (
            (
                N_("To fill in on screen"),
                N_("A PDF with fields. What is filled in can be read back into the plan."),
            ),
        ),
    ),
    "compare": _Help(
        N_("Two plans beside each other: where their answers and their advice differ."),
        N_("Choose two plans. With one plan, copy it and change the copy."),
        (_STATES,),
    ),
    "library": _Help(
        N_("What the advice rests on: every statement, action and source."),
        N_("Search for a word, or choose a shelf. Open an entry to read all of it."),
        (
            (N_("Statement"), N_("In this situation, this may happen, and lead to that.")),
            (N_("To be confirmed"), N_("The source was not read in full by us yet.")),
        ),
    ),
    "preferences": _Help(
        N_("How the program looks and behaves on this computer."),
        N_("Every choice shows at once and is kept. Nothing here changes a plan."),
    ),
    "help": _Help(
        N_("How to go on, every key, the words of the field, and what this program is."),
        N_("Press F1 on any other page for help about that page."),
    ),
}


def pages_with_help() -> frozenset[str]:
    """Return the pages that there is help about."""
    return frozenset(_HELP)


def page_help(page: str) -> PageHelp:
    """Return help about a page, by the key of the page."""
    told = _HELP[page]
    words = (ExplainedWord(word=_(word), meaning=_(meaning)) for word, meaning in told.words)
    return PageHelp(purpose=_(told.purpose), to_do=_(told.to_do), words=tuple(words))
