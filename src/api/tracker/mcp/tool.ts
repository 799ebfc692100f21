/** A tool: what it is for, what it takes, and how its answer is made from the same answers as the API gives. */
import type { AnswerOptions } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import type { JsonSchema } from '../v1/json-schema.ts'
import { findRoute } from '../v1/routes.ts'

export type Arguments = Readonly<Record<string, string>>

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
  /** A sentence for whoever reads the answer, and the answer. Throws Problems. */
  readonly run: (given: Arguments, ask: Ask) => Promise<ToolAnswer>
}

export interface ToolAnswer {
  readonly summary: string
  readonly value: object
}

/** Asks the API for a path with parameters, as a caller from outside would; empty ones are left out. */
export type Ask = (path: string, parameters?: Arguments) => Promise<Answered>

/** Whatever the API answers; each tool knows the shape of what it asked for. */
export type Answered = Readonly<Record<string, never>> & object

export function askOf(options: AnswerOptions, base: string): Ask {
  return async (path, parameters = {}) => {
    const url = new URL(`${base}${path}`)
    for (const [key, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(key, value)
    const found = findRoute(path)
    if (found === null) throw new Problem('address_unknown', `There is nothing at ${path}.`)
    return (await found.route.answer({ url, rest: found.rest }, options)) as Answered // read by its tool
  }
}

/** One step of a path, from what a caller gave. */
export const step = (text: string): string => text.split('/').map(encodeURIComponent).join('/')
