"""The tables of a project file, and the steps from each format version to the next.

Any SQLite tool can read them; `docs/architecture.md` draws them. Imported only to make or to migrate a file: opening one that is
up to date needs nothing of sqlite-utils.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("annotator")

_FIRST_TABLES = (
    "CREATE TABLE project (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE page (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, text TEXT NOT NULL, meta TEXT NOT NULL DEFAULT '{}') STRICT",
    """CREATE TABLE file (
        page TEXT NOT NULL REFERENCES page(id), name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
        encoding TEXT NOT NULL, imported_at TEXT NOT NULL, PRIMARY KEY (page, name, sha256)) STRICT""",
    """CREATE TABLE article (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, page TEXT NOT NULL REFERENCES page(id), position INTEGER NOT NULL,
        kind TEXT NOT NULL, title TEXT NOT NULL, length INTEGER NOT NULL, segments TEXT NOT NULL, breaks TEXT NOT NULL,
        repeats TEXT NOT NULL, paragraphs TEXT NOT NULL DEFAULT '[]',
        candidates INTEGER NOT NULL DEFAULT 0, meta TEXT NOT NULL DEFAULT '{}') STRICT""",
    "CREATE INDEX article_page ON article(page, position)",
    # Which articles print again what another one printed first; the places stand in article.repeats.
    """CREATE TABLE echo (of_article TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (of_article, article)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE candidate (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        label TEXT NOT NULL, surface TEXT NOT NULL, sources TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1) STRICT""",
    'CREATE INDEX candidate_article ON candidate(article, start, "end")',
    "CREATE TABLE presentation (id TEXT PRIMARY KEY, article TEXT NOT NULL, candidates TEXT NOT NULL) STRICT",
    "CREATE INDEX presentation_article ON presentation(article)",
    "CREATE TABLE annotator (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT",
    """CREATE TABLE assignment (
        id TEXT PRIMARY KEY, article TEXT NOT NULL, annotator TEXT NOT NULL REFERENCES annotator(id), round TEXT NOT NULL,
        condition TEXT NOT NULL, decisions INTEGER NOT NULL DEFAULT 0, decided INTEGER NOT NULL DEFAULT 0,
        marks INTEGER NOT NULL DEFAULT 0, flags INTEGER NOT NULL DEFAULT 0, finished TEXT) STRICT""",
    "CREATE INDEX assignment_annotator ON assignment(annotator, article)",
    "CREATE INDEX assignment_article ON assignment(article)",
    """CREATE TABLE decision (
        id TEXT PRIMARY KEY, assignment TEXT NOT NULL REFERENCES assignment(id), annotator TEXT NOT NULL, article TEXT NOT NULL,
        kind TEXT NOT NULL, target TEXT, start INTEGER, "end" INTEGER, label TEXT, surface TEXT, source TEXT, score REAL,
        scheme_version INTEGER NOT NULL, condition TEXT NOT NULL, seconds REAL, step TEXT NOT NULL, cause TEXT, retracts TEXT,
        value TEXT, at TEXT NOT NULL, here INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX decision_target ON decision(assignment, target)",
    "CREATE INDEX decision_annotator ON decision(annotator, id)",
    """CREATE TABLE mark (
        assignment TEXT NOT NULL REFERENCES assignment(id), target TEXT NOT NULL, article TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, label TEXT NOT NULL, surface TEXT NOT NULL, status TEXT NOT NULL, source TEXT, score REAL,
        programme TEXT, decided_by TEXT NOT NULL, PRIMARY KEY (assignment, target)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE scheme (version INTEGER PRIMARY KEY, json TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    """CREATE TABLE lexicon (
        term TEXT NOT NULL, label TEXT NOT NULL, programme TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
        origin TEXT NOT NULL, PRIMARY KEY (term, label)) STRICT""",
    """CREATE TABLE pattern (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, role TEXT NOT NULL, json TEXT NOT NULL, enabled INTEGER NOT NULL) STRICT""",
    """CREATE TABLE programme (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL,
        origin TEXT NOT NULL) STRICT""",
    # One token a character, punctuation and symbols too: the trigram tokenizer of older SQLite answers two-character queries with
    # nothing, and with the usual categories “三变”改革 would be found where 三变改革 stands.
    """CREATE VIRTUAL TABLE search USING fts5(
        text, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")""",
)


@migrations()
def first_format(db: Database) -> None:
    """Make the tables of format 1."""
    for statement in _FIRST_TABLES:
        db.execute(statement)


_COMPACT_CANDIDATES = (
    # Half the size of the first format's table: an article's candidates stand together, under its short number, with one index.
    # Renaming a table instead would leave the file locked: SQLite 3.40 keeps a statement of the search table open.
    "CREATE TABLE candidate_1 AS SELECT a.number, c.* FROM candidate AS c JOIN article AS a ON a.id = c.article",
    "DROP TABLE candidate",
    """CREATE TABLE candidate (
        article INTEGER NOT NULL REFERENCES article(number), id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        label TEXT NOT NULL, surface TEXT NOT NULL, sources TEXT NOT NULL, score REAL NOT NULL, trust REAL, reason TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (article, id)) STRICT, WITHOUT ROWID""",
    """INSERT INTO candidate SELECT number, id, start, "end", label, surface, sources, score, NULL, reason, active FROM candidate_1""",
    "DROP TABLE candidate_1",
)
_ORDERS = (
    # What the candidates of an article were computed from, and how doubtful they are.
    "ALTER TABLE article ADD COLUMN stamp TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN doubt REAL NOT NULL DEFAULT 0",
    "CREATE INDEX article_doubt ON article(doubt DESC, number)",
    "CREATE INDEX article_candidates ON article(candidates DESC, number)",
)
_LEARNED = ("""CREATE TABLE model (kind TEXT PRIMARY KEY, data TEXT NOT NULL, summary TEXT NOT NULL, at TEXT NOT NULL) STRICT""",)
_RULINGS = (
    # What the lead answered to a doubtful span or article; `decision` is the flag that asked, empty where nobody did.
    """CREATE TABLE ruling (
        id TEXT PRIMARY KEY, article TEXT NOT NULL, start INTEGER, "end" INTEGER, surface TEXT NOT NULL, label TEXT NOT NULL,
        question TEXT NOT NULL, answer TEXT NOT NULL, marked INTEGER, "by" TEXT NOT NULL, at TEXT NOT NULL,
        decision TEXT NOT NULL) STRICT""",
)
_TASKS = (
    # `position` is the order of giving; `handed_out` is when the task last went out in a file (null: not yet).
    """CREATE TABLE task (
        assignment TEXT PRIMARY KEY REFERENCES assignment(id), article TEXT NOT NULL, annotator TEXT NOT NULL REFERENCES annotator(id),
        round TEXT NOT NULL, position INTEGER NOT NULL, given_at TEXT NOT NULL, handed_out TEXT) STRICT, WITHOUT ROWID""",
    # Nobody is twice on one article in a round.
    "CREATE UNIQUE INDEX task_person ON task(annotator, round, article)",
    "CREATE INDEX task_position ON task(annotator, position)",
)


@migrations()
def second_format(db: Database) -> None:
    """Store candidates compactly; orders of articles; what was learned; rulings; tasks."""
    for statement in (*_COMPACT_CANDIDATES, *_ORDERS, *_LEARNED, *_RULINGS, *_TASKS):
        db.execute(statement)
