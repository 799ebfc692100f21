/** Old ids whose addresses lead on: none may be the id of what is there, and none may lead to two. */
import type { Content } from './parse-content.ts'

interface Renamed {
  readonly type: string
  readonly id: string
  readonly formerIds: readonly string[]
}

type Find = (record: { readonly type: string; readonly id: string }) => [message: string, fix: string][]

/** Asked once for all records of the content. */
export function prepareFormerIds({ records }: Content): Find {
  const renamed = records.flatMap(({ type, id, body }): Renamed[] =>
    'formerIds' in body && body.formerIds !== undefined && body.formerIds.length > 0
      ? [{ type, id, formerIds: body.formerIds }]
      : [],
  )
  const there = new Set(records.map(({ type, id }) => `${type} ${id}`))
  return ({ type, id }) => {
    const own = renamed.find((each) => each.type === type && each.id === id)
    return (own?.formerIds ?? []).flatMap((former): [string, string][] => {
      if (there.has(`${type} ${former}`))
        return [[`"formerIds" holds "${former}", which is the id of another ${type}.`, 'Take it out.']]
      const rival = renamed.find(
        (each) => each.type === type && each.id !== id && each.formerIds.includes(former),
      )
      if (rival === undefined) return []
      return [
        [
          `"formerIds" holds "${former}", as ${type} "${rival.id}" does.`,
          'An old address leads to one place: keep it in one record.',
        ],
      ]
    })
  }
}
