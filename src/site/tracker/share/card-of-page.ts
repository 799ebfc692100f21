/** What the share image of a page says, and in words for those who do not see it. */
import { findRecord, findTopic, standingOfTopic } from '../../../tracker/index.ts'
import { sayDelivery, sayJudge } from '../marks.tsx'
import type { View } from '../view.ts'
import { sayDate, sayDay, sayTimes, strengthWord } from '../words.ts'
import type { ShareCard } from './share-card.ts'

/** The page that an image is of, from the image's own address: "/topics/x/share.png"; null where it is none. */
export const pageOfImage = (path: string): string | null =>
  path.endsWith(IMAGE) ? path.slice(0, -IMAGE.length) || '/' : null

const IMAGE = '/share.png'
export const imageOfPage = (page: string): string => `${page === '/' ? '' : page}${IMAGE}`

/** Null where the page has no image: topics, promises and the front page have one. */
export function cardOfPage(view: View, page: string): ShareCard | null {
  const common = { tracker: view.settings.title, foot: `As of ${sayDay(view.today)} · sources on the page` }
  if (page === '/')
    return {
      ...common,
      title: view.settings.title,
      tracker: 'Holdfast',
      verdict: null,
      facts: [view.settings.summary],
    }
  const [, kind, id = ''] = /^\/(topics|commitments)\/([^/]+)$/.exec(page) ?? []
  const facts = kind === 'topics' ? ofTopic(view, id) : kind === 'commitments' ? ofCommitment(view, id) : null
  return facts === null ? null : { ...common, ...facts }
}

type Facts = Pick<ShareCard, 'title' | 'verdict' | 'facts'>

function ofTopic(view: View, id: string): Facts | null {
  const topic = findTopic(view.state, id)
  if (topic === undefined) return null
  const { promise, delivery, verdict } = standingOfTopic(view.state, topic)
  const judged = view.settings.verdicts.find((each) => each.id === verdict?.verdict)
  return {
    title: topic.title,
    verdict: { label: judged?.label ?? 'Not yet judged', shape: judged?.shape ?? 'dash' },
    facts: [
      ...(verdict ? [`Judged by ${sayJudge(view, verdict)}`] : []),
      ...(promise
        ? [`Promise: ${strengthWord(promise.version.strength)}, ${sayDate(promise.version.on)}`]
        : []),
      ...(delivery ? [`Delivery: ${sayDelivery(delivery)}`] : []),
    ],
  }
}

function ofCommitment(view: View, id: string): Facts | null {
  const commitment = findRecord(view.state, 'commitment', id)
  const last = commitment?.versions.at(-1)
  if (commitment === undefined || last === undefined) return null
  const times = commitment.versions.length
  return {
    title: commitment.title,
    verdict: null,
    facts: [
      `Promise now: ${strengthWord(last.strength)}, ${sayDate(last.on)}`,
      times === 1 ? 'Said once' : `Said ${sayTimes(times)}; how it changed is on the page`,
    ],
  }
}

/** "Money to raise the child. Verdict: In the right direction. …" */
export const describeCard = ({ title, verdict, facts, foot }: ShareCard): string =>
  [title, ...(verdict === null ? [] : [`Verdict: ${verdict.label}`]), ...facts, foot]
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
