/** From a record to where people read it: the page, and the place on it. */
import { findMoved, type RecordType, type TrackerState } from '../../tracker/index.ts'

/** The address of the page (and the place on it) where a record is shown. */
export function pathOf({ records }: TrackerState, type: RecordType, id: string): string {
  switch (type) {
    case 'source':
      return `/sources/${id}`
    case 'topic':
      return `/topics/${id}`
    case 'recommendation':
      return `/recommendations/${id}`
    case 'commitment':
      return `/commitments/${id}`
    case 'organisation':
      return `/organisations/${id}`
    case 'ask':
      return `/topics/${records.ask.get(id)?.body.topics[0] ?? ''}#${id}`
    case 'assessment':
      return `/topics/${records.assessment.get(id)?.body.topic ?? ''}#verdict`
    case 'decision': {
      const answered = records.decision.get(id)?.body.answers.find((each) => records.recommendation.has(each))
      const ask = records.ask.get(records.decision.get(id)?.body.answers[0] ?? '')?.body
      return answered === undefined
        ? `/topics/${ask?.topics[0] ?? ''}#${ask?.id ?? ''}`
        : `/recommendations/${answered}#${id}`
    }
    case 'deliveryEvent': {
      const event = records.deliveryEvent.get(id)?.body
      const commitment = event?.commitments[0]
      return commitment === undefined
        ? `/topics/${event?.topics[0] ?? ''}#happened`
        : `/commitments/${commitment}#${id}`
    }
    case 'inheritance':
      return `/commitments/${records.inheritance.get(id)?.body.commitment ?? ''}#${id}`
    case 'look':
      return `/commitments/${records.look.get(id)?.body.commitment ?? ''}#looks`
    case 'position':
      return `/organisations/${records.position.get(id)?.body.organisation ?? ''}#${id}`
    case 'coverage': {
      const [group = '', support = ''] = id.split('/')
      return `/left-out/${support}#${group}`
    }
    case 'support':
      return `/left-out/${id}`
    case 'group':
      return `/left-out?group=${id}`
    case 'deadline':
      return `/deadlines#${id}`
    case 'indicator':
      return `/indicators/${id}`
    case 'programme':
      return `/programmes#${id}`
    case 'conflict':
      return `/conflicts#${id}`
    case 'government':
      return '/about'
    case 'capture':
      return `/documents/${id}`
    case 'passage':
      return `/documents/${records.passage.get(id)?.body.capture ?? ''}`
  }
}

/** Pages about one record, by the first step of their address. */
const PAGES: Readonly<Record<string, RecordType>> = {
  topics: 'topic',
  recommendations: 'recommendation',
  commitments: 'commitment',
  organisations: 'organisation',
  sources: 'source',
  indicators: 'indicator',
  'left-out': 'support',
}

/** The record that the page at the path is about, or a part of it; null where it is about none. */
export function recordAtPath(path: string): { readonly type: RecordType; readonly id: string } | null {
  const [, first = '', id = ''] = /^\/([^/]+)\/([^/]+)(?:\/.*)?$/.exec(path) ?? []
  const type = Object.hasOwn(PAGES, first) ? PAGES[first] : undefined
  return type === undefined ? null : { type, id }
}

/** Where a page is now that was at this path before its record was given another id; null where none was. */
export function movedPathOf(state: TrackerState, path: string): string | null {
  const about = recordAtPath(path)
  if (about === null || state.records[about.type].has(about.id)) return null
  const now = findMoved(state, about.type, about.id)
  const [, first, , ...rest] = path.split('/')
  return now === undefined ? null : `/${[first, now, ...rest].join('/')}`
}

/** Every address where a page used to be that now is elsewhere. */
export const formerPathsOf = ({ records }: TrackerState): string[] =>
  Object.entries(PAGES).flatMap(([first, type]) =>
    [...records[type].values()].flatMap(({ body }) =>
      'formerIds' in body ? (body.formerIds ?? []).map((id) => `/${first}/${id}`) : [],
    ),
  )
