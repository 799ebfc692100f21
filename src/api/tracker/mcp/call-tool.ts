/** Runs a tool: its arguments against its own schema, its answer with a word to whoever reads it. */
import { clip } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import type { JsonSchema } from '../v1/json-schema.ts'
import { isObject, RPC, RpcError } from './json-rpc.ts'
import type { Arguments, Ask, Tool } from './tool.ts'
import { TOOLS } from './tools.ts'

/** Throws RpcError for a tool that is none; what a tool was given wrong is an answer, so that the caller can do better. */
export async function callTool(params: Readonly<Record<string, unknown>>, ask: Ask): Promise<object> {
  const { name, arguments: given = {} } = params
  const tool = TOOLS.find((each) => each.name === name)
  if (tool === undefined)
    throw new RpcError(
      RPC.invalidParams,
      `Unknown tool "${clip(String(name))}". There are: ${TOOLS.map((each) => each.name).join(', ')}.`,
    )
  if (!isObject(given))
    throw new RpcError(RPC.invalidParams, 'arguments is no object. Send {} where there are none.')
  try {
    const { summary, value } = await tool.run(readArguments(tool, given), ask)
    const json = JSON.stringify(value)
    return { content: [say(summary), say(json)], structuredContent: value, isError: false }
  } catch (error) {
    if (error instanceof Problem) return { content: [say(error.message)], isError: true }
    throw error
  }
}

const say = (text: string) => ({ type: 'text', text })

/** Everything as text, as addresses hold it. Throws Problems. */
function readArguments({ name, properties, required }: Tool, given: Record<string, unknown>): Arguments {
  const known = Object.keys(properties)
  const read: Record<string, string> = {}
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue
    if (!known.includes(key))
      throw wrong(name, `"${clip(key)}" is none of its arguments. It takes: ${known.join(', ') || 'none'}.`)
    read[key] = readArgument(name, key, properties[key] ?? {}, value)
  }
  for (const key of required)
    if (read[key] === undefined || read[key] === '') throw wrong(name, `it needs "${key}".`)
  return read
}

const wrong = (tool: string, words: string) => new Problem('parameter_invalid', `${tool}: ${words}`)

function readArgument(tool: string, key: string, schema: JsonSchema, value: unknown): string {
  if (schema.type === 'integer') {
    const { minimum, maximum = Number.MAX_SAFE_INTEGER } = schema as { minimum: number; maximum?: number } // as tools.ts writes them
    if (!Number.isInteger(value) || Number(value) < minimum || Number(value) > maximum)
      throw wrong(
        tool,
        `"${key}" must be a whole number from ${minimum} up${schema.maximum ? ` to ${maximum}` : ''}.`,
      )
    return String(value)
  }
  if (typeof value !== 'string') throw wrong(tool, `"${key}" must be text.`)
  if (value.length > 200) throw wrong(tool, `"${key}" has ${value.length} characters, and 200 are the most.`)
  const words = schema.enum
  if (Array.isArray(words) && !words.includes(value))
    throw wrong(tool, `"${key}" is "${clip(value)}". Use one of: ${words.join(', ')}.`)
  return value
}
