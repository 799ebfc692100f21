/** The texts of the operator's copies, as the pages get them: a few are kept ready, since readers turn pages. */
import type { DocumentText } from '../../../model/index.ts'

export interface HeldTexts {
  /** The text that was kept under this hash (`textHash` of a capture); null where it is not there. */
  readText(textHash: string): Promise<DocumentText | null>
}

/** A text of 240 pages takes about 4 MB here; what is asked for less is read again in some milliseconds. */
const MOST_KEPT = 6

export function keepTexts(texts: HeldTexts): HeldTexts {
  const kept = new Map<string, Promise<DocumentText | null>>()
  return {
    readText(textHash) {
      const known = kept.get(textHash)
      const text = known ?? texts.readText(textHash)
      kept.delete(textHash)
      kept.set(textHash, text)
      text.catch(() => kept.delete(textHash)) // whoever asked is told; the next one asks again
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return text
    },
  }
}
