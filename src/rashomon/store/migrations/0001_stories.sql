-- Stories, their articles as they came, the machine's latest reading, people's judgements, and what is searched.

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  made TEXT NOT NULL
) STRICT;

-- An article that is added again under its name stands beside the old one; the newest of a name is read.
CREATE TABLE article (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  story TEXT NOT NULL REFERENCES story (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  data BLOB NOT NULL,
  added TEXT NOT NULL
) STRICT;
CREATE INDEX article_of_story ON article (story, name, seq);

-- content is the story file; inputs is the sum of the articles that it was read from.
CREATE TABLE reading (
  story TEXT PRIMARY KEY REFERENCES story (id),
  engine TEXT NOT NULL,
  made TEXT NOT NULL,
  inputs TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

-- Append only: a judgement is taken back by another one.
CREATE TABLE judgement (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  story TEXT NOT NULL REFERENCES story (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  targets TEXT NOT NULL CHECK (json_valid(targets)),
  change TEXT,
  author TEXT NOT NULL CHECK (author <> ''),
  made TEXT NOT NULL,
  note TEXT NOT NULL,
  undoes TEXT,
  UNIQUE (story, id),
  FOREIGN KEY (story, undoes) REFERENCES judgement (story, id)
) STRICT;
CREATE TRIGGER judgement_is_never_changed BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgement_is_never_dropped BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never dropped'); END;

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story TEXT NOT NULL REFERENCES story (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  stage TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  cause TEXT NOT NULL,
  mend TEXT NOT NULL,
  pid INTEGER,
  made TEXT NOT NULL
) STRICT;
CREATE INDEX job_by_state ON job (state, id);

CREATE VIRTUAL TABLE words USING fts5 (
  story UNINDEXED, name UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
