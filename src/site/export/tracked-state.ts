/** A state that says what of it was looked at, so that a page made from all of the tracker is known by the types it shows. */
import { RECORD_TYPES, type TrackerPart, type TrackerState } from '../../tracker/index.ts'

/** "type recommendation", "corrections", or "whole" where only the number of events tells whether it is the same. */
export type Look = `type ${string}` | 'corrections' | 'whole'

/** Told once of each part of the state that a page looks at. */
export type Watch = (at: Look) => void

/** A state that is watched, and what makes it tell anew: a page after another looks at the same one. */
export interface TrackedState {
  readonly state: TrackerState
  readonly rearm: () => void
}

/** Its own object each time: what was kept with another state was looked at for another page. */
export function trackState(state: TrackerState, watch: Watch): TrackedState {
  const { settings } = state
  const records = {} as TrackerState['records'] // every type is given its trap next
  const tracked = { settings, records } as TrackerState // and so are these
  const traps: Trap[] = [
    ...RECORD_TYPES.map((type) => trapFor(records, type, state.records[type], () => watch(`type ${type}`))),
    trapFor(tracked, 'corrections', state.corrections, () => watch('corrections')),
    trapFor(tracked, 'head', state.head, () => watch('whole')),
  ]
  const rearm = () => {
    for (const trap of traps) if (trap.isSprung()) trap.set()
  }
  return { state: tracked, rearm }
}

interface Trap {
  readonly isSprung: () => boolean
  readonly set: () => void
}

/** A property that tells when it is first read and is a plain one from then on: pages read some of them ten thousand times. */
function trapFor(holder: object, key: string, value: unknown, look: () => void): Trap {
  let isSprung = false
  const set = () => {
    isSprung = false
    Object.defineProperty(holder, key, {
      enumerable: true,
      configurable: true,
      get() {
        isSprung = true
        Object.defineProperty(holder, key, { value, enumerable: true, configurable: true })
        look()
        return value
      },
    })
  }
  set()
  return { isSprung: () => isSprung, set }
}

/** The same of the head: its size and root change with every event. */
export function trackHead(head: TrackerPart['head'], watch: Watch): TrackerPart['head'] {
  return {
    ...head,
    get size() {
      watch('whole')
      return head.size
    },
    get root() {
      watch('whole')
      return head.root
    },
  }
}
