/** A state that says what of it was looked at, so that a page made from all of the tracker is known by the types it shows. */
import { RECORD_TYPES, type TrackerPart, type TrackerState } from '../../tracker/index.ts'

/** "type recommendation", "corrections", or "whole" where only the number of events tells whether it is the same. */
export type Look = `type ${string}` | 'corrections' | 'whole'

/** Its own object each time: what was kept with another state was looked at for another page. */
export function trackState(state: TrackerState, look: (at: Look) => void): TrackerState {
  const records = {}
  for (const type of RECORD_TYPES)
    Object.defineProperty(records, type, {
      enumerable: true,
      get() {
        look(`type ${type}`)
        return state.records[type]
      },
    })
  return {
    settings: state.settings,
    records: records as TrackerState['records'], // every type was just given its getter
    get corrections() {
      look('corrections')
      return state.corrections
    },
    get head() {
      look('whole')
      return state.head
    },
  }
}

/** The same of the head: its size and root change with every event. */
export function trackHead(head: TrackerPart['head'], look: (at: Look) => void): TrackerPart['head'] {
  return {
    ...head,
    get size() {
      look('whole')
      return head.size
    },
    get root() {
      look('whole')
      return head.root
    },
  }
}
