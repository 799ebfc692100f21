/**
 * How the database came to its present shape, step by step, forward only. A step runs in one transaction together with
 * the note that it ran, so a killed one has not happened and runs again. A step that was released is never edited.
 */

export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** The role that all work is done in; only migrations act as the owner of the tables. */
export const WRITER = 'holdfast_writer'

/** Tables whose rows may be added and nothing else. */
export const APPEND_ONLY = ['entries', 'checkpoints', 'documents', 'document_pieces'] as const

const refuseChanges = APPEND_ONLY.flatMap((table) => [
  `CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE ON holdfast.${table}
     FOR EACH ROW EXECUTE FUNCTION holdfast.refuse_change()`,
  `CREATE TRIGGER ${table}_stay BEFORE TRUNCATE ON holdfast.${table}
     FOR EACH STATEMENT EXECUTE FUNCTION holdfast.refuse_change()`,
  `ALTER TABLE holdfast.${table} ENABLE ALWAYS TRIGGER ${table}_are_kept`,
  `ALTER TABLE holdfast.${table} ENABLE ALWAYS TRIGGER ${table}_stay`,
  `GRANT SELECT, INSERT ON holdfast.${table} TO ${WRITER}`,
])

/** Tables that are made from the log, beside the records: rows may come and go with them. */
const projections = ['links', 'texts', 'words', 'stems', 'grams', 'corrections', 'projection'] as const

/** The number that a record's name is kept as: \`targetOf\` in derive.ts, in the words of the database. */
const TARGET = `('x' || substr(encode(sha256(convert_to(event->>'type' || ' ' || (event->>'id'), 'UTF8')), 'hex'), 1, 13))::bit(52)::bigint`

/** Happenings by their kinds' numbers, as \`MOMENT_KINDS\` in derive.ts has them; promises are told statement by statement. */
const DATED = `(VALUES ('recommendation', 0), ('ask', 1), ('decision', 2), ('inheritance', 4), ('deliveryEvent', 5), ('assessment', 6))`

export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'the log, the documents and the records',
    statements: [
      `CREATE TABLE holdfast.entries (
         sequence bigint PRIMARY KEY CHECK (sequence > 0), entry text NOT NULL, hash text NOT NULL)`,
      `CREATE TABLE holdfast.checkpoints (
         size bigint PRIMARY KEY CHECK (size > 0), root text NOT NULL, frontier text[] NOT NULL)`,
      'CREATE TABLE holdfast.documents (hash text PRIMARY KEY, size bigint NOT NULL)',
      `CREATE TABLE holdfast.document_pieces (
         hash text NOT NULL REFERENCES holdfast.documents, position integer NOT NULL CHECK (position >= 0),
         bytes bytea NOT NULL, PRIMARY KEY (hash, position))`,
      // Documents are packed already; trying to pack them again would cost time at every write.
      'ALTER TABLE holdfast.document_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL',
      `CREATE TABLE holdfast.records (
         type text NOT NULL, id text NOT NULL, sequence bigint NOT NULL, recorded_at text NOT NULL, body text,
         PRIMARY KEY (type, id))`,
      `CREATE FUNCTION holdfast.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '42501'; END $$`,
      `DO $$ BEGIN
         IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${WRITER}') THEN CREATE ROLE ${WRITER} NOLOGIN; END IF;
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      // An administrator may have made and granted it before: then there is nothing to do, and no right to do it.
      `DO $$ BEGIN GRANT ${WRITER} TO CURRENT_USER; EXCEPTION WHEN insufficient_privilege THEN NULL; END $$`,
      `GRANT USAGE ON SCHEMA holdfast TO ${WRITER}`,
      `GRANT SELECT ON holdfast.migrations TO ${WRITER}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON holdfast.records TO ${WRITER}`,
      ...refuseChanges,
    ],
  },
  {
    name: 'what pages and searches of a large record are made from',
    statements: [
      `ALTER TABLE holdfast.records
         ADD COLUMN first bigint NOT NULL DEFAULT 0,
         ADD COLUMN day text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN sort text COLLATE "C" NOT NULL DEFAULT '',
         ADD COLUMN facet text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN ends text COLLATE "C" NOT NULL DEFAULT '',
         ADD COLUMN latest text COLLATE "C"`,
      'CREATE INDEX records_by_first ON holdfast.records (first) WHERE body IS NOT NULL',
      'CREATE INDEX records_in_order ON holdfast.records (type, facet, sort, first) WHERE body IS NOT NULL',
      'CREATE INDEX records_by_end ON holdfast.records (type, ends DESC, first) WHERE body IS NOT NULL',
      'CREATE INDEX records_by_day ON holdfast.records (type, day) WHERE body IS NOT NULL',
      'CREATE INDEX records_latest ON holdfast.records (latest DESC, first DESC) WHERE latest IS NOT NULL',
      // Who names whom. "target" is a number made from the name, since what is named need not be there.
      `CREATE TABLE holdfast.links (
         target bigint NOT NULL, type text COLLATE "C" NOT NULL, rank text COLLATE "C" NOT NULL, first bigint NOT NULL,
         PRIMARY KEY (target, type, rank, first))`,
      // What a search reads: stems of the text, and of the title with a mark before them.
      'CREATE TABLE holdfast.texts (first bigint PRIMARY KEY, type text COLLATE "C" NOT NULL, stems tsvector NOT NULL)',
      'CREATE INDEX texts_by_stem ON holdfast.texts USING gin (stems) WITH (fastupdate = off)',
      'CREATE TABLE holdfast.words (word text COLLATE "C" PRIMARY KEY, uses bigint NOT NULL)',
      'CREATE TABLE holdfast.stems (stem text COLLATE "C" PRIMARY KEY, texts bigint NOT NULL)',
      `CREATE TABLE holdfast.grams (
         gram text COLLATE "C" NOT NULL, word text COLLATE "C" NOT NULL, PRIMARY KEY (gram, word))`,
      'CREATE TABLE holdfast.corrections (sequence bigint PRIMARY KEY)',
      // Which program made the projections: another makes them anew.
      'CREATE TABLE holdfast.projection (version integer NOT NULL)',
      ...projections.map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON holdfast.${table} TO ${WRITER}`),
    ],
  },
  {
    // Records that an older program left without their numbers are made anew after this.
    name: 'what happened in order, and the events of each record',
    statements: [
      'CREATE TABLE holdfast.history (target bigint NOT NULL, sequence bigint NOT NULL, PRIMARY KEY (target, sequence))',
      `INSERT INTO holdfast.history SELECT ${TARGET}, sequence
         FROM (SELECT sequence, entry::json->'event' AS event FROM holdfast.entries) AS told`,
      `CREATE TABLE holdfast.moments (
         begins text COLLATE "C" NOT NULL, ends text COLLATE "C" NOT NULL, kind smallint NOT NULL,
         first bigint NOT NULL, version smallint NOT NULL, PRIMARY KEY (begins, ends, kind, first, version))`,
      `INSERT INTO holdfast.moments SELECT body::json->'on'->>'from', body::json->'on'->>'to', kind, first, 0
         FROM holdfast.records JOIN ${DATED} AS dated (type, kind) USING (type) WHERE body IS NOT NULL
         ON CONFLICT DO NOTHING`,
      `INSERT INTO holdfast.moments SELECT said->'on'->>'from', said->'on'->>'to', 3, first, place - 1
         FROM holdfast.records, json_array_elements(body::json->'versions') WITH ORDINALITY AS told (said, place)
         WHERE type = 'commitment' AND body IS NOT NULL
         ON CONFLICT DO NOTHING`,
      `INSERT INTO holdfast.stems SELECT '', count(*) FROM holdfast.texts HAVING count(*) > 0
         ON CONFLICT (stem) DO UPDATE SET texts = excluded.texts`,
      'CREATE INDEX moments_by_record ON holdfast.moments (first)',
      'CREATE INDEX records_by_type ON holdfast.records (type, first) WHERE body IS NOT NULL',
      'CREATE INDEX records_by_sort ON holdfast.records (type, sort, first) WHERE body IS NOT NULL',
      'CREATE INDEX records_by_recording ON holdfast.records (recorded_at DESC, ends DESC, first DESC) WHERE body IS NOT NULL',
      ...['history', 'moments'].map(
        (table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON holdfast.${table} TO ${WRITER}`,
      ),
    ],
  },
  {
    name: 'to look for words again corrects no claim',
    statements: [
      `DELETE FROM holdfast.corrections USING holdfast.entries
         WHERE corrections.sequence = entries.sequence
           AND entry::json->'event'->>'type' IN ('capture', 'passage')`,
    ],
  },
]
