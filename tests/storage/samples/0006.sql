BEGIN TRANSACTION;
CREATE TABLE action (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	"key" INTEGER NOT NULL, 
	safety INTEGER NOT NULL, 
	evidence TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_action PRIMARY KEY (pack, id), 
	CONSTRAINT fk_action_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
INSERT INTO "action" VALUES(1,'plan-01','plan','lead',1,0,'related_source',0,'{"evidence":"related_source","id":"plan-01","key":true,"owner":"lead","serves":[{"configuration":"T01","how":"strengthens"}],"stage":"plan"}','4dfe08853b57124e2b373ba4ad59ad2b7ff187587b193de104321c5d69caa91a');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
CREATE TABLE answer (
	"plan" TEXT NOT NULL, 
	question TEXT NOT NULL, 
	value TEXT, 
	open TEXT, 
	note TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	edition TEXT DEFAULT '' NOT NULL CONSTRAINT ck_answer_edition_length CHECK (length("edition") BETWEEN 0 AND 300), 
	CONSTRAINT pk_answer PRIMARY KEY ("plan", question), 
	CONSTRAINT ck_answer_question_length CHECK (length("question") BETWEEN 1 AND 120), 
	CONSTRAINT ck_answer_value_length CHECK (length("value") BETWEEN 1 AND 20000), 
	CONSTRAINT ck_answer_open_known CHECK (open IN ('not_answered', 'not_sure', 'not_decided')), 
	CONSTRAINT ck_answer_given_or_open CHECK ((value IS NULL) <> (open IS NULL)), 
	CONSTRAINT ck_answer_note_length CHECK (length("note") BETWEEN 0 AND 10000), 
	CONSTRAINT ck_answer_changed_length CHECK (length("changed") BETWEEN 32 AND 32), 
	CONSTRAINT ck_answer_digest_length CHECK (length("digest") BETWEEN 64 AND 64), 
	CONSTRAINT ck_answer_version_range CHECK ("version" BETWEEN 1 AND 1000000000), 
	CONSTRAINT fk_answer_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "answer" VALUES('00000000-0000-4000-8000-000000000001','formats','["group","telephone"]',NULL,'Två gånger','2026-11-29T01:09:35.717873+00:00','d449fc1960902d770b0763c6b5e4ab77c6f05749495f3777d762654a04a8724b',1,'2026.11');
INSERT INTO "answer" VALUES('00000000-0000-4000-8000-000000000001','setting','"charity"',NULL,'','2026-11-29T01:09:35.717873+00:00','fd28fc4d0ad3f904d3158431394fa2e26f1dd2f2013cfc37794b3523875e096b',1,'2026.11');
INSERT INTO "answer" VALUES('00000000-0000-4000-8000-000000000001','distance','7',NULL,'','2026-11-29T01:09:35.717873+00:00','5eea12711309ca79eac2f70c36a84fc09a415cf826d39e75f282cce308d6c291',1,'2026.11');
INSERT INTO "answer" VALUES('00000000-0000-4000-8000-000000000001','supervised','false',NULL,'','2026-11-29T01:09:35.717873+00:00','f6f75ddf2ab9b08fe6c9d44f033394f189b3a8d0400c43dadea2ce0972a3c17e',1,'2026.11');
INSERT INTO "answer" VALUES('00000000-0000-4000-8000-000000000001','severity',NULL,'not_sure','ask','2026-11-29T01:09:35.717873+00:00','49b2f277b05cc99be8a582143477e24f80836f967411e45ac7886ce164bd3eaa',1,'2026.11');
CREATE TABLE comment ("plan" TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, question TEXT NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, CONSTRAINT pk_comment PRIMARY KEY ("plan", id), CONSTRAINT ck_comment_id_length CHECK (length("id") BETWEEN 36 AND 36), CONSTRAINT ck_comment_question_length CHECK (length("question") BETWEEN 1 AND 120), CONSTRAINT ck_comment_who_length CHECK (length("who") BETWEEN 0 AND 300), CONSTRAINT ck_comment_text_length CHECK (length("text") BETWEEN 1 AND 10000), CONSTRAINT ck_comment_position_range CHECK ("position" BETWEEN 0 AND 1000000000), CONSTRAINT ck_comment_changed_length CHECK (length("changed") BETWEEN 32 AND 32), CONSTRAINT ck_comment_digest_length CHECK (length("digest") BETWEEN 64 AND 64), CONSTRAINT ck_comment_version_range CHECK ("version" BETWEEN 1 AND 1000000000), CONSTRAINT fk_comment_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE) STRICT;
CREATE TABLE configuration (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	domain TEXT NOT NULL, 
	theme TEXT NOT NULL, 
	title TEXT NOT NULL, 
	supplementary INTEGER NOT NULL, 
	evidence TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_configuration PRIMARY KEY (pack, id), 
	CONSTRAINT fk_configuration_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
INSERT INTO "configuration" VALUES(1,'T01','take_up','Hope','Hoping',0,'named_in_review',0,'{"domain":"take_up","evidence":"named_in_review","id":"T01","rules":["T01-b","T01-a"],"supplementary":false,"theme":"Hope","title":"Hoping"}','b540bbbf128c174bf9a177132e26b845175174ad63aedf536f824134ae308f7b');
INSERT INTO "configuration" VALUES(1,'N01','risk','Loss','Losing',1,'practice_knowledge',1,'{"domain":"risk","evidence":"practice_knowledge","id":"N01","rules":[],"supplementary":true,"theme":"Loss","title":"Losing"}','5951c5241b616ef210bf68d7a07db606b6b675fe966e92fd458567176da1c4e6');
CREATE TABLE decision (
	"plan" TEXT NOT NULL, 
	action TEXT NOT NULL, 
	choice TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	due TEXT, 
	note TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY ("plan", action), 
	CONSTRAINT ck_decision_action_length CHECK (length("action") BETWEEN 1 AND 120), 
	CONSTRAINT ck_decision_choice_known CHECK (choice IN ('we_will', 'in_place', 'not_for_us', 'decide_later')), 
	CONSTRAINT ck_decision_owner_length CHECK (length("owner") BETWEEN 0 AND 300), 
	CONSTRAINT ck_decision_due_length CHECK (length("due") BETWEEN 10 AND 10), 
	CONSTRAINT ck_decision_note_length CHECK (length("note") BETWEEN 0 AND 10000), 
	CONSTRAINT ck_decision_reason_length CHECK (length("reason") BETWEEN 0 AND 10000), 
	CONSTRAINT ck_decision_changed_length CHECK (length("changed") BETWEEN 32 AND 32), 
	CONSTRAINT ck_decision_digest_length CHECK (length("digest") BETWEEN 64 AND 64), 
	CONSTRAINT ck_decision_version_range CHECK ("version" BETWEEN 1 AND 1000000000), 
	CONSTRAINT fk_decision_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "decision" VALUES('00000000-0000-4000-8000-000000000001','plan-01','we_will','Ruth','2027-02-28','soon','','2026-11-29T01:09:35.717873+00:00','4d369679f2d94fb824a6dff620e76acd88367e2b1422daa191eece3cc325012b',1);
INSERT INTO "decision" VALUES('00000000-0000-4000-8000-000000000001','plan-02','not_for_us','',NULL,'','no room','2026-11-29T01:09:35.717873+00:00','8c0200481b2d37db28f3458fc533767ff67e692d2fba726c0c7b4944f7f3f936',1);
CREATE TABLE gate (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	level TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_gate PRIMARY KEY (pack, id), 
	CONSTRAINT fk_gate_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
CREATE TABLE gate_tick ("plan" TEXT NOT NULL, gate TEXT NOT NULL, day TEXT NOT NULL, changed TEXT NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, CONSTRAINT pk_gate_tick PRIMARY KEY ("plan", gate), CONSTRAINT ck_gate_tick_gate_length CHECK (length("gate") BETWEEN 1 AND 120), CONSTRAINT ck_gate_tick_day_length CHECK (length("day") BETWEEN 10 AND 10), CONSTRAINT ck_gate_tick_changed_length CHECK (length("changed") BETWEEN 32 AND 32), CONSTRAINT ck_gate_tick_digest_length CHECK (length("digest") BETWEEN 64 AND 64), CONSTRAINT ck_gate_tick_version_range CHECK ("version" BETWEEN 1 AND 1000000000), CONSTRAINT fk_gate_tick_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE) STRICT;
CREATE TABLE glossary_term (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_glossary_term PRIMARY KEY (pack, id), 
	CONSTRAINT fk_glossary_term_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
INSERT INTO "glossary_term" VALUES(1,'zeal',0,'"Eagerness."','43504a1d6b511248303fc9257ecb783405494af62d9d75a0c56d30ee87b769e1');
INSERT INTO "glossary_term" VALUES(1,'affirmation',1,'"Honest words."','5a227b5f4c9723b44e9aeb26f15b7e8a873c685eeb7703e7e341c2549a909b83');
CREATE TABLE history (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	"plan" TEXT NOT NULL, 
	made TEXT NOT NULL, 
	what TEXT NOT NULL, 
	which TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	who TEXT DEFAULT '' NOT NULL CONSTRAINT ck_history_who_length CHECK (length("who") BETWEEN 0 AND 120), digest TEXT DEFAULT '' NOT NULL CONSTRAINT ck_history_digest_length CHECK (length("digest") BETWEEN 0 AND 64), 
	CONSTRAINT pk_history PRIMARY KEY (number), 
	CONSTRAINT ck_history_id_length CHECK (length("id") BETWEEN 36 AND 36), 
	CONSTRAINT ck_history_made_length CHECK (length("made") BETWEEN 32 AND 32), 
	CONSTRAINT ck_history_what_length CHECK (length("what") BETWEEN 1 AND 120), 
	CONSTRAINT ck_history_which_length CHECK (length("which") BETWEEN 1 AND 120), 
	CONSTRAINT uq_history_id UNIQUE (id), 
	CONSTRAINT fk_history_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "history" VALUES(1,'e48b83e3-14e3-4583-bb48-eafbda546663','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.711394+00:00','plan','00000000-0000-4000-8000-000000000001',NULL,'{"description":"Volunteers ring mothers.\nFor eight weeks.","title":"Amberfield friends"}','ruth','0f235411802ca68acd93dbdc88f9e9e8f9a2eec2901332a990a10259f31a3e3c');
INSERT INTO "history" VALUES(2,'3b83229f-18e7-4c85-9b29-102660b1fc97','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.718278+00:00','answer','formats',NULL,'{"note":"Två gånger","open":null,"value":"[\"group\",\"telephone\"]"}','ruth','4835603f64131ffdeb3310e3fe8a7ac15247232704770b5cf67c65ef9b7ef076');
INSERT INTO "history" VALUES(3,'01315f90-06e6-4448-bd03-0eb30b73f12d','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.718550+00:00','answer','setting',NULL,'{"note":"","open":null,"value":"\"charity\""}','ruth','86e76c06fe0105a0312407cb4e5ee62a41114f3113b2a174c8befa17efeb6634');
INSERT INTO "history" VALUES(4,'1071b45b-cc91-498f-bbab-5424c150834e','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.718774+00:00','answer','distance',NULL,'{"note":"","open":null,"value":"7"}','ruth','dc82e9cff30d0d5c6659bff2808f8523f0f7382ef9281b547da354777db3813c');
INSERT INTO "history" VALUES(5,'8e2cedb8-530b-4469-a754-32ffafc27fbb','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.718981+00:00','answer','supervised',NULL,'{"note":"","open":null,"value":"false"}','ruth','14c4043b6deae426d4b327a934fbdf51ec2f5113cb566a75f4e4c37a65f2851e');
INSERT INTO "history" VALUES(6,'ba7c9d9f-2289-4cf9-9c23-f06cbe9c79e5','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.719202+00:00','answer','severity',NULL,'{"note":"ask","open":"not_sure","value":null}','ruth','f227642561027767dd4a255b06e3708fb34bdaf1106c9db90892bb122d45ac8e');
INSERT INTO "history" VALUES(7,'22572ca1-d495-4a8d-aa65-0b5290750cf2','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.719482+00:00','decision','plan-01',NULL,'{"choice":"we_will","due":"2027-02-28","note":"soon","owner":"Ruth","reason":""}','ruth','db0375f6bfe796f6904f0d2963592a78dae6b32b1e0f5df8358dcc274e5bd062');
INSERT INTO "history" VALUES(8,'789989f0-d6b1-40a6-ba54-720e654240c5','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.719696+00:00','decision','plan-02',NULL,'{"choice":"not_for_us","due":null,"note":"","owner":"","reason":"no room"}','ruth','f99cc2c75c603d60dad6b3293ad909a33084a1bdab3fc8442a339c6f43a1f102');
INSERT INTO "history" VALUES(9,'0efe2fc2-a9e5-41bb-9f8d-424838b9aff0','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.720039+00:00','own_action','00000000-0000-4000-8000-000000000002',NULL,'{"choice":"we_will","due":null,"note":"","owner":"","reason":"","stage":"recruit","text":"Ask the library"}','ruth','d3b56bce8a5bde0e1e14d697c2d7cc354686049c69bccd9504672c970ae09fbd');
INSERT INTO "history" VALUES(10,'9645d2f4-966c-4a7e-95d4-1dae88232214','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.720306+00:00','own_action','00000000-0000-4000-8000-000000000003',NULL,'{"choice":"we_will","due":null,"note":"","owner":"","reason":"","stage":"recruit","text":"Ask the mosque"}','ruth','67914660d1d6f28602a42213015638ee73d38039fcd81624802f3cece106fb0e');
INSERT INTO "history" VALUES(11,'a2c1089a-4182-4402-ac65-cc5e4fc57332','00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.720564+00:00','own_risk','00000000-0000-4000-8000-000000000004',NULL,'{"mitigation":"lifts","text":"The bus is cut"}','ruth','8e3acab061520533b08ec275d294d9fe2ebac95c56423b1bb4f3309498e16c4a');
CREATE TABLE material (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_material PRIMARY KEY (pack, id), 
	CONSTRAINT fk_material_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
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
 STRICT

;
INSERT INTO "option" VALUES(1,'group','formats','Group',0,'{"id":"group","label":"Group"}','a7868ba51de96eb85ff0295c8608b87ab46d44f929ce76bd96e566763512e32a');
INSERT INTO "option" VALUES(1,'telephone','formats','Téléphone',1,'{"id":"telephone","informational":true,"label":"Téléphone"}','ffb996a60fdff58476dbbbab929403473db18738c80a9e3839f8a8cd7a9b2808');
INSERT INTO "option" VALUES(1,'group','setting','The same id again',0,'{"id":"group","label":"The same id again"}','d711308bbdaefe75539af4eb5814e276c75a01bdd5ff80ddf7600b8474bcf8ec');
CREATE TABLE own_action (
	"plan" TEXT NOT NULL, 
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
	CONSTRAINT pk_own_action PRIMARY KEY ("plan", id), 
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
	CONSTRAINT fk_own_action_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "own_action" VALUES('00000000-0000-4000-8000-000000000001','00000000-0000-4000-8000-000000000002',0,'Ask the library','recruit','we_will','',NULL,'','','2026-11-29T01:09:35.717873+00:00','b08769051dfaaf122fa2e92d217f7ff62c3a7cb9ad4c9a6815a78f15de35024a',1);
INSERT INTO "own_action" VALUES('00000000-0000-4000-8000-000000000001','00000000-0000-4000-8000-000000000003',1,'Ask the mosque','recruit','we_will','',NULL,'','','2026-11-29T01:09:35.717873+00:00','bf584238c743d39b7dc5a1a166ac4a2f34e3d20c5c2c478ba2518b1f53d83b94',1);
CREATE TABLE own_risk (
	"plan" TEXT NOT NULL, 
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	mitigation TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_own_risk PRIMARY KEY ("plan", id), 
	CONSTRAINT ck_own_risk_id_length CHECK (length("id") BETWEEN 36 AND 36), 
	CONSTRAINT ck_own_risk_text_length CHECK (length("text") BETWEEN 1 AND 10000), 
	CONSTRAINT ck_own_risk_mitigation_length CHECK (length("mitigation") BETWEEN 0 AND 10000), 
	CONSTRAINT ck_own_risk_position_range CHECK ("position" BETWEEN 0 AND 1000000000), 
	CONSTRAINT ck_own_risk_changed_length CHECK (length("changed") BETWEEN 32 AND 32), 
	CONSTRAINT ck_own_risk_digest_length CHECK (length("digest") BETWEEN 64 AND 64), 
	CONSTRAINT ck_own_risk_version_range CHECK ("version" BETWEEN 1 AND 1000000000), 
	CONSTRAINT fk_own_risk_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "own_risk" VALUES('00000000-0000-4000-8000-000000000001','00000000-0000-4000-8000-000000000004',0,'The bus is cut','lifts','2026-11-29T01:09:35.717873+00:00','696e0e21594de00a6d39e2e43b5cb2d843025526ec77e76b5e859490c06b04f6',1);
CREATE TABLE pack (
	number INTEGER NOT NULL, 
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
 STRICT

;
INSERT INTO "pack" VALUES(1,'small','1','A small pack','dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','891e2a99343918b881ab38da46b98366dfcc3d5fd7d3548ecd86123da57b384b','2026-11-29T01:09:35.668420+00:00','{"id":"small","sections":["start"],"stages":[{"id":"plan","label":"Plan"}],"title":"A small pack","version":"1"}');
CREATE TABLE "plan" (
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
 STRICT

;
INSERT INTO "plan" VALUES('00000000-0000-4000-8000-000000000001','Amberfield friends','Volunteers ring mothers.
For eight weeks.','2026-11-29T01:09:35.705565+00:00',NULL,'2026-11-29T01:09:35.705565+00:00','095d98390fc7dd05cc95a88a24d98db8b0a8e177a34e0a84f3022efedc9e7579',1);
CREATE TABLE progress (
	"plan" TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	answered INTEGER NOT NULL, 
	asked INTEGER NOT NULL, 
	open_risks INTEGER, 
	pack_id TEXT, 
	pack_version TEXT, 
	sought TEXT NOT NULL, 
	gates_missing INTEGER CONSTRAINT ck_progress_gates_missing_range CHECK ("gates_missing" BETWEEN 0 AND 1000000000), 
	judged TEXT, 
	judged_at TEXT CONSTRAINT ck_progress_judged_at_length CHECK (length("judged_at") BETWEEN 32 AND 32), said_digest TEXT DEFAULT '' NOT NULL CONSTRAINT ck_progress_said_digest_length CHECK (length("said_digest") BETWEEN 0 AND 64), past_digest TEXT DEFAULT '' NOT NULL CONSTRAINT ck_progress_past_digest_length CHECK (length("past_digest") BETWEEN 0 AND 64), 
	CONSTRAINT pk_progress PRIMARY KEY ("plan"), 
	CONSTRAINT ck_progress_changed_length CHECK (length("changed") BETWEEN 32 AND 32), 
	CONSTRAINT ck_progress_answered_range CHECK ("answered" BETWEEN 0 AND 1000000000), 
	CONSTRAINT ck_progress_asked_range CHECK ("asked" BETWEEN 0 AND 1000000000), 
	CONSTRAINT ck_progress_open_risks_range CHECK ("open_risks" BETWEEN 0 AND 1000000000), 
	CONSTRAINT fk_progress_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "progress" VALUES('00000000-0000-4000-8000-000000000001','2026-11-29T01:09:35.711394+00:00',4,31,2,'small','1','amberfield friends
volunteers ring mothers.
for eight weeks.',1,NULL,NULL,'6616969986685efbc322de3b30c526e0afa713e7df6c6a74c265077e38f0f629','e31181d63c83a0e79e83f905c22f5100b4ea6e77d3d2010f00b3c119cc76294b');
CREATE TABLE question (
	pack INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	section TEXT NOT NULL, 
	core INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	nature TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (pack, id), 
	CONSTRAINT fk_question_pack FOREIGN KEY(pack) REFERENCES pack (number)
)
 STRICT

;
INSERT INTO "question" VALUES(1,'formats','start',1,'multiple','design',0,'{"core":true,"id":"formats","kind":"multiple","nature":"design","options":["group","telephone"],"section":"start","text":"How?"}','4e6e1db6b70f6a5c28a505fbc6abfa30f17d37fe7c1c018bdda532cfcb0a9579');
INSERT INTO "question" VALUES(1,'distance','start',0,'number','context',1,'{"core":false,"id":"distance","kind":"number","max":60,"min":0,"nature":"context","section":"start"}','04247bb85a5f2bcf9a364a9078571326e88f5c0058ddb12d2af90ba028579044');
INSERT INTO "question" VALUES(1,'setting','start',0,'single','context',2,'{"core":false,"id":"setting","kind":"single","nature":"context","options":["group"],"section":"start"}','f58064ef48388d34ccf4cad6083aa475fedf54fe50679dcb53589f11946a28ce');
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
 STRICT

;
INSERT INTO "rule" VALUES(1,'T01-b','T01','encourages',0,'{"effect":"encourages","id":"T01-b","note":"","when":{"includes":"group","question":"formats"}}','bf1757d34948df981708e131f0632fa53dae3a8a67cbaf98adb8ec3cac7cca20');
INSERT INTO "rule" VALUES(1,'T01-a','T01','discourages',1,'{"effect":"discourages","id":"T01-a","note":"x","when":{"not":{"includes":"group","question":"formats"}}}','6b704e8c603e158fa3f0e95c0a69efe0cf6e2f900ec8cea614c638a06db77de2');
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
 STRICT

;
INSERT INTO "scope_note" VALUES(1,'online','Online',0,'{"id":"online","sources":[],"title":"Online","when":{"includes":"group","question":"formats"}}','6ac94c88447ab6a5553b0767e6321d25ac70a3986e191bc33270dd8975cf7ea0');
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
 STRICT

;
INSERT INTO "section" VALUES(1,'start','Start',0,'{"id":"start","intro":"Begin.","title":"Start"}','14d04ec6a1e86b14b73ea565feea74775950ed5335a709c1774180806f687cf3');
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
 STRICT

;
INSERT INTO "source" VALUES(1,'s-2020','review','part',0,'{"citation":"“To be”","id":"s-2020","kind":"review","read":"part"}','9e3738700a262605a79b47278d0ea7aa7a9a2dfa2410df030eaf733857c186e7');
CREATE TABLE stored_advice (
	"plan" TEXT NOT NULL, 
	pack_id TEXT NOT NULL, 
	pack_version TEXT NOT NULL, 
	advice TEXT NOT NULL, 
	open_risks INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	CONSTRAINT pk_stored_advice PRIMARY KEY ("plan"), 
	CONSTRAINT ck_stored_advice_open_risks_range CHECK ("open_risks" BETWEEN 0 AND 1000000000), 
	CONSTRAINT fk_stored_advice_plan FOREIGN KEY("plan") REFERENCES "plan" (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "stored_advice" VALUES('00000000-0000-4000-8000-000000000001','small','1','{"advice_version":1}',2,'2026-11-29T01:09:35.753915+00:00');
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
 STRICT

;
INSERT INTO "tension" VALUES(1,'hope','formats','group',0,'{"id":"hope","option":"group","question":"formats","text":"","title":"Hope"}','2f0f07dcae746e4fa14c5d533d9fbefd6ec4fa537ce909d2437940492feb6dc1');
CREATE UNIQUE INDEX uq_pack_edition ON pack (id, version);
CREATE INDEX ix_history_plan ON history ("plan", number);
CREATE INDEX ix_progress_changed ON progress (changed, "plan");
CREATE INDEX ix_rule_configuration ON rule (pack, configuration);
CREATE TRIGGER keep_pack_update BEFORE UPDATE ON pack BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_section_update BEFORE UPDATE ON section BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_question_update BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_option_update BEFORE UPDATE ON option BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_configuration_update BEFORE UPDATE ON configuration BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_rule_update BEFORE UPDATE ON rule BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_action_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_source_update BEFORE UPDATE ON source BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_scope_note_update BEFORE UPDATE ON scope_note BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_tension_update BEFORE UPDATE ON tension BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_glossary_term_update BEFORE UPDATE ON glossary_term BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_gate_update BEFORE UPDATE ON gate BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_material_update BEFORE UPDATE ON material BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_pack_delete BEFORE DELETE ON pack BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_section_delete BEFORE DELETE ON section BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_question_delete BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_option_delete BEFORE DELETE ON option BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_configuration_delete BEFORE DELETE ON configuration BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_rule_delete BEFORE DELETE ON rule BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_action_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_source_delete BEFORE DELETE ON source BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_scope_note_delete BEFORE DELETE ON scope_note BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_tension_delete BEFORE DELETE ON tension BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_glossary_term_delete BEFORE DELETE ON glossary_term BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_gate_delete BEFORE DELETE ON gate BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_material_delete BEFORE DELETE ON material BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
CREATE TRIGGER keep_history_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END;
COMMIT;
PRAGMA application_id=1347441473;
PRAGMA user_version=6;
