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
]
