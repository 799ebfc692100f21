/**
 * Every command and option, once: what parseArgs accepts, what `holdfast help` prints and what docs/cli.md must list
 * (a test compares them) all come from these tables.
 */
import { DECISIONS, STATEMENT_KINDS } from '../model/index.ts'

export const FORMATS = ['text', 'json', 'csv', 'html'] as const
export type Format = (typeof FORMATS)[number]

export const COMMAND_NAMES = [
  'read',
  'compare',
  'entitlement',
  'simulate',
  'rulebook',
  'init',
  'check',
  'publish',
  'documents',
  'verify',
  'rebuild',
  'backup',
  'restore',
  'export',
  'start',
  'serve',
  'tracker',
  'help',
] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

export interface Command {
  readonly name: CommandName
  /** The arguments as the help shows them. */
  readonly synopsis: string
  readonly summary: string
  readonly details: readonly string[]
}

export interface Option {
  readonly name: string
  readonly short?: string
  /** Placeholder of the value; absent on a switch. */
  readonly value?: string
  readonly summary: string
  readonly commands: readonly CommandName[]
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'read',
    synopsis: 'read FILE…',
    summary: 'Find what documents recommend, ask, decide and commit to, with the place of each.',
    details: [
      'Reads PDF, DOCX, HTML, Markdown and plain text, told apart by content.',
      'When one of several files cannot be read, the others are still printed.',
    ],
  },
  {
    name: 'compare',
    synopsis: 'compare REPORT RESPONSE',
    summary: 'Set a report beside its response: each recommendation, the reply it got, what was promised.',
    details: ['Recommendations without an answer, and replies to none of them, are listed too.'],
  },
  {
    name: 'entitlement',
    synopsis: 'entitlement SITUATION.json',
    summary: 'Say what one kinship family can get on a day, why, and what would settle what is open.',
    details: [
      'The file holds what the family says of itself; docs/rules.md describes it. "-" reads it from standard input.',
      'This is information, not advice.',
    ],
  },
  {
    name: 'simulate',
    synopsis: 'simulate [FILE]',
    summary:
      'Simulate whom proposals reach among kinship families, at what cost, and whom they leave out and why.',
    details: [
      'Without a file, families drawn from published figures, weighed three ways since the sources disagree; docs/population.md tells how.',
      'With a file (CSV or Parquet), your own families, one row a child; docs/population.md names the columns.',
      'These are simulated families, not counted ones: nobody counts how many live under an order.',
    ],
  },
  {
    name: 'rulebook',
    synopsis: 'rulebook FOLDER',
    summary: 'Check the files of a rulebook; each problem is named with file, line and what to write.',
    details: [],
  },
  {
    name: 'init',
    synopsis: 'init NAME',
    summary: 'Start an empty tracker in a new folder NAME, with an example of every kind of record.',
    details: [
      "The folder is made where you are, whole or not at all. The name becomes the tracker's id: lower-case letters, digits, hyphens.",
    ],
  },
  {
    name: 'check',
    synopsis: 'check [FOLDER…]',
    summary: "Check a tracker's content files; each problem is named with file, line and what to write.",
    details: ['Without a folder, the trackers that come with Holdfast are checked.'],
  },
  {
    name: 'publish',
    synopsis: 'publish FOLDER',
    summary:
      "Bring the record up to a tracker's changed content files: what is new, what differs, what is gone.",
    details: [
      'An empty record begins with these files. Content with a problem is not recorded: each is named.',
      'What is corrected or withdrawn wants a reason, for everyone to read.',
    ],
  },
  {
    name: 'documents',
    synopsis: 'documents ACTION…',
    summary: 'Keep your copies of the documents a tracker cites, and find the cited words in them.',
    details: [
      'add FILE|FOLDER… keeps copies, each matched to its source; list shows them.',
      'check [SOURCE…] looks again for all that is cited, and says what is held, moved or lost.',
      'anchor RECORD --source ID --words "…" chooses the words that a record rests on.',
      'statements SOURCE prints what the reader finds in a copy; nothing of it is published.',
    ],
  },
  {
    name: 'verify',
    synopsis: 'verify [CHECKPOINT]',
    summary: 'Check every byte of the record, and name each that is not as it was written.',
    details: [
      'The record is kept in ./holdfast-data; HOLDFAST_DATA or DATABASE_URL in the environment change that.',
      'A checkpoint that was noted down earlier shows a history that was rewritten or cut short.',
    ],
  },
  {
    name: 'rebuild',
    synopsis: 'rebuild',
    summary: 'Make what is kept ready for reading anew from the log.',
    details: [],
  },
  {
    name: 'backup',
    synopsis: 'backup FILE',
    summary: 'Write the whole record into one archive (tar), while others may go on writing.',
    details: ['The same record gives the same bytes.'],
  },
  {
    name: 'restore',
    synopsis: 'restore FILE',
    summary: 'Bring a backup into an empty record, all of it or nothing.',
    details: ['Set HOLDFAST_DATA to a new folder, or DATABASE_URL to an empty database.'],
  },
  {
    name: 'export',
    synopsis: 'export FOLDER',
    summary: 'Write the whole tracker as a folder of files that anyone can host, search and verify.',
    details: [
      'What has not changed since the last export to FOLDER is not made again. Files that are not ours are left alone.',
      'FOLDER/verify.mjs checks it without Holdfast. A link that leads nowhere stops the export.',
    ],
  },
  {
    name: 'start',
    synopsis: 'start',
    summary: "Open the tracker's public pages from the record, and keep them up to it.",
    details: [
      'A record that is not there yet begins with the kinship tracker that comes with Holdfast.',
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'serve',
    synopsis: 'serve',
    summary: 'Read and compare documents on a page of your own browser. Nothing is stored or sent anywhere.',
    details: [
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'tracker',
    synopsis: 'tracker [FOLDER]',
    summary: "Open a tracker's public pages from its content files, as they stand.",
    details: [
      'Without a folder, the kinship tracker that comes with Holdfast. Content with a problem is not shown: each is named.',
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'help',
    synopsis: 'help [COMMAND]',
    summary: 'Explain the commands, or one of them.',
    details: [],
  },
]

const watched = ['read', 'compare', 'documents', 'export', 'simulate'] as const
const printed = ['read', 'compare', 'entitlement', 'simulate'] as const
const limited = ['read', 'compare', 'serve'] as const
const parsing = [...limited, 'documents'] as const

export const OPTIONS = [
  {
    name: 'format',
    short: 'f',
    value: 'FORMAT',
    summary: `${FORMATS.join(', ')}; text is the default (entitlement: text or json; simulate: no html).`,
    commands: printed,
  },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    summary: 'Write the result to FILE instead of printing it.',
    commands: printed,
  },
  { name: 'all', summary: 'Text: print findings and the rest too.', commands: ['read'] },
  {
    name: 'kind',
    short: 'k',
    value: 'KINDS',
    summary: `Text and CSV: only these kinds, comma between: ${STATEMENT_KINDS.join(', ')}.`,
    commands: ['read'],
  },
  {
    name: 'only',
    value: 'DECISIONS',
    summary: `Text and CSV: only rows with these decisions, comma between: ${DECISIONS.join(', ')}.`,
    commands: ['compare'],
  },
  {
    name: 'on',
    value: 'DATE',
    summary: "The day to answer for, as 2026-06-15; the situation's own day, or today for an export.",
    commands: ['entitlement', 'export', 'simulate'],
  },
  {
    name: 'base',
    value: 'ADDRESS',
    summary: 'Where the export will stand, as https://example.org/kinship; feeds and calendars need it.',
    commands: ['export'],
  },
  {
    name: 'days',
    value: 'DATES',
    summary: 'Also as it stood on these days, comma between, or "none"; the end of each year is the default.',
    commands: ['export'],
  },
  {
    name: 'with-documents',
    summary:
      'Put the documents that are held into the export, and pages with their words, where you may publish them.',
    commands: ['export'],
  },
  {
    name: 'proposal',
    value: 'NAMES',
    summary:
      'Answer as if these proposals were law, comma between; today is the default. simulate: each is worked out by itself (join with + those that stack); the law and every proposal is the default.',
    commands: ['entitlement', 'simulate'],
  },
  {
    name: 'support',
    value: 'NAME',
    summary: 'The support to simulate; weekly-allowance is the default.',
    commands: ['simulate'],
  },
  {
    name: 'calibration',
    value: 'NAMES',
    summary: 'Only these ways to weigh the sources, comma between: census-led, order-led, charity-led.',
    commands: ['simulate'],
  },
  {
    name: 'families',
    value: 'N',
    summary: 'How many families to simulate, 100 to 1,000,000; 5,000 is the default.',
    commands: ['simulate'],
  },
  {
    name: 'draws',
    value: 'N',
    summary:
      'How many times to draw figures and assumptions from their ranges, 0 to 1,000; 24 is the default.',
    commands: ['simulate'],
  },
  {
    name: 'seed',
    value: 'N',
    summary: 'Another whole number gives other families; the same gives the same.',
    commands: ['simulate'],
  },
  {
    name: 'assume',
    value: 'NAME=VALUE',
    summary: 'Put a value in the place of an assumption, comma between; docs/population.md lists them.',
    commands: ['simulate'],
  },
  {
    name: 'reason',
    value: 'TEXT',
    summary: 'Why records are corrected or withdrawn; it is published with them.',
    commands: ['publish'],
  },
  {
    name: 'source',
    value: 'ID',
    summary: 'The source that a copy or words are of.',
    commands: ['documents'],
  },
  {
    name: 'words',
    value: 'TEXT',
    summary: 'Exact words of the document, 300 letters at most.',
    commands: ['documents'],
  },
  {
    name: 'at',
    value: 'PLACE',
    summary: 'The page that tells words apart which stand more than once: "p. 12".',
    commands: ['documents'],
  },
  {
    name: 'taken',
    value: 'DATE',
    summary: 'The day the copy was taken, as 2026-02-27; not told is the default.',
    commands: ['documents'],
  },
  {
    name: 'from',
    value: 'ADDRESS',
    summary: 'The address the copy was taken from; not told is the default.',
    commands: ['documents'],
  },
  {
    name: 'by',
    value: 'NAME',
    summary: 'Who adds or chooses, for everyone to read; "the operator" is the default.',
    commands: ['documents'],
  },
  {
    name: 'groups',
    short: 'g',
    value: 'FILE',
    summary: 'Use the groups of people in FILE instead of the built-in ones.',
    commands: limited,
  },
  { name: 'max-bytes', value: 'N', summary: 'Largest document, in bytes.', commands: parsing },
  { name: 'max-pages', value: 'N', summary: 'Most pages.', commands: parsing },
  {
    name: 'max-unpacked-bytes',
    value: 'N',
    summary: 'Largest size of what is packed inside a document, in bytes.',
    commands: parsing,
  },
  {
    name: 'max-entries',
    value: 'N',
    summary: 'Most entries of the archive that a DOCX is.',
    commands: parsing,
  },
  { name: 'max-nesting', value: 'N', summary: 'Deepest nesting of elements.', commands: parsing },
  {
    name: 'max-memory',
    value: 'MB',
    summary: 'Memory of the process that parses, in megabytes.',
    commands: parsing,
  },
  { name: 'max-seconds', value: 'N', summary: 'Time that parsing one document may take.', commands: parsing },
  { name: 'no-progress', summary: 'No progress on standard error.', commands: watched },
  {
    name: 'quiet',
    short: 'q',
    summary: 'No progress and no notices; errors are still printed.',
    commands: watched,
  },
  { name: 'help', short: 'h', summary: 'Explain the command.', commands: COMMAND_NAMES },
  { name: 'version', short: 'V', summary: 'Print the version.', commands: COMMAND_NAMES },
] as const satisfies readonly Option[]

export const ENVIRONMENT: readonly (readonly [name: string, meaning: string])[] = [
  ['NO_COLOR', 'When set to anything, text is printed without colour or weight.'],
  ['HOST', 'start, serve, tracker: the address to listen on; 127.0.0.1 is the default.'],
  ['PORT', 'start, serve, tracker: the port to listen on; the first free one from 4173 is the default.'],
  [
    'HOLDFAST_ADDRESS',
    'start, tracker: the address the site is known by, such as https://example.org; feeds, calendars and the API name it.',
  ],
  [
    'HOLDFAST_DATA',
    'The folder that the record is kept in; holdfast-data in the current folder is the default.',
  ],
  ['DATABASE_URL', 'A PostgreSQL database to keep the record in, instead of a folder.'],
  [
    'HOLDFAST_POSTGRES',
    "The folder of PostgreSQL's programs; those that come with Holdfast, or the machine's, are the default.",
  ],
]

export function optionsOf(command: CommandName): readonly Option[] {
  const options: readonly Option[] = OPTIONS
  return options.filter((option) => option.commands.includes(command))
}
