"""Plausible plans, drawn by judgement and not from a survey: read what they show as orders of size.

A plan is drawn from a kind of programme (drop-in, closed group, telephone …) and from how well
developed it is. A third answer little more than the quick start, a third most questions, and a
third everything.
"""

import random
from collections.abc import Iterator, Mapping

from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.plan_files.reading import plan_from_data

Answers = dict[str, object]

SEED = 20261212
FORMATS: Mapping[str, list[str]] = {
    "dropin": ["group"],
    "closed": ["group"],
    "rolling": ["group"],
    "one": ["one_to_one"],
    "phone": ["telephone"],
    "group_and_one": ["one_to_one", "group"],
    "phone_and_one": ["one_to_one", "telephone"],
    "group_and_phone": ["group", "telephone"],
    "online_group": ["online_group"],
    "group_and_online": ["group", "online_group"],
    "online_one": ["online_one_to_one"],
}
# fmt: off
PROGRAMMES = dict(zip(FORMATS, (18, 16, 8, 18, 12, 14, 5, 4, 4, 9, 2), strict=True))
# fmt: on


class Sampler:
    """Draws the answers of one plan after another. ``quality`` is how well developed it is."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self.quality = 0.0
        self.programme = ""
        self.formats: list[str] = []

    def one(self, **weights: float) -> str:
        """Draw one option."""
        return self._random.choices(list(weights), weights=list(weights.values()))[0]

    def some(self, otherwise: str = "", **chances: float) -> list[str]:
        """Draw each option by its chance; without any, the one that says so, or any."""
        drawn = [each for each, p in chances.items() if self._random.random() < min(0.98, p)]
        return drawn or [otherwise or self._random.choice(list(chances))]

    def done(self, otherwise: str, least: float, more: float, **chances: float) -> list[str]:
        """Draw good practice, of which a well developed programme has more."""
        by_quality = least + more * self.quality
        return self.some(otherwise, **{each: p * by_quality for each, p in chances.items()})

    @property
    def is_group(self) -> bool:
        """Whether mothers meet as a group, in a room or online."""
        return bool({"group", "online_group"} & set(self.formats))

    @property
    def is_one(self) -> bool:
        """Whether a peer and a mother are a pair."""
        return bool({"one_to_one", "telephone", "online_one_to_one"} & set(self.formats))

    @property
    def is_face_to_face(self) -> bool:
        """Whether mothers and peers meet."""
        return bool({"one_to_one", "group"} & set(self.formats))

    def plan(self, core: set[str], asked: set[str]) -> Answers:
        """Draw the answers of one plan, of those questions that are asked."""
        self.quality = self._random.betavariate(3, 2)
        self.programme = self.one(**PROGRAMMES)
        self.formats = FORMATS[self.programme]
        whole: Answers = {"formats": self.formats}
        for part in (_whom, _way_in, _peers, _content, _safety, _endings, _groups, _running):
            whole.update(part(self, whole))
        depth = self.one(sparse=30, middling=35, full=35)
        return {
            question: answer
            for question, answer in whole.items()
            if question in asked and self._is_answered(question, depth, core)
        }

    def number(self, *drawn: int) -> int:
        """Draw one of some numbers; one that stands twice comes twice as often."""
        return self._random.choice(drawn)

    def _is_answered(self, question: str, depth: str, core: set[str]) -> bool:
        if question == "formats" or depth == "full":
            return True
        if depth == "sparse":
            return question in core and self._random.random() < 0.8
        return self._random.random() < (0.92 if question in core else 0.6)


def _whom(draw: Sampler, _so_far: Answers) -> Answers:
    groups = draw.some(
        "no_special_group", ethnic_minority=0.45, migrants=0.25, young=0.35, under_18=0.08,
        low_income=0.6, rural_close_knit=0.2, social_work=0.2, domestic_abuse=0.25, lgbtq=0.15,
        disabled_neurodivergent=0.2, fathers_partners=0.1,
    )  # fmt: skip
    moving = (
        {"many": 30, "some": 40, "few": 30} if "migrants" in groups else {"some": 18, "few": 82}
    )
    return {
        "people": draw.one(mothers=85, both=15),
        "programme_stage": draw.one(idea=15, setting_up=25, running=40, changing=20),
        "team": draw.one(no_paid=30 - 20 * draw.quality, part_time=40, paid_team=35),
        "nation": draw.one(england=82, wales=5, scotland=8, northern_ireland=3, elsewhere=2),
        "setting": draw.one(
            charity_or_community=78, other_public_service=14, mental_health_service=8
        ),
        "who_for": draw.one(struggling_only=35, mostly_struggling=42, all_parents=23),
        "mother_groups": groups,
        "moves_on": draw.one(**moving),
        "severity": draw.one(mild_to_moderate=50, serious_with_care=25, no_limit=8, not_known=17),
        "experiences": draw.some(
            low_mood_anxiety=0.98, intrusive_thoughts=0.5, birth_trauma=0.6, baby_loss=0.25,
            earlier_loss=0.3, neonatal_care=0.35, psychosis_bipolar=0.2, violence_trauma=0.2,
        ),
        "stages": draw.some(pregnancy=0.75, first_year=0.98, second_year=0.5),
        "isolation": draw.one(few=5, some=45, most=50),
        "low_confidence": draw.one(few=7, some=43, many=50),
        "feelings_talk": draw.one(openly=15, mixed=60, kept_private=25),
        "trust_in_services": draw.one(high=12, mixed=63, low=25),
        "practical_barriers": draw.one(few=10, some=45, many=45),
        "therapy_wait": draw.one(under_month=8, one_to_three=40, over_three=47, none_nearby=5),
    }  # fmt: skip


def _way_in(draw: Sampler, _so_far: Answers) -> Answers:
    one_form = len(draw.formats) == 1
    drop_in = draw.programme == "dropin"
    answers: Answers = {
        "format_choice": draw.one(
            one_form=70 if one_form else 10, free_choice=5 if one_form else 45,
            choice_at_start=5 if one_form else 25, staff_choose=20,
        ),
        "link_to_care": draw.one(alongside=72, no_link=25, instead=3),
        "ways_in": draw.some(
            health_visitor=0.85, midwife=0.6, gp=0.5, mental_health_team=0.45, social_care=0.3,
            family_hub=0.5, community_groups=0.5, self_referral=0.85,
        ),
        "first_contact": draw.one(
            within_3_days=20 + 20 * draw.quality, within_2_weeks=35, later=12,
            mother_calls=60 if drop_in else 15,
        ),
        "referrer_knowledge": draw.one(
            know_us_well=15 + 40 * draw.quality, leaflet_only=40, little=20
        ),
        "publicity": draw.some(
            illness_words=0.4, feelings_words=0.65, friendship_words=0.45, peer_stories=0.4,
            what_happens=0.35 + 0.2 * draw.quality, tested_with_mothers=0.1 + 0.2 * draw.quality,
        ),
        "first_step_help": draw.done(
            "nobody", 0.4, 0.8, call_first=0.65, meets_peer_first=0.3, referrer_joins=0.1,
            walked_in=0.25,
        ),
        "joining_talk": draw.done(
            "no_talk", 0.4, 0.8, hopes=0.7, likeness=0.25, confidence=0.35, other_support=0.55,
            safe_contact=0.5, access_needs=0.45, people_known=0.25,
        ),
        "designed_with": draw.one(together=15 + 25 * draw.quality, consulted=50, without=20),
    }  # fmt: skip
    if draw.is_face_to_face:
        answers["venue"] = draw.some(
            her_home=0.65 if "one_to_one" in draw.formats else 0.02, family_hub=0.55,
            health_site=0.15, community_place=0.5, cafe_outdoors=0.4,
        )  # fmt: skip
        answers["practical_help"] = draw.some(
            "nothing_yet", babies_welcome=0.9, creche=0.12, fares=0.2 + 0.2 * draw.quality,
            near_home=0.55, evening_weekend=0.15,
        )  # fmt: skip
    return answers


def _peers(draw: Sampler, _so_far: Answers) -> Answers:
    answers: Answers = {
        "peer_experience": draw.one(
            perinatal_mental_health=60, other_mental_health=10, parenthood_only=14,
            same_experience=14, none_required=3,
        ),
        "peer_pay": draw.one(unpaid=62, paid=18, both=20),
        "recovery_rule": draw.one(readiness_talk=40 + 30 * draw.quality, time_only=18, no_rule=22),
        "peer_likeness": draw.some(
            "not_planned", kind_of_difficulty=0.5, culture=0.25, language=0.2, age=0.15, area=0.5,
            family_life=0.15, baby_age=0.1,
        ),
        "supervision": draw.one(
            clinical=10 + 20 * draw.quality, coordinator=55, on_request=14, each_other=8,
            no_supervision=6 * (1 - draw.quality),
        ),
        "peer_care": draw.done(
            "no_care", 0.4, 0.8, wellbeing_plan=0.35, debrief=0.55, load_limit=0.5, stand_in=0.35,
            expenses=0.6, peer_meetings=0.6,
        ),
        "peer_rules": draw.done(
            "no_rules", 0.4, 0.8, story_coached=0.4, options_not_advice=0.45, contact_limits=0.65,
            role_limits=0.75, no_medicine_advice=0.4, safe_visits=0.4, notes_with_her=0.2,
        ),
        "giving_back": draw.one(planned=20 + 30 * draw.quality, informal=40, no_route=20),
        "language_help": _languages(draw),
    }  # fmt: skip
    if draw.is_one:
        answers["matching"] = draw.one(her_say=30, staff_criteria=50, whoever_is_free=20)
        answers["easy_change"] = draw.one(yes=80, no=20) == "yes"
    return answers


def _languages(draw: Sampler) -> list[str]:
    if draw.one(all=25, not_all=75) == "all":
        return ["peers_all"]
    drawn = draw.some("gap", peers_some=0.6, interpreters=0.35, translated=0.3, gap=0.45)
    if "interpreters" in drawn:
        drawn += draw.some(
            "interpreters",
            same_interpreter=0.2 + 0.2 * draw.quality,
            briefed_interpreter=0.15 + 0.2 * draw.quality,
        )
    return sorted(set(drawn))


def _content(draw: Sampler, _so_far: Answers) -> Answers:
    answers: Answers = {
        "training_topics": draw.done(
            "no_training", 0.55, 0.5, listening=0.97, non_judgement=0.75, own_story=0.65,
            comparing=0.15, offering_ideas=0.45, services=0.65, boundaries=0.9, safeguarding=0.9,
            warning_signs=0.06, mental_health=0.85, culture=0.4, endings=0.5, acknowledging=0.5,
            hard_subjects=0.5, strengths=0.45, specialist=0.25, technique=0.06,
            group_skills=0.6 if draw.is_group else 0.05,
        ),
        "contact_content": draw.some(
            listening=0.97, sharing_ideas=0.85, advice=0.2, medicine_advice=0.06,
            writes_record=0.1, named_technique=0.06, parenting_teaching=0.15, assessing=0.15,
            practical_help=0.35, activities=0.45 if draw.is_group else 0.2,
        ),
        "contact_promise": draw.some(
            "no_promise", weekly=0.75, same_person=0.7, time_to_talk=0.55, her_pace=0.4,
            reply_time=0.3, her_choice_of_place=0.4,
        ),
        "confidentiality": draw.one(
            aloud_and_written=25 + 60 * draw.quality, aloud_only=25, written_only=20,
            not_routinely=15 * (1 - draw.quality),
        ),
    }  # fmt: skip
    if "telephone" in draw.formats:
        answers["phone_practice"] = draw.done(
            "none", 0.4, 0.8, private_place=0.6, programme_phone=0.55, knows_where=0.35,
            missed_calls=0.4, call_notes=0.65,
        )  # fmt: skip
    return answers


def _safety(draw: Sampler, _so_far: Answers) -> Answers:
    with_others = 0.5 if draw.is_group else 0.02
    return {
        "safety_basics": draw.done(
            "no_basics", 0.5, 0.55, safeguarding_leads=0.95, escalation_route=0.85, checks=0.95,
            lone_working=0.8 if "one_to_one" in draw.formats else 0.5, insurance=0.9,
            data_plan=0.8,
        ),
        "safety_more": draw.done(
            "none", 0.4, 0.7, policy=0.85, not_crisis_words=0.6, who_for_agreed=0.35,
            warning_card=0.35, crisis_numbers=0.6, urgent_practice=0.3, unwanted_thoughts=0.3,
            concern_record=0.7, complaints=0.6, launch_check=0.15, posts_plan=with_others,
            upset_plan=with_others, questionnaire_plan=0.4,
        ),
    }  # fmt: skip


def _endings(draw: Sampler, so_far: Answers) -> Answers:
    discharge = 12 if so_far["setting"] == "mental_health_service" else 1
    if draw.programme in {"dropin", "rolling"}:
        length = draw.one(open_ended=45, flexible=15, fixed_longer=25, fixed_short=12, baby_age=15)
    else:
        length = draw.one(
            fixed_short=22, fixed_longer=36, baby_age=12, with_discharge=discharge, flexible=20,
            open_ended=8,
        )  # fmt: skip
    return {
        "support_length": length,
        "ending_steps": draw.done(
            "no_steps", 0.4, 0.8, told_at_start=0.65, review_before_end=0.5, gradual_end=0.3,
            next_step=0.6, later_contact_agreed=0.25, check_in_after=0.2, way_back=0.5,
            closure_plan=0.25, sudden_move=0.1,
        ),
    }  # fmt: skip


def _groups(draw: Sampler, _so_far: Answers) -> Answers:
    if not draw.is_group:
        return {}
    known = {"dropin": "open_drop_in", "closed": "closed", "rolling": "rolling"}
    chat = draw.one(no_chat=35, moderated=35, unmoderated=30)
    if "online_group" in draw.formats:
        chat = draw.one(no_chat=15, moderated=50, unmoderated=35)
    answers: Answers = {
        "group_type": known.get(draw.programme) or draw.one(open_drop_in=40, rolling=35, closed=25),
        "shared_group": draw.one(
            separate=45 + 15 * draw.quality, she_chooses=20, together=35 - 20 * draw.quality
        ),
        "group_size": draw.number(6, 8, 8, 8, 10, 10, 10, 12, 12, 12, 14, 15, 20),
        "session_shape": draw.one(
            free_talk=25, stories_in_turn=7, shaped=40, course=10, activity=18
        ),
        "group_setup": draw.done(
            "no_setup", 0.5, 0.6, trained_facilitator=0.75, second_facilitator=0.65,
            recovered_member=0.45, agreement=0.65, turn_to_speak=0.45, baby_help=0.35,
            hard_stories_rule=0.35, welcome_words=0.45, steady_close=0.5, who_it_suits=0.4,
            outside_ties=0.25, chat_rules=0.35,
        ),
        "chat_between": chat,
    }  # fmt: skip
    if "online_group" in draw.formats or chat != "no_chat":
        closed = 12 + 15 * draw.quality
        answers["online_hours"] = (
            draw.one(watched_always=6, closed_outside=closed, open_unwatched=50)
            if chat == "moderated"
            else draw.one(nobody=70, open_unwatched=25, closed_outside=5)
        )
    return answers


def _running(draw: Sampler, _so_far: Answers) -> Answers:
    return {
        "service_links": draw.done(
            "no_links", 0.4, 0.7, named_clinician=0.45, step_up_route=0.5, services_list=0.8,
            abuse_service=0.4, specialist_charity=0.35,
        ),
        "records": draw.done(
            "no_records", 0.4, 0.7, starts=0.8, reasons_no=0.4, by_community=0.45, felt_heard=0.45,
            harm_questions=0.15, outcomes=0.7, mood_scale=0.35, peer_strain=0.35,
        ),
        "funding_months": draw.number(3, 6, 9, 12, 12, 12, 18, 24, 24, 36),
    }  # fmt: skip


def plausible_plans(pack: Pack, number: int, seed: int = SEED) -> Iterator[Plan]:
    """Yield so many plans; the same ones each time."""
    core = {question.id for question in pack.questionnaire.core}
    asked = {question.id for question in pack.questionnaire.questions}
    sampler = Sampler(seed)
    for place in range(number):
        answers = sampler.plan(set(core), set(asked))
        title = f"Plan {place + 1}: {sampler.programme}"
        yield plan_from_data({"plan_version": 1, "title": title, "answers": answers}, pack)
