CREATE TABLE pack (
	number SERIAL NOT NULL,
	id TEXT NOT NULL,
	version TEXT NOT NULL,
	title TEXT NOT NULL,
	digest TEXT NOT NULL,
	rows_digest TEXT NOT NULL,
	stored TEXT NOT NULL,
	content TEXT NOT NULL,
	CONSTRAINT pk_pack PRIMARY KEY (number),
	CONSTRAINT ck_pack_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_pack_rows_digest_length CHECK (length("rows_digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_pack_stored_length CHECK (length("stored") BETWEEN 32 AND 32)
)
-- next
CREATE UNIQUE INDEX uq_pack_edition ON pack (id, version)
-- next
CREATE TABLE plan (
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	description TEXT NOT NULL,
	created TEXT NOT NULL,
	deleted TEXT,
	changed TEXT NOT NULL,
	digest TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_plan PRIMARY KEY (id),
	CONSTRAINT ck_plan_id_length CHECK (length("id") BETWEEN 36 AND 36),
	CONSTRAINT ck_plan_title_length CHECK (length("title") BETWEEN 1 AND 300),
	CONSTRAINT ck_plan_description_length CHECK (length("description") BETWEEN 0 AND 10000),
	CONSTRAINT ck_plan_deleted_length CHECK (length("deleted") BETWEEN 32 AND 32),
	CONSTRAINT ck_plan_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_plan_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_plan_version_range CHECK ("version" BETWEEN 1 AND 1000000000)
)
-- next
CREATE TABLE action (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	stage TEXT NOT NULL,
	owner TEXT NOT NULL,
	key BOOLEAN NOT NULL,
	safety BOOLEAN NOT NULL,
	evidence TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_action PRIMARY KEY (pack, id),
	CONSTRAINT fk_action_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE answer (
	plan TEXT NOT NULL,
	question TEXT NOT NULL,
	value TEXT,
	open TEXT,
	note TEXT NOT NULL,
	changed TEXT NOT NULL,
	digest TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_answer PRIMARY KEY (plan, question),
	CONSTRAINT ck_answer_question_length CHECK (length("question") BETWEEN 1 AND 120),
	CONSTRAINT ck_answer_value_length CHECK (length("value") BETWEEN 1 AND 20000),
	CONSTRAINT ck_answer_open_known CHECK (open IN ('not_answered', 'not_sure', 'not_decided')),
	CONSTRAINT ck_answer_given_or_open CHECK ((value IS NULL) <> (open IS NULL)),
	CONSTRAINT ck_answer_note_length CHECK (length("note") BETWEEN 0 AND 10000),
	CONSTRAINT ck_answer_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_answer_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_answer_version_range CHECK ("version" BETWEEN 1 AND 1000000000),
	CONSTRAINT fk_answer_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE TABLE configuration (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	domain TEXT NOT NULL,
	theme TEXT NOT NULL,
	title TEXT NOT NULL,
	supplementary BOOLEAN NOT NULL,
	evidence TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_configuration PRIMARY KEY (pack, id),
	CONSTRAINT fk_configuration_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE decision (
	plan TEXT NOT NULL,
	action TEXT NOT NULL,
	choice TEXT NOT NULL,
	owner TEXT NOT NULL,
	due TEXT,
	note TEXT NOT NULL,
	reason TEXT NOT NULL,
	changed TEXT NOT NULL,
	digest TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (plan, action),
	CONSTRAINT ck_decision_action_length CHECK (length("action") BETWEEN 1 AND 120),
	CONSTRAINT ck_decision_choice_known CHECK (choice IN ('we_will', 'in_place', 'not_for_us', 'decide_later')),
	CONSTRAINT ck_decision_owner_length CHECK (length("owner") BETWEEN 0 AND 300),
	CONSTRAINT ck_decision_due_length CHECK (length("due") BETWEEN 10 AND 10),
	CONSTRAINT ck_decision_note_length CHECK (length("note") BETWEEN 0 AND 10000),
	CONSTRAINT ck_decision_reason_length CHECK (length("reason") BETWEEN 0 AND 10000),
	CONSTRAINT ck_decision_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_decision_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_decision_version_range CHECK ("version" BETWEEN 1 AND 1000000000),
	CONSTRAINT fk_decision_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE TABLE glossary_term (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_glossary_term PRIMARY KEY (pack, id),
	CONSTRAINT fk_glossary_term_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE history (
	number SERIAL NOT NULL,
	id TEXT NOT NULL,
	plan TEXT NOT NULL,
	made TEXT NOT NULL,
	what TEXT NOT NULL,
	which TEXT NOT NULL,
	"old" TEXT,
	"new" TEXT,
	CONSTRAINT pk_history PRIMARY KEY (number),
	CONSTRAINT ck_history_id_length CHECK (length("id") BETWEEN 36 AND 36),
	CONSTRAINT ck_history_made_length CHECK (length("made") BETWEEN 32 AND 32),
	CONSTRAINT ck_history_what_length CHECK (length("what") BETWEEN 1 AND 120),
	CONSTRAINT ck_history_which_length CHECK (length("which") BETWEEN 1 AND 120),
	CONSTRAINT uq_history_id UNIQUE (id),
	CONSTRAINT fk_history_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_history_plan ON history (plan, number)
-- next
CREATE TABLE option (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	question TEXT NOT NULL,
	label TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_option PRIMARY KEY (pack, id, question),
	CONSTRAINT fk_option_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE own_action (
	plan TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL,
	text TEXT NOT NULL,
	stage TEXT NOT NULL,
	choice TEXT NOT NULL,
	owner TEXT NOT NULL,
	due TEXT,
	note TEXT NOT NULL,
	reason TEXT NOT NULL,
	changed TEXT NOT NULL,
	digest TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_own_action PRIMARY KEY (plan, id),
	CONSTRAINT ck_own_action_id_length CHECK (length("id") BETWEEN 36 AND 36),
	CONSTRAINT ck_own_action_text_length CHECK (length("text") BETWEEN 1 AND 10000),
	CONSTRAINT ck_own_action_stage_length CHECK (length("stage") BETWEEN 0 AND 120),
	CONSTRAINT ck_own_action_position_range CHECK ("position" BETWEEN 0 AND 1000000000),
	CONSTRAINT ck_own_action_choice_known CHECK (choice IN ('we_will', 'in_place', 'not_for_us', 'decide_later')),
	CONSTRAINT ck_own_action_owner_length CHECK (length("owner") BETWEEN 0 AND 300),
	CONSTRAINT ck_own_action_due_length CHECK (length("due") BETWEEN 10 AND 10),
	CONSTRAINT ck_own_action_note_length CHECK (length("note") BETWEEN 0 AND 10000),
	CONSTRAINT ck_own_action_reason_length CHECK (length("reason") BETWEEN 0 AND 10000),
	CONSTRAINT ck_own_action_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_own_action_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_own_action_version_range CHECK ("version" BETWEEN 1 AND 1000000000),
	CONSTRAINT fk_own_action_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE TABLE own_risk (
	plan TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL,
	text TEXT NOT NULL,
	mitigation TEXT NOT NULL,
	changed TEXT NOT NULL,
	digest TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_own_risk PRIMARY KEY (plan, id),
	CONSTRAINT ck_own_risk_id_length CHECK (length("id") BETWEEN 36 AND 36),
	CONSTRAINT ck_own_risk_text_length CHECK (length("text") BETWEEN 1 AND 10000),
	CONSTRAINT ck_own_risk_mitigation_length CHECK (length("mitigation") BETWEEN 0 AND 10000),
	CONSTRAINT ck_own_risk_position_range CHECK ("position" BETWEEN 0 AND 1000000000),
	CONSTRAINT ck_own_risk_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_own_risk_digest_length CHECK (length("digest") BETWEEN 64 AND 64),
	CONSTRAINT ck_own_risk_version_range CHECK ("version" BETWEEN 1 AND 1000000000),
	CONSTRAINT fk_own_risk_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE TABLE progress (
	plan TEXT NOT NULL,
	changed TEXT NOT NULL,
	answered INTEGER NOT NULL,
	asked INTEGER NOT NULL,
	open_risks INTEGER,
	pack_id TEXT,
	pack_version TEXT,
	sought TEXT NOT NULL,
	CONSTRAINT pk_progress PRIMARY KEY (plan),
	CONSTRAINT ck_progress_changed_length CHECK (length("changed") BETWEEN 32 AND 32),
	CONSTRAINT ck_progress_answered_range CHECK ("answered" BETWEEN 0 AND 1000000000),
	CONSTRAINT ck_progress_asked_range CHECK ("asked" BETWEEN 0 AND 1000000000),
	CONSTRAINT ck_progress_open_risks_range CHECK ("open_risks" BETWEEN 0 AND 1000000000),
	CONSTRAINT fk_progress_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_progress_changed ON progress (changed, plan)
-- next
CREATE TABLE question (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	section TEXT NOT NULL,
	core BOOLEAN NOT NULL,
	kind TEXT NOT NULL,
	nature TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_question PRIMARY KEY (pack, id),
	CONSTRAINT fk_question_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE rule (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	configuration TEXT NOT NULL,
	effect TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_rule PRIMARY KEY (pack, id),
	CONSTRAINT fk_rule_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE INDEX ix_rule_configuration ON rule (pack, configuration)
-- next
CREATE TABLE scope_note (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_scope_note PRIMARY KEY (pack, id),
	CONSTRAINT fk_scope_note_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE section (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_section PRIMARY KEY (pack, id),
	CONSTRAINT fk_section_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE source (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	read TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_source PRIMARY KEY (pack, id),
	CONSTRAINT fk_source_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE TABLE stored_advice (
	plan TEXT NOT NULL,
	pack_id TEXT NOT NULL,
	pack_version TEXT NOT NULL,
	advice TEXT NOT NULL,
	open_risks INTEGER NOT NULL,
	made TEXT NOT NULL,
	CONSTRAINT pk_stored_advice PRIMARY KEY (plan),
	CONSTRAINT ck_stored_advice_open_risks_range CHECK ("open_risks" BETWEEN 0 AND 1000000000),
	CONSTRAINT fk_stored_advice_plan FOREIGN KEY(plan) REFERENCES plan (id) ON DELETE CASCADE
)
-- next
CREATE TABLE tension (
	pack INTEGER NOT NULL,
	id TEXT NOT NULL,
	question TEXT NOT NULL,
	option TEXT NOT NULL,
	position INTEGER NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	CONSTRAINT pk_tension PRIMARY KEY (pack, id),
	CONSTRAINT fk_tension_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
-- next
CREATE FUNCTION keep_as_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'this row is never changed once it is stored'; END $$
-- next
CREATE TRIGGER keep_pack_update BEFORE UPDATE ON pack FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_section_update BEFORE UPDATE ON section FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_question_update BEFORE UPDATE ON question FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_option_update BEFORE UPDATE ON option FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_configuration_update BEFORE UPDATE ON configuration FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_rule_update BEFORE UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_action_update BEFORE UPDATE ON action FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_source_update BEFORE UPDATE ON source FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_scope_note_update BEFORE UPDATE ON scope_note FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_tension_update BEFORE UPDATE ON tension FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_glossary_term_update BEFORE UPDATE ON glossary_term FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_history_update BEFORE UPDATE ON history FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_pack_delete BEFORE DELETE ON pack FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_section_delete BEFORE DELETE ON section FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_question_delete BEFORE DELETE ON question FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_option_delete BEFORE DELETE ON option FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_configuration_delete BEFORE DELETE ON configuration FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_rule_delete BEFORE DELETE ON rule FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_action_delete BEFORE DELETE ON action FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_source_delete BEFORE DELETE ON source FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_scope_note_delete BEFORE DELETE ON scope_note FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_tension_delete BEFORE DELETE ON tension FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TRIGGER keep_glossary_term_delete BEFORE DELETE ON glossary_term FOR EACH ROW EXECUTE FUNCTION keep_as_stored()
-- next
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
-- next
INSERT INTO alembic_version VALUES ('0001')
-- next
INSERT INTO plan (id, title, description, created, deleted, changed, digest, version)
VALUES ('00000000-0000-4000-8000-000000000001', 'Amberfield friends', 'Volunteers ring mothers.
For eight weeks.', '2026-11-25T03:27:28.768827+00:00', NULL, '2026-11-25T03:27:28.768827+00:00', '095d98390fc7dd05cc95a88a24d98db8b0a8e177a34e0a84f3022efedc9e7579', 1)
-- next
INSERT INTO progress (plan, changed, answered, asked, open_risks, pack_id, pack_version, sought)
VALUES ('00000000-0000-4000-8000-000000000001', '2026-11-25T03:27:28.771548+00:00', 4, 31, 2, 'small', '1', 'amberfield friends
volunteers ring mothers.
for eight weeks.')
-- next
INSERT INTO history (id, plan, made, what, which, old, new)
VALUES ('446c6144-1cfb-4866-bcd3-80ac6d72f435', '00000000-0000-4000-8000-000000000001', '2026-11-25T03:27:28.771548+00:00', 'plan', '00000000-0000-4000-8000-000000000001', NULL, '{"description":"Volunteers ring mothers.\nFor eight weeks.","title":"Amberfield friends"}')
