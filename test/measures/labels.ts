// The hand labels, and the part of them that no rule was tuned on.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFolder } from './texts.ts'

export interface Label {
  readonly file: string
  readonly text: string
  readonly kind: string
  readonly alsoKind: string | null
  readonly deadline: string | null
}

export const labelsFile = join(sharedFolder, 'labels/statements-dev.jsonl')
export const pairsFile = join(sharedFolder, 'labels/pairs-dev.json')

export function readLabels(): { label: Label; line: string }[] {
  const lines = readFileSync(labelsFile, 'utf8').trim().split('\n')
  return lines.map((line) => ({ line, label: JSON.parse(line) as Label })) // the labels' own format
}

/** About one label in three, chosen by a hash of its text before any tuning: looked at only for its score. */
export function isKeptOut(label: Label): boolean {
  const hash = createHash('sha256').update(label.text).digest('hex')
  return Number.parseInt(hash.slice(0, 8), 16) % 3 === 0
}
