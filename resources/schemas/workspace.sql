CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID

CREATE TABLE steps (
        id TEXT PRIMARY KEY, author TEXT NOT NULL, at TEXT NOT NULL, verb TEXT NOT NULL, item TEXT NOT NULL, target TEXT
    , stretch TEXT, carrier TEXT) WITHOUT ROWID

CREATE TABLE changes (
        id TEXT PRIMARY KEY, entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL,
        value TEXT NOT NULL, parents TEXT NOT NULL
    , revision INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID

CREATE TABLE inspection (
        id TEXT PRIMARY KEY, "service" TEXT, "service_head" TEXT, "start" TEXT, "start_head" TEXT,
        "end" TEXT, "end_head" TEXT, "marking" TEXT, "marking_head" TEXT, "notice" TEXT, "notice_head" TEXT
    , "nation" TEXT, "nation_head" TEXT, "return_start" TEXT, "return_start_head" TEXT, "return_end" TEXT, "return_end_head" TEXT, "gaps" TEXT, "gaps_head" TEXT, sealed TEXT, sealed_head TEXT) WITHOUT ROWID

CREATE TABLE person (
        id TEXT PRIMARY KEY, "name" TEXT, "name_head" TEXT, "role" TEXT, "role_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT
    , "signing" TEXT, "signing_head" TEXT, "sealing" TEXT, "sealing_head" TEXT, "card" TEXT, "card_head" TEXT, "said" TEXT, "said_head" TEXT, "withdrawn" TEXT, "withdrawn_head" TEXT) WITHOUT ROWID

CREATE TABLE "case" (
        id TEXT PRIMARY KEY, "ref" TEXT, "ref_head" TEXT, "sample" TEXT, "sample_head" TEXT, "type" TEXT, "type_head" TEXT,
        "inspector" TEXT, "inspector_head" TEXT, "position" INTEGER, "position_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT
    , "takeover" TEXT, "takeover_head" TEXT, "began" TEXT, "began_head" TEXT, "ended" TEXT, "ended_head" TEXT, "age" INTEGER, "age_head" TEXT, "gender" TEXT, "gender_head" TEXT, "ethnicity" TEXT, "ethnicity_head" TEXT, "disability" TEXT, "disability_head" TEXT, "care" TEXT, "care_head" TEXT, "helper" TEXT, "helper_head" TEXT) WITHOUT ROWID

CREATE TABLE rating (
        id TEXT PRIMARY KEY, "rating" TEXT, "rating_head" TEXT, "rationale" TEXT, "rationale_head" TEXT,
        "stars" INTEGER, "stars_head" TEXT, "case_score" INTEGER, "case_score_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE panel (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "reason" TEXT, "reason_head" TEXT,
        "question" TEXT, "question_head" TEXT
    , members TEXT, members_head TEXT, computed TEXT, computed_head TEXT, interests TEXT, interests_head TEXT) WITHOUT ROWID

CREATE TABLE finding (
        id TEXT PRIMARY KEY, "standard" TEXT, "standard_head" TEXT, "kind" TEXT, "kind_head" TEXT,
        "text" TEXT, "text_head" TEXT, "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE recommendation (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "text" TEXT, "text_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    , "priority" TEXT, "priority_head" TEXT, "due" TEXT, "due_head" TEXT) WITHOUT ROWID

CREATE TABLE totals (
        id TEXT PRIMARY KEY, "yes" INTEGER, "yes_head" TEXT, "of" INTEGER, "of_head" TEXT
    ) WITHOUT ROWID

CREATE INDEX amended ON changes (id, revision) WHERE revision > 0

CREATE TABLE awaited (
        id TEXT, entity TEXT, entity_id TEXT, field TEXT, PRIMARY KEY (id, entity, entity_id, field)
    ) WITHOUT ROWID

CREATE TABLE packages (
        package TEXT NOT NULL, way TEXT NOT NULL, device TEXT NOT NULL, person TEXT NOT NULL, number INTEGER NOT NULL,
        made TEXT NOT NULL, at TEXT NOT NULL, steps INTEGER NOT NULL, changes INTEGER NOT NULL,
        PRIMARY KEY (way, person, device, number, package)
    ) WITHOUT ROWID

CREATE TABLE laptops (device TEXT PRIMARY KEY, person TEXT NOT NULL, has TEXT NOT NULL) WITHOUT ROWID

CREATE TABLE review (
        id TEXT PRIMARY KEY, "stage" TEXT, "stage_head" TEXT, "accepted" TEXT, "accepted_head" TEXT
    , reason TEXT, reason_head TEXT, submitted TEXT, submitted_head TEXT) WITHOUT ROWID

CREATE TABLE comment (
        id TEXT PRIMARY KEY, "about" TEXT, "about_head" TEXT, "text" TEXT, "text_head" TEXT,
        "answered" INTEGER, "answered_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE second (
        id TEXT PRIMARY KEY, "marker" TEXT, "marker_head" TEXT, "first_done" INTEGER, "first_done_head" TEXT,
        "second_done" INTEGER, "second_done_head" TEXT, "first_marks" TEXT, "first_marks_head" TEXT
    , settled INTEGER, settled_head TEXT) WITHOUT ROWID

CREATE TABLE judgement (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
            ) WITHOUT ROWID

CREATE TABLE prompt (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
            ) WITHOUT ROWID

CREATE TABLE second_judgement (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
            ) WITHOUT ROWID

CREATE TABLE second_prompt (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
            ) WITHOUT ROWID

CREATE TABLE interview (
        id TEXT PRIMARY KEY, "role" TEXT, "role_head" TEXT, "day" TEXT, "day_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID

CREATE TABLE event (
        id TEXT PRIMARY KEY, "day" TEXT, "day_head" TEXT, "time" TEXT, "time_head" TEXT,
        "kind" TEXT, "kind_head" TEXT, "title" TEXT, "title_head" TEXT, "person" TEXT, "person_head" TEXT,
        "case" TEXT, "case_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    , "end" TEXT, end_head TEXT) WITHOUT ROWID

CREATE TABLE source (
        id TEXT PRIMARY KEY, "kind" TEXT, "kind_head" TEXT, "title" TEXT, "title_head" TEXT,
        "day" TEXT, "day_head" TEXT, "who" TEXT, "who_head" TEXT, "event" TEXT, "event_head" TEXT,
        "asked" INTEGER, "asked_head" TEXT, "answered" INTEGER, "answered_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID

CREATE TABLE score (
        id TEXT PRIMARY KEY, "question" TEXT, "question_head" TEXT, "said" TEXT, "said_head" TEXT,
        "count" INTEGER, "count_head" TEXT, "of" INTEGER, "of_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE bearing (
        id TEXT PRIMARY KEY, "bears" INTEGER, "bears_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID

CREATE TABLE concern (
        id TEXT PRIMARY KEY, "case" TEXT, "case_head" TEXT, "day" TEXT, "day_head" TEXT,
        "time" TEXT, "time_head" TEXT, "what" TEXT, "what_head" TEXT, "told" TEXT, "told_head" TEXT,
        "told_day" TEXT, "told_day_head" TEXT, "told_time" TEXT, "told_time_head" TEXT,
        "outcome" TEXT, "outcome_head" TEXT, "closed" INTEGER, "closed_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE unindexed (entity TEXT, id TEXT, PRIMARY KEY (entity, id)) WITHOUT ROWID

CREATE TABLE indexed (n INTEGER PRIMARY KEY, entity TEXT, id TEXT, marks TEXT NOT NULL, beginnings INTEGER NOT NULL DEFAULT 0, UNIQUE (entity, id))

CREATE VIRTUAL TABLE texts USING fts5(
        text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    )

CREATE TRIGGER judgement_indexed_new AFTER INSERT ON "judgement" WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('judgement', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER prompt_indexed_new AFTER INSERT ON "prompt" WHEN coalesce(NEW."note", NEW."note_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('prompt', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER second_judgement_indexed_new AFTER INSERT ON "second_judgement" WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('second_judgement', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER second_prompt_indexed_new AFTER INSERT ON "second_prompt" WHEN coalesce(NEW."note", NEW."note_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('second_prompt', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER comment_indexed_new AFTER INSERT ON "comment" WHEN coalesce(NEW."text", NEW."text_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('comment', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER finding_indexed_new AFTER INSERT ON "finding" WHEN coalesce(NEW."text", NEW."text_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('finding', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER recommendation_indexed_new AFTER INSERT ON "recommendation" WHEN coalesce(NEW."text", NEW."text_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('recommendation', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER rating_indexed_new AFTER INSERT ON "rating" WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('rating', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER panel_indexed_new AFTER INSERT ON "panel" WHEN coalesce(NEW."reason", NEW."reason_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('panel', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER case_indexed_new AFTER INSERT ON "case" WHEN coalesce(NEW."ref", NEW."ref_head", NEW."type", NEW."type_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('case', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER interview_indexed_new AFTER INSERT ON "interview" WHEN coalesce(NEW."role", NEW."role_head", NEW."note", NEW."note_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('interview', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER event_indexed_new AFTER INSERT ON "event" WHEN coalesce(NEW."title", NEW."title_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('event', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER source_indexed_new AFTER INSERT ON "source" WHEN coalesce(NEW."title", NEW."title_head", NEW."who", NEW."who_head", NEW."note", NEW."note_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('source', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER score_indexed_new AFTER INSERT ON "score" WHEN coalesce(NEW."question", NEW."question_head", NEW."said", NEW."said_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('score', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER bearing_indexed_new AFTER INSERT ON "bearing" WHEN coalesce(NEW."note", NEW."note_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('bearing', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER concern_indexed_new AFTER INSERT ON "concern" WHEN coalesce(NEW."what", NEW."what_head", NEW."told", NEW."told_head", NEW."outcome", NEW."outcome_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('concern', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER judgement_indexed_again AFTER UPDATE OF rationale ON "judgement" BEGIN INSERT INTO unindexed VALUES ('judgement', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER prompt_indexed_again AFTER UPDATE OF note ON "prompt" BEGIN INSERT INTO unindexed VALUES ('prompt', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER second_judgement_indexed_again AFTER UPDATE OF rationale ON "second_judgement" BEGIN INSERT INTO unindexed VALUES ('second_judgement', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER second_prompt_indexed_again AFTER UPDATE OF note ON "second_prompt" BEGIN INSERT INTO unindexed VALUES ('second_prompt', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER comment_indexed_again AFTER UPDATE OF text, deleted ON "comment" BEGIN INSERT INTO unindexed VALUES ('comment', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER finding_indexed_again AFTER UPDATE OF text ON "finding" BEGIN INSERT INTO unindexed VALUES ('finding', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER recommendation_indexed_again AFTER UPDATE OF text ON "recommendation" BEGIN INSERT INTO unindexed VALUES ('recommendation', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER rating_indexed_again AFTER UPDATE OF rationale ON "rating" BEGIN INSERT INTO unindexed VALUES ('rating', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER panel_indexed_again AFTER UPDATE OF reason ON "panel" BEGIN INSERT INTO unindexed VALUES ('panel', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER case_indexed_again AFTER UPDATE OF ref, type, deleted ON "case" BEGIN INSERT INTO unindexed VALUES ('case', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER interview_indexed_again AFTER UPDATE OF role, note, deleted ON "interview" BEGIN INSERT INTO unindexed VALUES ('interview', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER event_indexed_again AFTER UPDATE OF title, deleted ON "event" BEGIN INSERT INTO unindexed VALUES ('event', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER source_indexed_again AFTER UPDATE OF title, who, note, deleted ON "source" BEGIN INSERT INTO unindexed VALUES ('source', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER score_indexed_again AFTER UPDATE OF question, said, deleted ON "score" BEGIN INSERT INTO unindexed VALUES ('score', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER bearing_indexed_again AFTER UPDATE OF note ON "bearing" BEGIN INSERT INTO unindexed VALUES ('bearing', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER concern_indexed_again AFTER UPDATE OF what, told, outcome ON "concern" BEGIN INSERT INTO unindexed VALUES ('concern', NEW.id) ON CONFLICT DO NOTHING; END

CREATE INDEX judgement_contested_answer ON judgement (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX judgement_contested_rationale ON judgement (id) WHERE instr("rationale_head", ' ') > 0

CREATE INDEX prompt_contested_answer ON prompt (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX prompt_contested_note ON prompt (id) WHERE instr("note_head", ' ') > 0

CREATE INDEX second_judgement_contested_answer ON second_judgement (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX second_judgement_contested_rationale ON second_judgement (id) WHERE instr("rationale_head", ' ') > 0

CREATE INDEX second_prompt_contested_answer ON second_prompt (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX second_prompt_contested_note ON second_prompt (id) WHERE instr("note_head", ' ') > 0

CREATE TABLE stretches (
        id TEXT PRIMARY KEY, signer TEXT NOT NULL, person TEXT NOT NULL, state TEXT NOT NULL, line TEXT NOT NULL
    )

CREATE TABLE aside (
        step TEXT PRIMARY KEY, stretch TEXT NOT NULL, carrier TEXT, line TEXT NOT NULL
    )

CREATE TABLE accepted (
        person TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, signing TEXT NOT NULL, sealing TEXT NOT NULL
    ) WITHOUT ROWID

CREATE TABLE agreed_judgement (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
    ) WITHOUT ROWID

CREATE TABLE agreed_prompt (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID

CREATE INDEX second_contested_settled ON second (id) WHERE instr("settled_head", ' ') > 0

CREATE INDEX agreed_judgement_contested_answer ON agreed_judgement (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX agreed_judgement_contested_rationale ON agreed_judgement (id) WHERE instr("rationale_head", ' ') > 0

CREATE INDEX agreed_prompt_contested_answer ON agreed_prompt (id) WHERE instr("answer_head", ' ') > 0

CREATE INDEX agreed_prompt_contested_note ON agreed_prompt (id) WHERE instr("note_head", ' ') > 0

CREATE TABLE allowed (
        id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT, "reason" TEXT, "reason_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE point (
        id TEXT PRIMARY KEY,
        "kind" TEXT, "kind_head" TEXT, "about" TEXT, "about_head" TEXT, "quoted" TEXT, "quoted_head" TEXT,
        "before" TEXT, "before_head" TEXT,
        "said" TEXT, "said_head" TEXT, "source" TEXT, "source_head" TEXT, "day" TEXT, "day_head" TEXT,
        "decision" TEXT, "decision_head" TEXT, "reason" TEXT, "reason_head" TEXT, "signed" TEXT, "signed_head" TEXT,
        "rated" TEXT, "rated_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE previous (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "text" TEXT, "text_head" TEXT, "outcome" TEXT, "outcome_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID

CREATE TABLE support (
        id TEXT PRIMARY KEY, "sentence" TEXT, "sentence_head" TEXT, "on" TEXT, "on_head" TEXT, "carries" INTEGER,
        "carries_head" TEXT
    ) WITHOUT ROWID

CREATE TRIGGER previous_indexed_new AFTER INSERT ON "previous" WHEN coalesce(NEW."text", NEW."text_head", NEW."note", NEW."note_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('previous', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER previous_indexed_again AFTER UPDATE OF text, note, deleted ON "previous" BEGIN INSERT INTO unindexed VALUES ('previous', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TABLE marking (
        id TEXT PRIMARY KEY, "asked" INTEGER, "asked_head" TEXT, "done" INTEGER, "done_head" TEXT,
        "marks" TEXT, "marks_head" TEXT
    ) WITHOUT ROWID

CREATE INDEX marking_contested_asked ON marking (id) WHERE instr("asked_head", ' ') > 0

CREATE INDEX marking_contested_done ON marking (id) WHERE instr("done_head", ' ') > 0

CREATE INDEX marking_contested_marks ON marking (id) WHERE instr("marks_head", ' ') > 0

CREATE TABLE seat (id TEXT PRIMARY KEY, "seat" TEXT, "seat_head" TEXT) WITHOUT ROWID

CREATE TABLE own_rating (
        id TEXT PRIMARY KEY, "interest" TEXT, "interest_head" TEXT, "sealed" TEXT, "sealed_head" TEXT,
        "digest" TEXT, "digest_head" TEXT, "opened" TEXT, "opened_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE told (
        id TEXT PRIMARY KEY, "day" TEXT, "day_head" TEXT, "whom" TEXT, "whom_head" TEXT, "said" TEXT, "said_head" TEXT,
        "rated" TEXT, "rated_head" TEXT, "why" TEXT, "why_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE summary (
        id TEXT PRIMARY KEY, "text" TEXT, "text_head" TEXT, "of" TEXT, "of_head" TEXT
    ) WITHOUT ROWID

CREATE TABLE verified_judgement (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID

CREATE TABLE verified_prompt (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID

CREATE TABLE caseload (id TEXT PRIMARY KEY, "counts" TEXT, "counts_head" TEXT) WITHOUT ROWID

CREATE TRIGGER told_indexed_new AFTER INSERT ON "told" WHEN coalesce(NEW."whom", NEW."whom_head", NEW."said", NEW."said_head", NEW."why", NEW."why_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('told', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER told_indexed_again AFTER UPDATE OF whom, said, why, deleted ON "told" BEGIN INSERT INTO unindexed VALUES ('told', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER point_indexed_new AFTER INSERT ON "point" WHEN coalesce(NEW."quoted", NEW."quoted_head", NEW."said", NEW."said_head", NEW."reason", NEW."reason_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('point', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER point_indexed_again AFTER UPDATE OF quoted, said, reason, deleted ON "point" BEGIN INSERT INTO unindexed VALUES ('point', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TABLE informed (id TEXT PRIMARY KEY, "whom" TEXT, "whom_head" TEXT, "day" TEXT, "day_head" TEXT, "time" TEXT, "time_head" TEXT, "by" TEXT, "by_head" TEXT, "agreed" TEXT, "agreed_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT) WITHOUT ROWID

CREATE TRIGGER informed_indexed_new AFTER INSERT ON "informed" WHEN coalesce(NEW."whom", NEW."whom_head", NEW."by", NEW."by_head", NEW."agreed", NEW."agreed_head", NEW."deleted", NEW."deleted_head") NOT NULL BEGIN INSERT INTO unindexed VALUES ('informed', NEW.id) ON CONFLICT DO NOTHING; END

CREATE TRIGGER informed_indexed_again AFTER UPDATE OF whom, by, agreed, deleted ON "informed" BEGIN INSERT INTO unindexed VALUES ('informed', NEW.id) ON CONFLICT DO NOTHING; END