/**
 * Errors that someone can fix. Each has a code from this closed list, explained in docs/errors.md (a test compares
 * the two), and a message that says what happened, where, and what to do. A bug is a plain Error and is never caught.
 */

export const ERROR_CODES = [
  'file_not_found',
  'file_not_readable',
  'file_is_a_folder',
  'file_changed_while_reading',
  'file_empty',
  'format_unknown',
  'format_unsupported',
  'document_damaged',
  'document_encrypted',
  'document_without_text',
  'document_too_large',
  'document_too_many_pages',
  'document_unpacks_too_large',
  'document_too_many_entries',
  'document_nested_too_deeply',
  'document_unsafe_path',
  'parser_out_of_time',
  'parser_out_of_memory',
  'parser_lost',
  'result_too_large',
  'output_not_writable',
  'output_disk_full',
  'option_unknown',
  'option_invalid',
  'argument_missing',
  'argument_unexpected',
  'command_unknown',
  'vocabulary_invalid',
  'situation_invalid',
  'situation_contradictory',
  'area_unknown',
  'microdata_invalid',
  'date_not_covered',
  'proposal_unknown',
  'rulebook_invalid',
  'name_invalid',
  'folder_exists',
  'port_in_use',
  'content_invalid',
  'tracker_differs',
  'reason_missing',
  'edition_conflict',
  'record_in_use',
  'record_not_empty',
  'record_altered',
  'record_too_large',
  'record_disk_full',
  'data_folder_not_usable',
  'data_folder_version',
  'postgres_missing',
  'postgres_not_started',
  'database_unreachable',
  'database_refused',
  'database_address_invalid',
  'database_too_old',
  'backup_invalid',
  'source_unknown',
  'source_unclear',
  'record_unknown',
  'document_not_held',
  'words_not_found',
  'words_not_unique',
  'passage_lost',
  'export_folder_foreign',
  'export_in_progress',
  'export_links_broken',
  'upload_invalid',
  'interrupted',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ErrorOptions {
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
  readonly cause?: unknown
}

/** Base of all errors that a person can act on. `message` is a whole sentence or more, fit to print as it is. */
export class HoldfastError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number | boolean | null>>

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The caller gave a command, option or upload that cannot be carried out. */
export class UsageError extends HoldfastError {}

/** The document given cannot be read; another copy or format may help. */
export class SourceError extends HoldfastError {}

/** A limit was met: larger limits are an option, and the message names it. */
export class LimitError extends SourceError {}

/** The machine refused: a disk is full, a port is taken, a file is not ours to write. */
export class MachineError extends HoldfastError {}

/** What was to be changed has changed meanwhile: look at it, and say again what is still wanted. */
export class ConflictError extends HoldfastError {}

/** Words that the record rests on are not where they were: whoever answers for the record reads the source again. */
export class EvidenceError extends HoldfastError {}

/** The record is not what it was when it was written. Nobody should build on it before its keeper knows why. */
export class AlteredError extends HoldfastError {}
