/**
 * Puts the quick reading of a page's content in the place of pdf.js's own, operation by operation, and leaves out there
 * and then what tells nothing of text, fills and places. What is not known here pdf.js reads itself, to the page's end.
 */
import { ACTUAL_TEXT, actualTextIn, decodeTextString } from './actual-text.ts'
import { ContentReader, DICTIONARY, END, keyOf, type Operator, UNKNOWN } from './content-reader.ts'
import { readEntry } from './entries.ts'

/** pdf.js's operators by their letters. */
type OperatorTable = Readonly<Record<string, Operator | null>>

/** What pdf.js asks for its next operation with. */
interface Answer {
  fn: number
  args: unknown[] | null
}

/** The parts of pdf.js that are used; what else they have is left alone. */
interface Stream {
  readonly start?: number
  pos: number
  reset(): void
  getBytes(): Uint8Array
}
interface Lexer {
  readonly stream: Stream
  readonly knownCommands: OperatorTable
}
interface Parser {
  readonly lexer: Lexer
  readonly xref: unknown
}
interface Preprocessor {
  parser: Parser
  _isPathOp: boolean
  preprocessCommand(id: number, args: unknown[] | null): void
}
export interface PreprocessorClass {
  readonly prototype: Preprocessor & { read(answer: Answer): boolean }
}
export interface NameClass {
  get(name: string): { readonly name: string }
}

/** How lines and edges are drawn, where drawing is cut off, what strokes and shadings are painted with; marked points. */
const UNUSED = 'J j M d ri i W W* CS SC SCN G RG K sh ET MP DP BX EX'.split(' ')
/** What has to be done with an operation beside handing it over. */
type Task = 'leave out' | 'keep state' | 'show string' | 'show array' | 'mark' | 'nothing'

const TASKS: Readonly<Record<string, Task>> = {
  q: 'keep state',
  Q: 'keep state',
  cm: 'keep state',
  Tj: 'show string',
  "'": 'show string',
  '"': 'show string',
  TJ: 'show array',
  BDC: 'mark',
}
/** Pictures among operations are left to pdf.js. */
const PICTURES = ['BI', 'ID', 'EI']

interface Known extends Operator {
  readonly task: Task
  readonly isPath: boolean
}

interface Reading {
  readonly reader: ContentReader<Known>
  /** Where its bytes begin in the stream. */
  readonly start: number
}

/** Makes `Preprocessor` read quickly. */
export function readContentQuickly({ prototype }: PreprocessorClass, Name: NameClass): void {
  const readSlowly = prototype.read
  const readings = new WeakMap<Preprocessor, Reading | 'handed back'>()
  const tables = new WeakMap<OperatorTable, ReadonlyMap<number, Known>>()

  const startReading = ({ parser }: Preprocessor): Reading => {
    const { stream, knownCommands } = parser.lexer
    const known = tables.get(knownCommands) ?? knownOperators(knownCommands)
    tables.set(knownCommands, known)
    // The parser has read ahead.
    stream.reset()
    const start = stream.pos
    return { reader: new ContentReader(stream.getBytes(), known, (name) => Name.get(name)), start }
  }

  const readQuickly = (preprocessor: Preprocessor, answer: Answer): boolean | null => {
    let reading = readings.get(preprocessor)
    // Who brings arguments of his own reads something else than a page.
    if (reading === 'handed back' || answer.args !== null) return null
    if (reading === undefined) {
      reading = startReading(preprocessor)
      readings.set(preprocessor, reading)
    }
    const found = readOne(reading.reader, preprocessor, answer)
    if (found !== null) return found
    readings.set(preprocessor, 'handed back')
    handBack(preprocessor, reading)
    return null
  }

  prototype.read = function (answer) {
    const found = readQuickly(this, answer)
    if (found !== null) return found
    const isFound = readSlowly.call(this, answer)
    if (isFound) keepActualText(answer, this.parser.lexer.knownCommands)
    return isFound
  }
}

/** Of a mark's entries pdf.js keeps none but its number: one with words of its own goes over as the quick reading gives it. */
function keepActualText(answer: Answer, table: OperatorTable): void {
  if (answer.fn !== table.BDC?.id || answer.args === null) return
  const [tag, entries] = answer.args
  const get = readEntry(entries, 'get')
  if (typeof get !== 'function' || readEntry(tag, 'name') === 'OC') return
  const actual: unknown = Reflect.apply(get, entries, ['ActualText'])
  if (typeof actual !== 'string') return
  answer.fn = table.BMC?.id ?? answer.fn
  answer.args = [tag, decodeTextString(actual)]
}

/** True with the next operation in `answer`, false at the end of all, null where pdf.js has to read. */
function readOne(reader: ContentReader<Known>, preprocessor: Preprocessor, answer: Answer): boolean | null {
  for (;;) {
    const operator = reader.next()
    if (operator === END) return false
    if (operator === UNKNOWN) return null
    const { task } = operator
    if (task === 'leave out') continue
    const { args } = reader
    if (!isUsual(task, reader)) return null
    answer.fn = operator.id
    answer.args = task === 'mark' ? argsOfMark(reader) : args
    preprocessor._isPathOp = operator.isPath
    if (task === 'keep state') preprocessor.preprocessCommand(operator.id, args)
    return true
  }
}

/** The tag of a mark, and the words that it stands for where it has any. */
function argsOfMark(reader: ContentReader<Known>): unknown[] | null {
  const { args } = reader
  if (args === null) return null
  const actual = args.at(-1) === DICTIONARY ? actualTextIn(reader.dictionaryWith(ACTUAL_TEXT)) : undefined
  return actual === undefined ? args.slice(0, 1) : [args[0], actual]
}

/** Whether the arguments are of the kinds that such an operation has. */
function isUsual(task: Task, { args, shown, isArray }: ContentReader<Known>): boolean {
  if (args === null) return true
  const last = args.at(-1)
  if (task === 'show string' || task === 'show array')
    return last === shown && isArray === (task === 'show array')
  // What is hidden in layers goes by its entries.
  if (task === 'mark') return readEntry(args[0], 'name') !== 'OC' && last !== shown
  return last !== shown && last !== DICTIONARY
}

/** pdf.js reads on where `reading` came to something that it does not know. */
function handBack(preprocessor: Preprocessor, { reader, start }: Reading): void {
  const { parser } = preprocessor
  const { lexer } = parser
  lexer.stream.pos = start + reader.start
  // Classes are as good as their objects' constructors, and these two are always made from no more than this.
  const NewLexer = lexer.constructor as new (stream: Stream, known: OperatorTable) => Lexer
  const NewParser = parser.constructor as new (parts: { lexer: Lexer; xref: unknown }) => Parser
  preprocessor.parser = new NewParser({
    lexer: new NewLexer(lexer.stream, lexer.knownCommands),
    xref: parser.xref,
  })
}

/** The operators that are known here, by their keys. */
function knownOperators(table: OperatorTable): Map<number, Known> {
  const known = new Map<number, Known>()
  const idOf = (letters: string): number => table[letters]?.id ?? 0
  for (const [letters, operator] of Object.entries(table)) {
    if (operator === null || PICTURES.includes(letters)) continue
    const task = TASKS[letters] ?? (UNUSED.includes(letters) ? 'leave out' : 'nothing')
    // An array of strings goes over as one string does, a mark without its entries.
    const id = letters === 'TJ' ? idOf('Tj') : letters === 'BDC' ? idOf('BMC') : operator.id
    const isPath = operator.id >= idOf('m') && operator.id <= idOf('n')
    known.set(keyOf(letters), { ...operator, id, task, isPath })
  }
  return known
}
