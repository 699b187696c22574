"""The tasks of the guide, in the order in which a provider meets them.

``*…*`` marks the name of something in the window, as it stands there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.language import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task, not translated yet. ``pages`` are the pages of the window on which it is done."""

    title: str
    purpose: str
    steps: tuple[str, ...]
    good_to_know: tuple[str, ...] = ()
    pages: tuple[str, ...]


TASKS: Mapping[str, Task] = {
    "first-plan": Task(
        title=N_("Make your first plan"),
        purpose=N_("You have twenty minutes, and an idea of the support that you want to give."),
        steps=(
            N_("On *Home*, choose *Start a plan* and give it a name. Any name will do for now."),
            N_("Answer the quick start. It has about eighteen questions."),
            N_("Leave out what you do not know, or choose *Not decided yet*."),
            N_("Read *Your first result*: what to stop for, five things to do, what to watch for."),
            N_("Choose *Make the checklist*, and print it or save it."),
        ),
        good_to_know=(
            N_("Every answer is saved at once. Stop when you like, and go on from *Home* later."),
            N_("To look around first, open an example. It is a copy that you may change."),
        ),
        pages=("home",),
    ),
    "answer-questions": Task(
        title=N_("Answer the questions"),
        purpose=N_("You want the advice to fit your programme better."),
        steps=(
            N_("Choose *Questions* in the list of pages, and then a question that is still open."),
            N_("Choose an answer. Beside the questions stands what it changed."),
            N_("Choose *Why?* where a question seems odd: it says what the answer is for."),
            N_("Choose *Note* to write down what the options do not say."),
            N_("Choose *Continue* to go to the next page."),
        ),
        good_to_know=(
            N_("What you leave out is never taken as a no. It stays on the list of questions."),
            N_("Ctrl+Z takes back the last change, step by step."),
            N_("Write no names of mothers in your notes, and nothing by which one could be known."),
        ),
        pages=("questions", "plan"),
    ),
    "read-advice": Task(
        title=N_("Read the advice"),
        purpose=N_("You want to know what may go wrong, and what you could do about it."),
        steps=(
            N_("Choose *Advice*. It begins with what has to be safe before any mother comes."),
            N_("Go down the open risks. Each has one thing to do; a tick says that you will."),
            N_("Open a risk to read what may happen, what you could do, and why it is said here."),
            N_("Look at *How sure*: it says how well the evidence supports this."),
            N_("Look at what may help mothers too, and at what depends on open answers."),
        ),
        good_to_know=(
            N_("A risk is in hand when all its key actions are in place. It is still there."),
            N_("No list of this kind is complete, and none is proof that a programme is safe."),
        ),
        pages=("advice", "first"),
    ),
    "try-another-design": Task(
        title=N_("Try another design"),
        purpose=N_("You wonder what would change if you ran the support in another way."),
        steps=(
            N_("Open a risk and choose *Try this instead*, or *Try another answer* at a question."),
            N_("Look at what would get worse as well as at what would get better."),
            N_("Add more answers to the trial if you like."),
            N_("Choose *Keep these answers*, or *Discard*: then your plan is as it was."),
        ),
        good_to_know=(
            N_("A trial is never saved and never printed until you keep it."),
            N_("*What would have to change?* looks for the smallest change against a risk."),
        ),
        pages=("advice", "questions", "trial"),
    ),
    "share-out-work": Task(
        title=N_("Share out the work"),
        purpose=N_("You know what to do, and need to agree on who does it and by when."),
        steps=(
            N_("Choose *Actions*. *Start with these five* stands on top."),
            N_("Choose for each action: *We will do this*, *Already in place* or *Not for us*."),
            N_(
                "Write who does it and by when. “31 Jan”, “end of March” and “next Friday” will do."
            ),
            N_("Choose several rows to set the same name or day for all of them."),
            N_("Add what the advice does not name with *Add your own*."),
        ),
        good_to_know=(
            N_("Nothing is compulsory. What you decide against stays on paper with your reason."),
            N_("In the table 1, 2, 3 and 0 decide, W goes to who, D to by when."),
        ),
        pages=("actions",),
    ),
    "papers": Task(
        title=N_("Take papers with you"),
        purpose=N_("You want something to hang up, to hand to trustees or to send to a funder."),
        steps=(
            N_("Choose *Papers*, and then a paper. Each says whom it is for and how long it is."),
            N_("Look at its pages in the preview."),
            N_("Choose *Print…*, or *Save as PDF…*."),
            N_("Other kinds of file, and all papers into one folder, are behind *More*."),
        ),
        good_to_know=(
            N_("First drafts can be saved for Word. Each says who should check it."),
            N_("Papers are made from the plan as it is now. Make them again after a change."),
        ),
        pages=("paper",),
    ),
    "read-checklist-back": Task(
        title=N_("Read a filled-in checklist back"),
        purpose=N_("Somebody has ticked boxes and written names into the PDF of your checklist."),
        steps=(
            N_("Save the checklist with *To fill in on a screen* chosen, and send it on."),
            N_(
                "Choose *Read a filled-in checklist…* when it comes back, or drop it on the window."
            ),
            N_("Read what would change in your plan. Nothing has changed yet."),
            N_("Choose what you take, and say yes."),
        ),
        good_to_know=(
            N_("What could not be read is listed as it was typed, so that nothing is lost."),
        ),
        pages=("paper", "actions"),
    ),
    "workshop": Task(
        title=N_("Answer together in a meeting"),
        purpose=N_("You sit together with peers, mothers or partners, and have a large screen."),
        steps=(
            N_("Print the workshop sheet beforehand. It has the open questions of your plan."),
            N_("Choose *Workshop mode* on the list of questions: one question in large type."),
            N_("Talk about it, and choose what you agree on."),
            N_("Do you not agree? Choose *Someone else sees it differently*, and write it down."),
            N_("Press W for why we ask, and 0 to leave a question open."),
        ),
        good_to_know=(
            N_("What you write stands beside the answer and on paper. No rule reads it."),
        ),
        pages=("workshop", "plan"),
    ),
    "compare": Task(
        title=N_("Compare two plans"),
        purpose=N_("You have two designs and want to see what each of them brings and costs."),
        steps=(
            N_("Choose *Compare*."),
            N_("With one plan, choose *Copy this plan and change it*. Then come back here."),
            N_("Read the sentence on top, then the answers, risks and benefits that differ."),
            N_("Print the comparison, or save it."),
        ),
        good_to_know=(N_("There is no sum and no winner. You weigh what matters to you."),),
        pages=("compare",),
    ),
    "many-plans": Task(
        title=N_("Look at many plans at once"),
        purpose=N_("You look after several programmes, or pay for them."),
        steps=(
            N_("On *Home*, choose *All plans in one table*."),
            N_("Look along a row for one plan, and down a column for one risk."),
            N_("Press S on a column to sort by it. Enter opens the risk in its plan."),
            N_("Save the table for a spreadsheet or as PDF."),
        ),
        good_to_know=(
            N_("*Not here* means that the risk does not apply. It does not mean that all is well."),
        ),
        pages=("portfolio",),
    ),
    "look-up-evidence": Task(
        title=N_("Look up what the advice rests on"),
        purpose=N_("Somebody asks where a statement comes from."),
        steps=(
            N_("Open the risk and look at *Sources*, or choose *Evidence* in the list of pages."),
            N_("Search for a word, and open an entry to read all of it."),
            N_("Look at how each source was read: in full, in part, or only its abstract."),
        ),
        good_to_know=(
            N_(
                "Themes and counts are those of the review. Wording, conditions and actions are"
                " our own, and marked so."
            ),
        ),
        pages=("library",),
    ),
    "find": Task(
        title=N_("Find anything, and get about by keys"),
        purpose=N_("You know what you look for, but not where it is."),
        steps=(
            N_("Press Ctrl+K and type a word. Enter goes to what was found."),
            N_("Press Ctrl+F to find a word on the page that you see."),
            N_("Press Alt+Left to go back to where you were."),
            N_("Press F1 for help about the page that you see, with its keys."),
        ),
        good_to_know=(
            N_("F6 goes round the parts of the window: pages, page, advice so far, status."),
        ),
        pages=("help",),
    ),
    "see-and-hear": Task(
        title=N_("Make it easier to see and to hear"),
        purpose=N_("Letters are too small, colours too bright, or you use a screen reader."),
        steps=(
            N_("Press Ctrl and + for larger text, Ctrl and - for smaller, Ctrl+0 for the usual."),
            N_("Choose *Preferences* for a dark window, for strong contrast and for no movement."),
            N_("With a screen reader, go on with Tab. Opened text is read out by itself."),
            N_("Turn off keys of one letter there if you dictate."),
        ),
        good_to_know=(N_("The saved PDF can be read by a screen reader as well."),),
        pages=("preferences",),
    ),
    "hand-over": Task(
        title=N_("Give a plan to somebody else"),
        purpose=N_("A colleague works on, or you change to another computer."),
        steps=(
            N_("On *Home*, open the menu of the plan and choose *Export a copy…*."),
            N_("Give the file to your colleague. It holds the whole plan, notes and names too."),
            N_("There, choose *Import…* on *Home*, or drop the file on the window."),
        ),
        good_to_know=(
            N_("Nothing is sent by the program. You decide how the file travels."),
            N_("Where that plan is there already, you see what differs before anything changes."),
        ),
        pages=("home",),
    ),
    "undo-and-restore": Task(
        title=N_("Get something back"),
        purpose=N_("Something was changed or deleted that should not have been."),
        steps=(
            N_("Press Ctrl+Z to take back what you did last."),
            N_("Choose *What changed* in the plan to put back one earlier answer."),
            N_("Look under *Recently deleted* on *Home* for a plan. It stays there for 30 days."),
            N_("For all plans as they were before, choose *Preferences*, *Copies and restore*."),
            N_("Look at what each copy holds, and choose *Put this copy back*."),
        ),
        good_to_know=(
            N_("Copies are made by themselves. Keep a second folder for them on another disk."),
            N_("Putting a copy back keeps what was there before, and can be undone."),
        ),
        pages=("history", "preferences", "home"),
    ),
    "team": Task(
        title=N_("Work on the same plans as a team"),
        purpose=N_("You plan together, and each of you has a computer."),
        steps=(
            N_("Ask the person who looks after your server for a database and an account."),
            N_("Choose *Preferences*, *Where plans are kept…*, and fill in what they gave you."),
            N_("Choose *Test*. Nothing changes before the database has answered."),
            N_("Choose *Use it and start again*."),
        ),
        good_to_know=(
            N_("You see what others save within seconds. Where two texts differ, both are kept."),
            N_("Without the server you can go on typing. It is saved when the server is back."),
        ),
        pages=("preferences",),
    ),
}
