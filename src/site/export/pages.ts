/** The pages of a copy by the number of their target: those that stay as an earlier export noted them, and those noted anew. */
import { firstNotBefore } from './first-not-before.ts'
import type { PageNote } from './notes.ts'
import { createMarks, type Texts } from './texts.ts'

/** The pages that an earlier export noted, in the order of their targets. */
export interface NotedPages {
  readonly size: number
  /** Its place among them; -1 where it is none. */
  placeOf(target: number): number
  /** As it was written, read where somebody asks: most of a page's note is looked at once or never. */
  at(place: number): PageNote
  /** All the numbers of a page's note, as they were written. */
  numbersAt(place: number): Int32Array
}

export const NO_PAGES: NotedPages = {
  size: 0,
  placeOf: () => -1,
  at: noneAt,
  numbersAt: noneAt,
}

function noneAt(): never {
  throw new Error('no page was noted')
}

export interface Pages {
  readonly size: number
  get(target: number): PageNote | null
  /** Stays as it was noted. */
  keep(place: number): void
  set(target: number, note: PageNote): void
  [Symbol.iterator](): Generator<PageNote>
  /** In the order of their targets: one that stays as its place among the noted, and any other as its note. */
  inOrder(): Generator<PageNote | number>
}

export function createPages(texts: Texts, noted: NotedPages = NO_PAGES): Pages {
  const kept = createMarks(noted.size)
  const fresh = new Map<number, PageNote>()
  let keptCount = 0
  /** Fresh ones by their targets, each with the place among the noted that it stands before or at. */
  function sortFresh(): { readonly before: number; readonly note: PageNote }[] {
    const targetAt = (place: number): string => texts.textOf(noted.at(place).targetNumber)
    return [...fresh.values()]
      .map((note) => ({ target: texts.textOf(note.targetNumber), note }))
      .sort((one, other) => (one.target < other.target ? -1 : 1))
      .map(({ target, note }) => ({ before: firstNotBefore(target, noted.size, targetAt), note }))
  }
  return {
    get size() {
      return keptCount + fresh.size
    },
    get(target) {
      const note = fresh.get(target)
      if (note !== undefined) return note
      const place = noted.placeOf(target)
      return place !== -1 && kept.has(place) ? noted.at(place) : null
    },
    keep(place) {
      if (kept.add(place)) keptCount += 1
    },
    set(target, note) {
      const place = noted.placeOf(target)
      if (place !== -1 && kept.take(place)) keptCount -= 1
      fresh.set(target, note)
    },
    *[Symbol.iterator]() {
      for (const place of kept.all()) yield noted.at(place)
      yield* fresh.values()
    },
    *inOrder() {
      let place = 0
      for (const { before, note } of sortFresh()) {
        for (; place < before; place += 1) if (kept.has(place)) yield place
        yield note
      }
      for (; place < noted.size; place += 1) if (kept.has(place)) yield place
    },
  }
}
