/** An error as the lines printed on standard error: one a person can act on in a sentence, a bug with its stack. */
import { HoldfastError } from '../model/index.ts'
import { cleanForTerminal } from './display-width.ts'

/** `file` is named in front unless the message names it already. Ends in a line break. */
export function describeError(error: unknown, file?: string): string {
  if (error instanceof HoldfastError) {
    // Several things wrong stand on lines of their own; within a line nothing can break out.
    const message = error.message.split('\n').map(cleanLine).join('\n')
    const name = file === undefined ? '' : cleanForTerminal(file)
    const lead = name === '' || message.includes(name) ? '' : `${name}: `
    return `holdfast: ${lead}${message} [${error.code}]\n`
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const where = file === undefined ? '' : ` while working on ${cleanForTerminal(file)}`
  return `holdfast: this is a bug in Holdfast${where}. Please report it with the lines below.\n${stack}\n`
}

const cleanLine = (line: string) => `${/^ */.exec(line)?.[0] ?? ''}${cleanForTerminal(line)}`
