/** What a command ends with when words that records rest on are not in the newest copy. */
import { EvidenceError } from '../../model/index.ts'

/** Throws `passage_lost` where any is; what was recorded stays recorded. */
export function refuseLost(count: number): void {
  if (count === 0) return
  throw new EvidenceError(
    'passage_lost',
    `${count} ${count === 1 ? 'passage is' : 'passages are'} not in the newest copy, as the table says. The older copy stays. Read the new one, and correct the records that rest on them, or choose other words: holdfast documents anchor.`,
  )
}
