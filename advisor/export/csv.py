"""Findings, gates and actions as one table for a spreadsheet.

The way is one: a cell that a spreadsheet could take for a formula gets an apostrophe in
front, which also spoils ``-5``. JSON is the round trip.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator

from advisor.language import N_, _
from advisor.models.advice import Advice, AdvisedAction
from advisor.models.evidence import Effect
from advisor.models.findings import Finding, GateFinding, GateState
from advisor.models.ids import ConfigurationId
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import OwnAction, Plan
from advisor.models.tables import DataCell, DataTable
from advisor.telling.naming import coded_title, marked_title
from advisor.telling.needs import Need
from advisor.telling.words import CHOICE, DOMAIN, EFFECT, LEVEL, MARK, RISK_STATE, VERDICT, YES_NO

COLUMNS = (
    N_("record"),
    N_("id"),
    N_("title or action"),
    N_("domain"),
    N_("effect"),
    N_("verdict"),
    N_("state"),
    N_("why or done when"),
    N_("depends on"),
    N_("stage"),
    N_("role"),
    N_("owner"),
    N_("due"),
    N_("key"),
    N_("safety"),
    N_("in place"),
    N_("decision"),
    N_("reason"),
    N_("serves or served by"),
    N_("evidence"),
    N_("sources"),
    N_("matters more here"),
    N_("how you would notice"),
    N_("from other sources"),
    N_("depends on these being there"),
    N_("field's term"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def advice_csv(pack: Pack, plan: Plan, advice: Advice) -> str:
    """Return every finding, every gate and every action, one a row, under one row of headers.

    The text carries no byte order mark; ``csv_bytes`` adds it for a file.
    """
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    table.writerow({column: _(column) for column in COLUMNS})
    for row in _rows(pack, plan, advice):
        table.writerow({column: _guarded(cell) for column, cell in row.items()})
    return text.getvalue()


def table_csv(table: DataTable) -> str:
    """Return a paper's table under one row of headers, dates as ``2027-03-05``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_guarded(column.head) for column in table.columns])
    writer.writerows([_guarded(_written(cell)) for cell in row] for row in table.rows)
    return text.getvalue()


def _written(cell: DataCell) -> str:
    match cell:
        case None:
            return ""
        case datetime.date():
            return cell.isoformat()
        case _:
            return str(cell)


def csv_bytes(text: str) -> bytes:
    """Return the file of a table: UTF-8 with a byte order mark.

    Without the mark, Excel on Windows reads every accent and every dash wrongly.
    """
    return text.encode("utf-8-sig", "backslashreplace")


def _rows(pack: Pack, plan: Plan, advice: Advice) -> Iterator[dict[str, str]]:
    for finding in advice.findings:
        yield _finding(pack, finding)
    for gate in advice.gates:
        yield _gate(pack, gate)
    for action in advice.actions:
        yield _action(pack, action)
    for own in plan.own_actions:
        yield _own_action(pack, own)


def _finding(pack: Pack, finding: Finding) -> dict[str, str]:
    configuration = pack.configuration_by_id[finding.configuration]
    return {
        "record": _("finding"),
        "id": finding.rule,
        "title or action": marked_title(configuration),
        "domain": DOMAIN[finding.domain],
        "effect": EFFECT[finding.effect],
        "verdict": VERDICT[finding.verdict],
        "state": "" if finding.state is None else RISK_STATE[finding.state],
        "why or done when": " ".join(_sentences(finding)) or configuration.summary,
        "depends on": _joined(pack.questionnaire[question].text for question in finding.depends_on),
        "serves or served by": _joined(finding.actions),
        "evidence": pack.label_of("evidence", finding.evidence),
        "sources": _joined(finding.sources),
        "matters more here": YES_NO[finding.matters_more],
        "how you would notice": " ".join(filter(None, (each.sign for each in finding.at_work))),
        "from other sources": " ".join(each.text for each in finding.from_elsewhere),
        "depends on these being there": _joined(_needs(finding)),
        "field's term": configuration.term,
    }


def _sentences(finding: Finding) -> Iterator[str]:
    """Yield a sentence for each way in which it comes about; of a risk also what may be."""
    for branch in finding.at_work:
        yield branch.text
    if finding.effect is Effect.HARMS:
        for branch in finding.counting:
            if branch not in finding.at_work:
                yield _("May apply: {sentence}").format(sentence=branch.text)


def _needs(finding: Finding) -> Iterator[str]:
    return (Need(text=need.text, met=need.met).sentence for need in finding.needs)


def _gate(pack: Pack, gate: GateFinding) -> dict[str, str]:
    asked = (pack.questionnaire[question].text for question in gate.depends_on)
    return {
        "record": _("gate"),
        "id": gate.id,
        "title or action": gate.in_place,
        "verdict": MARK[_GATE[gate.state]],
        "state": LEVEL[gate.level],
        "why or done when": gate.text if gate.state is GateState.MISSING else "",
        "depends on": _joined(asked),
        "serves or served by": _joined(gate.actions),
    }


_GATE = {
    GateState.MISSING: Mark.MISSING,
    GateState.NOT_SAID: Mark.NOT_SAID,
    GateState.FINE: Mark.IN_PLACE,
}


def _action(pack: Pack, advised: AdvisedAction) -> dict[str, str]:
    action, decision = pack.action_by_id[advised.id], advised.decision
    in_place = "" if advised.in_place is None else YES_NO[advised.in_place]
    return {
        "record": _("action"),
        "id": action.id,
        "title or action": advised.text,
        "why or done when": action.done_when,
        "stage": pack.label_of("stage", action.stage),
        "role": pack.label_of("owner", action.owner),
        "owner": decision.owner,
        "due": "" if decision.due is None else decision.due.isoformat(),
        "key": YES_NO[advised.key],
        "safety": YES_NO[advised.safety],
        "in place": in_place,
        "decision": CHOICE[decision.choice],
        "reason": decision.reason,
        "serves or served by": _titles(pack, advised.serves),
        "evidence": pack.label_of("evidence", action.evidence),
        "sources": _joined(action.sources),
    }


def _own_action(pack: Pack, own: OwnAction) -> dict[str, str]:
    return {
        "record": _("own action"),
        "id": own.id,
        "title or action": own.text,
        "stage": pack.label_of("stage", own.stage),
        "owner": own.decision.owner,
        "due": "" if own.decision.due is None else own.decision.due.isoformat(),
        "decision": CHOICE[own.decision.choice],
        "reason": own.decision.reason,
    }


def _titles(pack: Pack, configurations: Iterable[ConfigurationId]) -> str:
    return _joined(
        coded_title(pack.configuration_by_id[configuration]) for configuration in configurations
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _guarded(cell: str) -> str:
    cell = cell.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
