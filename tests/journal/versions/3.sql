PRAGMA application_id = 1229015601;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL
    );
INSERT INTO "entry" VALUES(1,1,'2027-01-12T09:02:00.000000+00:00','upload','sheet','{"digest":"9480c419a935d215028792af31dd603e350d1613707403d48b4aab5408131f64","file":"mine.csv","choices":"{}","rows":{"2":{"company":"Acme","role":"Engineer","start":"2027-02-01T10:00:00","interest":3.0},"3":{"company":"Birch"}},"ids":[[2,1],[3,2]],"asked":[]}');
INSERT INTO "entry" VALUES(2,1,'2027-01-12T09:03:00.000000+00:00','edit','edit/1/interest','{"invite":1,"key":"interest","value":4.0}');
INSERT INTO "entry" VALUES(3,1,'2027-01-12T09:04:00.000000+00:00','edit','edit/1/interest','{"invite":1,"key":"interest","value":5.0}');
INSERT INTO "entry" VALUES(4,1,'2027-01-12T09:05:00.000000+00:00','override','override/1','{"invite":1,"decision":"accept","reason":"A friend"}');
INSERT INTO "entry" VALUES(5,1,'2027-01-12T09:06:00.000000+00:00','debrief','debrief/2','{"invite":2,"debrief":{"went_well":"Calm","to_improve":"","interest_from":null,"interest_to":null,"people_met":["Eve"],"outcome":null,"held":"2027-01-11"}}');
INSERT INTO "entry" VALUES(6,1,'2027-01-12T09:07:00.000000+00:00','profile','profile/runway_months','{"fields":{"runway_months":3.0}}');
INSERT INTO "entry" VALUES(7,1,'2027-01-12T09:08:00.000000+00:00','pin','pin/before','{"pin":"before","order":[2,1]}');
INSERT INTO "entry" VALUES(8,1,'2027-01-12T09:09:00.000000+00:00','undo','pin/before','{"of":7}');
INSERT INTO "entry" VALUES(9,1,'2027-01-12T09:10:00.000000+00:00','writing','writing/name','{"of":"name","value":"Ada L."}');
CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        since TEXT NOT NULL,
        opened TEXT NOT NULL,
        invites INTEGER NOT NULL DEFAULT 0
    , made_up INTEGER NOT NULL DEFAULT 0);
INSERT INTO "person" VALUES(1,'Ada','2027-01-12T09:01:00.000000+00:00','2027-01-12T09:01:00.000000+00:00',2,0);
CREATE TABLE upload (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (person, digest)
    );
INSERT INTO "upload" VALUES(1,1,'9480c419a935d215028792af31dd603e350d1613707403d48b4aab5408131f64',X'436F6D70616E790A41636D650A');
CREATE INDEX entry_by_subject ON entry (person, subject, id);
CREATE TRIGGER entry_is_append_only BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('upload',1);
INSERT INTO "sqlite_sequence" VALUES('entry',9);
COMMIT;
