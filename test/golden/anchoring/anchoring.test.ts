import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { anchor, describe } from '../../../src/anchoring/index.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

/** The words of `before.txt` that `quote.json` names, looked for in `after.txt`; `expected.json` says what came of it. */
it.each(cases.map(({ name }) => name))('%s', async (name) => {
  const read = (file: string) => readFileSync(join(here, name, file), 'utf8')
  const { quote, nth } = JSON.parse(read('quote.json')) as { quote: string; nth: number } // written by hand beside it
  const [before, after] = [read('before.txt'), read('after.txt')]
  let start = -1
  for (let count = 0; count < nth; count++) start = before.indexOf(quote, start + 1)
  const selectors = describe({ text: before, blocks: [], pages: null }, { start, end: start + quote.length })
  const found = anchor(after, selectors)
  const { failed, ...rest } = found
  const told = {
    ...rest,
    ...(rest.kind === 'lost' ? {} : { words: after.slice(rest.start, rest.end) }),
    failed: failed.map(({ rung, why }) => `${rung}: ${why}`),
  }
  await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(join(here, name, 'expected.json'))
})
