/** A state that says what of it was looked at, so that a page made from all of the tracker is known by the types it shows. */
import { RECORD_TYPES, type TrackerPart, type TrackerState } from '../../tracker/index.ts'

/** "type recommendation", "corrections", or "whole" where only the number of events tells whether it is the same. */
export type Look = `type ${string}` | 'corrections' | 'whole'

/** Gives what is called each time that part is looked at: some thousand times a page. */
export type Watch = (at: Look) => () => void

/** Its own object each time: what was kept with another state was looked at for another page. */
export function trackState(state: TrackerState, watch: Watch): TrackerState {
  const [lookAtCorrections, lookAtWhole] = [watch('corrections'), watch('whole')]
  const records = {}
  for (const type of RECORD_TYPES) {
    const look = watch(`type ${type}`)
    const ofType = state.records[type]
    Object.defineProperty(records, type, {
      enumerable: true,
      get() {
        look()
        return ofType
      },
    })
  }
  return {
    settings: state.settings,
    records: records as TrackerState['records'], // every type was just given its getter
    get corrections() {
      lookAtCorrections()
      return state.corrections
    },
    get head() {
      lookAtWhole()
      return state.head
    },
  }
}

/** The same of the head: its size and root change with every event. */
export function trackHead(head: TrackerPart['head'], watch: Watch): TrackerPart['head'] {
  const look = watch('whole')
  return {
    ...head,
    get size() {
      look()
      return head.size
    },
    get root() {
      look()
      return head.root
    },
  }
}
