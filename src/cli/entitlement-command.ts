/** `holdfast entitlement SITUATION.json`: what one family can get on a day, and why. Nothing given is kept. */
import { readFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { UsageError } from '../model/index.ts'
import { type Answer, answerSituation, readEnglandRulebook } from '../rules/index.ts'
import { today } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { findDuplicateKey } from './duplicate-keys.ts'
import { entitlementText } from './entitlement-text.ts'
import { EXIT_OK } from './exit-code.ts'
import { checkOutput, writeResult } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runEntitlement(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.output !== null) await checkOutput(line.output, line.files)
  const data = parseJson(await readText(line.files[0] ?? '-'))
  const isToday = line.on === null && namesNoDay(data)
  const on = isToday ? today() : line.on
  const options = {
    ...(on === null ? {} : { on }),
    proposals: line.proposals,
    hasChanges: line.format === 'json',
  }
  const found = answerSituation(data, readEnglandRulebook(), options)
  const answer = isToday ? withNotice(found) : found
  const result =
    line.format === 'json'
      ? `${JSON.stringify(answer, null, 2)}\n`
      : entitlementText(answer, {
          width: line.output === null ? terminal.columns : 80,
          style: terminal.style,
        })
  await writeResult(result, line.output, terminal)
  return EXIT_OK
}

const namesNoDay = (data: unknown): boolean =>
  data !== null && typeof data === 'object' && ('on' in data ? data.on === null : true)

const withNotice = (answer: Answer): Answer => ({
  ...answer,
  notices: [
    {
      path: 'on',
      message: `No day is named: answered for today, ${answer.on}. Write "on" or give --on for another.`,
    },
    ...answer.notices,
  ],
})

async function readText(path: string): Promise<string> {
  if (path === '-') return readStream(process.stdin)
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT')
      throw new UsageError(
        'file_not_found',
        `There is no file ${path}. Check its name, or give "-" and pipe the situation in.`,
      )
    if (code === 'EISDIR')
      throw new UsageError('file_is_a_folder', `${path} is a folder. Name the situation's file in it.`)
    throw new UsageError(
      'file_not_readable',
      `${path} cannot be read (${String(code)}). Change its permissions.`,
      { cause: error },
    )
  }
}

function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '')
  try {
    const data: unknown = JSON.parse(json)
    const twice = findDuplicateKey(json)
    if (twice === null) return data
    throw new UsageError(
      'situation_contradictory',
      `Line ${twice.line}: "${twice.key}" is written twice in the same place. Keep the one that is right.`,
    )
  } catch (error) {
    if (error instanceof UsageError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      'situation_invalid',
      `The situation is not JSON (${reason}). Put that place right.`,
      { cause: error },
    )
  }
}
