/**
 * What keeps a content file from being read, in the words of who writes one: YAML's own speak of "compact mappings".
 * One mistake throws the reader off the track, so only the first of a file is told; keys that stand twice are all told.
 */
import { type Document, isScalar, type LineCounter, type Scalar, visit, type YAMLParseError } from 'yaml'

export interface FileProblem {
  readonly line: number
  readonly message: string
  readonly fix: string
}

type Told = readonly [message: string, fix: string]

const QUOTE = "Put the whole text between quotes ('…'; a quote inside is written twice)."

/** Null where the text can be YAML: bytes of another encoding become U+FFFD or stay zero. */
export function findNoText(text: string): FileProblem | null {
  const at = text.search(/[\0\uFFFD]/)
  if (at < 0) return null
  return {
    line: text.slice(0, at).split('\n').length,
    message: 'the file holds bytes that are not UTF-8.',
    fix: 'Save it as UTF-8.',
  }
}

/** Problems of the file as YAML, and texts of which YAML would quietly take a part away. */
export function findYamlProblems(text: string, document: Document, lines: LineCounter): FileProblem[] {
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  const errors = first === undefined ? twice : [first]
  const told = errors.map((error) => {
    const [message, fix] = tellError(error, text)
    return { line: lines.linePos(error.pos[0]).line, message: `not readable as YAML: ${message}.`, fix }
  })
  return told.length > 0 ? told : findLostWords(document, lines)
}

const restOfLine = (text: string, offset: number): string => /^[^\n]*/.exec(text.slice(offset))?.[0] ?? ''

function tellError(error: YAMLParseError, text: string): Told {
  const rest = restOfLine(text, error.pos[0])
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return ['the line is indented with a tab', 'Use spaces.']
    case 'DUPLICATE_KEY':
      // "{ pounds: 5,000,000 }" is read as pounds of 5, and twice a field called 000.
      if (/^\d{3}\b/.test(rest))
        return ['a number is written with commas', 'Write it without, such as 400000.']
      return [`"${/^[^:]*/.exec(rest)?.[0].trim()}" is written twice`, 'Keep one of the two.']
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return tellMisplacedField(rest)
    case 'BLOCK_IN_FLOW':
      return ['between [ ] or { } a comma is missing', 'Put "," between its parts.']
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return [`a text cannot begin with ${rest.charAt(0)}`, QUOTE]
    case 'BAD_DQ_ESCAPE':
      return ['between double quotes, \\ begins a sign of its own', "Write \\\\, or use single quotes ('…')."]
    case 'MULTIPLE_DOCS':
      return ['a line of --- divides the file', 'Take it out.']
    case 'MISSING_CHAR':
      return tellMissing(error.message)
    case 'BAD_INDENT':
      return ['a [ or { is not closed', 'Close it at the end of its line, and look at its commas.']
    case 'UNEXPECTED_TOKEN':
      return tellUnexpected(error.message)
    default:
      return [sayShort(error.message), 'Check indents, colons and quotes there.']
  }
}

const tellMisplacedField = (rest: string): Told =>
  /:\s/.test(rest)
    ? ['the text holds ": ", which begins a field', QUOTE]
    : [
        'a space after "-" or ":" is missing here, or what follows is not lined up with it',
        'Write "- id: name" and "field: text", and begin the fields of a record under each other.',
      ]

const tellMissing = (message: string): Told =>
  message.includes('quote')
    ? ['a quote is opened before this and not closed', 'Close it where the text ends.']
    : [
        'the line is not lined up with the others of its record',
        'Begin the fields of a record under each other.',
      ]

const tellUnexpected = (message: string): Told =>
  message.startsWith('Not a YAML token')
    ? ['a text that begins with > or | begins on the line below', QUOTE]
    : ['text goes on behind a quote or bracket that was closed', QUOTE]

/** The reader's own words without the place, which stands before them. */
const sayShort = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[:.]$/, '')

/** "No #1 thing" is read as "No", and "!important thing" as "thing": nobody sees that words are gone. */
function findLostWords(document: Document, lines: LineCounter): FileProblem[] {
  const problems: FileProblem[] = []
  const add = (node: Scalar, message: string) => {
    const line = node.range ? lines.linePos(node.range[0]).line : 1
    problems.push({ line, message, fix: `${QUOTE} A comment begins with "# ".` })
  }
  visit(document, {
    Scalar: (_, node) => {
      const lost = /^[\p{L}\p{N}]\S*/u.exec(node.comment ?? '')?.[0]
      if (lost !== undefined && isScalar(node))
        add(node, `the text would end before "#${lost}", because " #" begins a comment.`)
    },
  })
  for (const { code, pos } of document.warnings)
    if (code === 'TAG_RESOLVE_FAILED')
      problems.push({
        line: lines.linePos(pos[0]).line,
        message: 'a text cannot begin with !, which would be lost with its word.',
        fix: QUOTE,
      })
  return problems
}
