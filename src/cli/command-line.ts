/** The words after `holdfast`, parsed and checked against the option table. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { DECISIONS, type Decision, STATEMENT_KINDS, type StatementKind, UsageError } from '../model/index.ts'
import { COMMAND_NAMES, type CommandName } from './commands.ts'
import { FORMATS, type Format, OPTIONS, type Option, optionsOf } from './options.ts'
import { closest } from './spelling.ts'

/** What the caller asked for. A null list means no filter. */
export interface CommandLine {
  readonly command: CommandName
  readonly files: readonly string[]
  readonly format: Format
  readonly output: string | null
  readonly isAll: boolean
  readonly kinds: readonly StatementKind[] | null
  readonly only: readonly Decision[] | null
  readonly groupsFile: string | null
  /** entitlement: the day asked about, and the proposals taken as law. */
  readonly on: string | null
  readonly proposals: readonly string[]
  /** simulate: its own options as they were given, by name. */
  readonly settings: Readonly<Record<string, string>>
  /** export: its address, the days it also holds (null for the usual ones), whether documents go in, and whether all files are read again. */
  readonly base: string | null
  readonly days: readonly string[] | null
  readonly hasDocuments: boolean
  readonly isAllRead: boolean
  /** publish: the public reason; null where none was given. */
  readonly reason: string | null
  /** documents: what a copy or a choice of words is of, and who says so. Null where it was not said. */
  readonly evidence: {
    readonly source: string | null
    readonly words: string | null
    readonly at: string | null
    readonly taken: string | null
    readonly from: string | null
    readonly by: string | null
  }
  /** By option name ("max-bytes"); absent ones keep their default. */
  readonly limits: Readonly<Record<string, number>>
  readonly hasProgress: boolean
  readonly isQuiet: boolean
  readonly isHelp: boolean
  readonly isVersion: boolean
}

type Values = Readonly<Record<string, string | boolean | undefined>>

/** Throws UsageError with what is wrong and what would be right. No words at all ask for help. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = splitWords(words)
  const command = findCommand(positionals[0])
  const files = positionals.slice(1)
  checkOptions(command, values)
  const line: CommandLine = {
    command,
    files,
    format: parseFormat(values.format, values.output),
    output: parseText(values.output, 'output'),
    isAll: values.all === true,
    kinds: parseList('kind', values.kind, STATEMENT_KINDS),
    only: parseList('only', values.only, DECISIONS),
    groupsFile: parseText(values.groups, 'groups'),
    on: typeof values.on === 'string' ? values.on : null,
    proposals:
      typeof values.proposal === 'string' ? values.proposal.split(',').map((name) => name.trim()) : [],
    settings: pickTexts(values, ['support', 'calibration', 'families', 'draws', 'seed', 'assume']),
    base: typeof values.base === 'string' ? values.base : null,
    days: typeof values.days === 'string' ? values.days.split(',').map((day) => day.trim()) : null,
    hasDocuments: values['with-documents'] === true,
    isAllRead: values['check-all'] === true,
    reason: parseReason(values.reason),
    evidence: parseEvidence(values),
    limits: parseLimits(values),
    hasProgress: values['no-progress'] !== true && values.quiet !== true,
    isQuiet: values.quiet === true,
    isHelp: values.help === true || (positionals.length === 0 && values.version !== true),
    isVersion: values.version === true,
  }
  if (!line.isHelp && !line.isVersion) checkArguments(line)
  return line
}

function splitWords(words: readonly string[]): { values: Values; positionals: readonly string[] } {
  const table: readonly Option[] = OPTIONS
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    table.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
      strict: true,
    })
    // Every option above is a switch or takes one text, so that is all the values there can be.
    return { values: values as Values, positionals }
  } catch (error) {
    throw explain(error, words)
  }
}

/** parseArgs' own errors, in our words and with our codes. */
function explain(error: unknown, words: readonly string[]): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error
  const given = /'(-[^' ,=]*)/.exec(error.message)?.[1] ?? ''
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = closest(
      given.replace(/^-+/, ''),
      OPTIONS.map(({ name }) => name),
    )
    const file = words.find((word) => word.startsWith(given) && /^-.*\.\w+$/.test(word))
    const hint =
      file !== undefined
        ? ` If it is a file, write ./${file}.`
        : near === undefined
          ? ''
          : ` Did you mean --${near}?`
    return new UsageError(
      'option_unknown',
      `There is no option ${given}.${hint} \`holdfast help\` lists them.`,
      {
        cause: error,
      },
    )
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const names = [...error.message.matchAll(/--[\w-]+/g)].map(([name]) => name)
    const name = names[0] ?? given
    const takesValue = (OPTIONS as readonly Option[]).find((option) => `--${option.name}` === name)?.value
    const message =
      takesValue === undefined
        ? `${name} is a switch and takes no value. Write it without "=".`
        : `${name} wants a value: ${name} ${takesValue}.`
    return new UsageError('option_invalid', message, { cause: error, details: { words: words.join(' ') } })
  }
  return error
}

function findCommand(word: string | undefined): CommandName {
  if (word === undefined) return 'help'
  const command = COMMAND_NAMES.find((name) => name === word)
  if (command !== undefined) return command
  const near = closest(word, COMMAND_NAMES)
  const hint = near === undefined ? '' : ` Did you mean \`holdfast ${near}\`?`
  throw new UsageError(
    'command_unknown',
    `There is no command "${word}".${hint} \`holdfast help\` lists them.`,
  )
}

function checkOptions(command: CommandName, values: Values): void {
  const known = optionsOf(command).map(({ name }) => name)
  const foreign = Object.keys(values).find((name) => !known.includes(name))
  if (foreign !== undefined && command !== 'help')
    throw new UsageError(
      'option_unknown',
      `\`holdfast ${command}\` has no option --${foreign}. \`holdfast help ${command}\` lists those it has.`,
    )
}

const WANTED: { readonly [Name in CommandName]?: string } = {
  entitlement: 'a situation: holdfast entitlement family.json',
  rulebook: 'a folder: holdfast rulebook rulebook/england',
  init: 'a name: holdfast init clean-rivers',
  publish: 'a folder of content: holdfast publish trackers/kinship-england',
  backup: 'a file to write: holdfast backup holdfast.tar',
  restore: 'a backup: holdfast restore holdfast.tar',
  export: 'a folder to write to: holdfast export public',
}

const MOST_ARGUMENTS: { readonly [Name in CommandName]: number } = {
  read: Number.POSITIVE_INFINITY,
  compare: 2,
  entitlement: 1,
  simulate: 1,
  rulebook: 1,
  init: 1,
  check: Number.POSITIVE_INFINITY,
  publish: 1,
  documents: Number.POSITIVE_INFINITY,
  verify: 1,
  rebuild: 0,
  backup: 1,
  restore: 1,
  export: 1,
  start: 0,
  serve: 0,
  tracker: 1,
  help: 1,
}

function checkArguments({ command, files, format, kinds, only, isAll }: CommandLine): void {
  if (command === 'read' && files.length === 0)
    throw new UsageError('argument_missing', 'read wants at least one file: holdfast read report.pdf')
  if (command === 'compare' && files.length < 2)
    throw new UsageError(
      'argument_missing',
      'compare wants two files, the report and then its response: holdfast compare report.pdf response.pdf',
    )
  const wanted = WANTED[command]
  if (wanted !== undefined && files.length === 0)
    throw new UsageError('argument_missing', `${command} wants ${wanted}`)
  const most = MOST_ARGUMENTS[command]
  if (files.length > most)
    throw new UsageError(
      'argument_unexpected',
      `${command} takes ${most === 0 ? 'no' : most} argument${most === 1 ? '' : 's'}, and "${files[most]}" is one too many. ` +
        'A name with spaces goes between quotes.',
    )
  if (command === 'entitlement' && format !== 'text' && format !== 'json')
    throw new UsageError(
      'option_invalid',
      `entitlement answers as text or json, not ${format}. Change --format or --output.`,
    )
  if ((kinds !== null || only !== null) && (format === 'json' || format === 'html'))
    throw new UsageError(
      'option_invalid',
      `--${kinds === null ? 'only' : 'kind'} is for text and CSV; ${format} always holds everything. Leave it out, or change --format.`,
    )
  if (isAll && kinds !== null)
    throw new UsageError('option_invalid', '--all and --kind exclude each other. Leave one of them out.')
}

/** Endings of formats whose programs would call plain text under them damaged. */
const FOREIGN = ['doc', 'docx', 'odt', 'pdf', 'rtf', 'ods', 'xls', 'xlsx']

/** The format asked for; without one, what the output's name ends in, if that is a format, and otherwise text. */
function parseFormat(value: string | boolean | undefined, output: string | boolean | undefined): Format {
  if (value === undefined) {
    const ending = /\.(\w+)$/.exec(typeof output === 'string' ? output : '')?.[1]?.toLowerCase()
    if (ending !== undefined && FOREIGN.includes(ending))
      throw new UsageError(
        'option_invalid',
        `--output ${output} ends like a format that is not written here. Name it .html, which Word and browsers open, or .csv for a spreadsheet; or say a --format.`,
      )
    return FORMATS.find((name) => name === (ending === 'htm' ? 'html' : ending)) ?? 'text'
  }
  const format = FORMATS.find((name) => name === value)
  if (format !== undefined) return format
  throw new UsageError('option_invalid', `--format ${value} is not one of ${FORMATS.join(', ')}.`)
}

function pickTexts(values: Values, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function parseText(value: string | boolean | undefined, name: string): string | null {
  if (value === undefined) return null
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError('option_invalid', `--${name} wants the name of a file.`)
}

function parseReason(value: string | boolean | undefined): string | null {
  if (value === undefined) return null
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new UsageError('option_invalid', '--reason wants a sentence that says why, for everyone to read.')
}

function parseList<Name extends string>(
  option: string,
  value: string | boolean | undefined,
  allowed: readonly Name[],
): readonly Name[] | null {
  if (value === undefined) return null
  return String(value)
    .split(',')
    .map((word) => {
      const name = allowed.find((each) => each === word.trim().toLowerCase())
      if (name !== undefined) return name
      throw new UsageError('option_invalid', `--${option} ${word} is not one of ${allowed.join(', ')}.`)
    })
}

function parseEvidence(values: Values): CommandLine['evidence'] {
  const text = (name: string) => parseWords(values[name], name)
  const from = text('from')
  if (from !== null && !(/^https?:/i.test(from) && URL.canParse(from)))
    throw new UsageError(
      'option_invalid',
      `--from ${from} is not an address. Write it as https://example.org/page.`,
    )
  return {
    source: text('source'),
    words: text('words'),
    at: text('at'),
    taken: text('taken'),
    from,
    by: text('by'),
  }
}

function parseWords(value: string | boolean | undefined, name: string): string | null {
  if (value === undefined) return null
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new UsageError('option_invalid', `--${name} is empty. Leave it out, or say something.`)
}

function parseLimits(values: Values): Record<string, number> {
  const given = Object.entries(values).filter(([name]) => name.startsWith('max-'))
  return Object.fromEntries(
    given.map(([name, value]) => {
      const text = String(value)
      const number = Number(text.replaceAll('_', ''))
      if (/^[\d_]+$/.test(text) && Number.isSafeInteger(number) && number > 0) return [name, number]
      throw new UsageError('option_invalid', `--${name} ${text} is not a whole number above 0.`)
    }),
  )
}
