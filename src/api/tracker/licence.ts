/** Under which licence a tracker's own words may be used: what its settings say, and nothing where they say nothing. */
import type { TrackerSettings } from '../../tracker/index.ts'

export interface Licence {
  readonly name: string
  /** Null where the tracker states none. */
  readonly address: string | null
  readonly note: string
}

const QUOTES = 'Words in quotation marks belong to the sources they are from.'

export function licenceOf({ licence }: TrackerSettings): Licence {
  return licence === undefined
    ? {
        name: 'None stated',
        address: null,
        note: `Ask who keeps this tracker before you publish it. ${QUOTES}`,
      }
    : { ...licence, note: QUOTES }
}
