/** Makes the files of an export, one address after the other: in this thread, or in one of several. */
import { type DocumentText, parsePlainDate } from '../../model/index.ts'
import {
  createMemoryReader,
  type RecordKey,
  type Synonyms,
  type TrackerEvent,
  type TrackerReader,
  type TrackerState,
} from '../../tracker/index.ts'
import { createTrackerSite } from '../tracker/app.tsx'
import { fileOf, queryOf } from './addresses.ts'
import { type Copy, createCopy } from './copy.ts'
import { familyOf } from './families.ts'
import { LIVE_ORIGIN } from './live-origin.ts'
import { makeFile } from './make-file.ts'
import type { Read } from './notes.ts'
import { PlainResponse, plainRequest } from './plain-answers.ts'
import { isSameSaid, type Said, saidBy } from './said.ts'
import { HEAD, keepDays, type TracedReader, traceReader } from './traced-reader.ts'

/** What every thread is given; it can be sent from one to another. */
export interface Making {
  readonly events: readonly TrackerEvent[]
  /** "SIZE:ROOT" of the log that the events are. */
  readonly checkpoint: string
  readonly synonyms: Synonyms
  /** The day deadlines are measured on. */
  readonly on: string
  readonly base: string | null
  readonly days: readonly string[]
  /** The texts of the operator's copies by their hash; null where pages are to show none of their words. */
  readonly texts: ReadonlyMap<string, Uint8Array> | null
}

export interface Task {
  readonly target: string
  /** Days on which the page was there, of those in the copy. */
  readonly days: readonly string[]
  /** What the page said in the last export, where its file is still there. */
  readonly said: Said | null
}

export interface Made {
  readonly target: string
  readonly file: string
  /** Null for what is no page. */
  readonly said: Said | null
  readonly bytes: string | Uint8Array
  /** Whether whole addresses in it are those of the copy: a text that is not so is moved by who keeps it. */
  readonly isMoved: boolean
  readonly reads: readonly Read[]
  readonly links: readonly string[]
  readonly ids: readonly string[]
}

/** A page that says what it said in the last export, so its file is as it was. */
export interface Unmoved {
  readonly target: string
  readonly isUnmoved: true
  readonly reads: readonly Read[]
}

export const isUnmoved = (made: object): made is Unmoved => 'isUnmoved' in made

/** An address that was asked for and gave nothing. */
export interface Lost {
  readonly target: string
  readonly status: number
}

export const isLost = (made: object): made is Lost => 'status' in made

/** What the site says at an address. */
export interface Answer {
  readonly status: number
  readonly headers: Pick<Headers, 'get'>
  readonly body: string | Uint8Array
}

export interface Site {
  /** The target as links name it. */
  ask(target: string): Promise<Answer>
}

export interface Maker {
  readonly copy: Copy
  readonly site: Site
  readonly traced: TracedReader
  /** The tracker without a trace of who asked. */
  readonly memory: TrackerReader
  /** One at a time: what is read meanwhile is noted as read for it. */
  make(task: Task): Promise<Made | Unmoved | Lost>
  /** The records in the parts that were read since this was asked last, by what was asked. */
  takeParts(): readonly (readonly [asked: string, records: readonly RecordKey[]])[]
}

/** `state` is what the events come to, where that is known already. Throws where no event says what tracker it is. */
export function createMaker(
  { events, checkpoint, synonyms, on, base, days, texts }: Making,
  state?: TrackerState,
): Maker {
  const copy = createCopy({ base, days })
  const root = checkpoint.split(':')[1] ?? null
  const memory = keepDays(createMemoryReader({ events, synonyms, root, ...(state && { state }) }))
  const traced = traceReader(memory, checkpoint)
  const today = parsePlainDate(on)
  if (today === null) throw new Error(`${on} is no day`)
  let written: string | null = null
  const app = createTrackerSite({
    reader: traced.reader,
    today: () => today,
    hasTags: false,
    hasCards: base !== null,
    writePage(html) {
      written = html
      return { bytes: NOTHING, etag: '""' }
    },
    ...(texts === null ? {} : { texts: readTexts(texts) }),
    ...(base === null ? {} : { address: base }),
  })
  const site: Site = {
    async ask(target) {
      written = null
      const response = await app.fetch(plainRequest(`${LIVE_ORIGIN}${target}`))
      const body = written !== null && response.status === 200 ? written : await bodyOf(response)
      return { status: response.status, headers: response.headers, body }
    },
  }
  let told = 0
  return {
    copy,
    site,
    traced,
    memory,
    async make({ target, days: there, said: before }) {
      const { result, reads: traces } = await traced.trace(familyOf(target), () => site.ask(target))
      const reads = [daysRead(there), ...ownReads(traces, target)]
      const said = saidBy(result, there)
      if (said !== null && before !== null && isSameSaid(said, before))
        return { target, isUnmoved: true, reads }
      const file = fileOf(target)
      const made = makeFile({ answer: result, target, file, copy, days: there })
      return made === null ? { target, status: result.status } : { ...made, target, file, said, reads }
    },
    takeParts() {
      const fresh = [...traced.parts].slice(told)
      told += fresh.length
      return fresh
    },
  }
}

/** Pages are taken as they are written; what carries them holds nothing. */
const NOTHING = Buffer.alloc(0)

/** A plain answer gives what it holds, and one of the web its bytes. */
const bodyOf = async (response: Response | PlainResponse): Promise<string | Uint8Array> =>
  response instanceof PlainResponse ? (response.body ?? '') : new Uint8Array(await response.arrayBuffer())

function readTexts(texts: ReadonlyMap<string, Uint8Array>) {
  return {
    async readText(hash: string): Promise<DocumentText | null> {
      const bytes = texts.get(hash)
      // Written when the copy was added, and kept by its hash.
      return bytes === undefined ? null : (JSON.parse(Buffer.from(bytes).toString('utf8')) as DocumentText)
    },
  }
}

/** Of the head, a page of an earlier day needs the first day only, which every page rests on. */
const ownReads = (reads: readonly Read[], target: string): readonly Read[] =>
  queryOf(target).has('as_at') ? reads.filter(([asked]) => asked !== HEAD) : reads

/** The days that a page leads to are a part of it. */
export const daysRead = (days: readonly string[]): Read => [DAYS_READ, days.join()]

export const DAYS_READ = 'days'
