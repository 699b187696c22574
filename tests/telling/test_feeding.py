from advisor.models.evidence import Domain
from advisor.models.ids import ConfigurationId, QuestionId
from advisor.telling.feeding import feeding
from tests.support.drafts import FORMATS, GROUP_TYPE
from tests.support.fake_advisor import shipped_pack


def test_every_question_has_an_entry() -> None:
    assert set(feeding(shipped_pack())) == {q.id for q in shipped_pack().questionnaire.questions}


def test_a_question_feeds_the_findings_whose_rules_ask_for_it() -> None:
    fed = feeding(shipped_pack())[QuestionId("peer_experience")]

    title = shipped_pack().configuration_by_id[ConfigurationId("T01")].title
    assert title in {one.title for one in fed}


def test_risks_come_first() -> None:
    order = {Domain.RISK: 0, Domain.BENEFIT: 1, Domain.TAKE_UP: 2}
    for fed in feeding(shipped_pack()).values():
        places = [order[one.domain] for one in fed]
        assert places == sorted(places)


def test_a_finding_is_named_once_for_a_question() -> None:
    for question in (FORMATS, GROUP_TYPE):
        names = [one.title for one in feeding(shipped_pack())[question]]
        assert len(names) == len(set(names))
