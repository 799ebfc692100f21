/**
 * Every option, once: what parseArgs accepts, what `holdfast help` prints and what docs/cli.md must list (a test compares
 * them) all come from these tables.
 */
import { DECISIONS, STATEMENT_KINDS } from '../model/index.ts'
import { COMMAND_NAMES, type CommandName } from './commands.ts'

export const FORMATS = ['text', 'json', 'csv', 'html'] as const
export type Format = (typeof FORMATS)[number]

export interface Option {
  readonly name: string
  readonly short?: string
  /** Placeholder of the value; absent on a switch. */
  readonly value?: string
  readonly summary: string
  readonly commands: readonly CommandName[]
}

const watched = ['read', 'compare', 'documents', 'export', 'simulate', 'verify'] as const
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
    name: 'check-all',
    summary:
      'Read every file of the last export again; the default reads those that the disk says were touched since.',
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
