/** The pages of a copy while it is made: those of the last one that stay, those made anew, and what each rests on. */
import type { CopyFiles } from './copy-files.ts'
import type { Batch, Staged } from './crew.ts'
import { joinFamilies } from './families.ts'
import type { ExportFolder } from './folder.ts'
import { isUnmoved, type Unmoved } from './maker.ts'
import { AMBIENT, OWN_READ, partsOf } from './noted-pages.ts'
import { type Notes, type PageNote, type Read, withReads } from './notes.ts'
import type { OwnPages } from './own-files.ts'
import { createPages, NO_PAGES, type Pages } from './pages.ts'
import type { Said } from './said.ts'
import { type Row, rowOf, type Texts, textsOf } from './texts.ts'

type OwnPage = OwnPages['pages'][number]

export interface PageBook {
  readonly pages: Pages
  /** What was noted of the page last time, where its file is still there. */
  noteOf(target: number): PageNote | null
  saidBefore(target: number): Said | null
  /** Stays as it was noted. */
  keep(target: number): void
  /** A page that was made; gives where it leads. */
  take(page: Staged | Unmoved): Row
  /** A page that only a copy has. */
  takeOwn(page: OwnPage): void
  /** What was noted of such a page that was made from the same. */
  findOwn(target: string, key: string): PageNote | null
  learn(parts: Batch['parts']): void
  /** When every page is in it: the parts that the pages rest on; `ambient` is what `AMBIENT` comes to. */
  close(ambient: string): Map<number, Row>
}

interface BookOf {
  readonly texts: Texts
  /** Of the last export; null where nothing of it counts. */
  readonly noted: Notes | null
  readonly folder: Pick<ExportFolder, 'kept' | 'isWhole'>
  readonly files: CopyFiles
}

export function createPageBook({ texts, noted, folder, files }: BookOf): PageBook {
  const before = noted?.pages ?? NO_PAGES
  const pages = createPages(texts, before)
  const made = new Set<number>()
  const parts = new Map<number, Row>()
  function noteOf(target: number): PageNote | null {
    const place = before.placeOf(target)
    if (place === -1) return null
    const note = before.at(place)
    return folder.isWhole || folder.kept.has(note.file) ? note : null
  }
  /** A page that was made again and came out as it was. */
  function retake(target: number, reads: readonly Read[]): Row {
    const known = noteOf(target)
    if (known === null) throw new Error(`nobody knows what ${texts.textOf(target)} said before`)
    pages.set(target, withReads(known, rowOf(texts, reads.flat())))
    files.keep(known.file)
    made.add(target)
    return known.links
  }
  function keep(target: number): void {
    const place = before.placeOf(target)
    pages.keep(place)
    files.keep(before.at(place).file)
  }
  return {
    pages,
    noteOf,
    keep,
    saidBefore: (target) => noteOf(target)?.said ?? null,
    take(page) {
      const { target, reads } = page
      if (isUnmoved(page)) return retake(texts.numberOf(target), reads)
      const { file, hash, isWritten, links, ids, said } = page
      const note = noteFor(texts, { target, file, reads: reads.flat(), links, ids, said })
      pages.set(note.targetNumber, note)
      made.add(note.targetNumber)
      files.note(file, hash, isWritten)
      return note.links
    },
    takeOwn(page) {
      const { target } = page
      if ('known' in page) return keep(texts.numberOf(target))
      const { file, key, links, ids } = page
      const note = noteFor(texts, { target, file, reads: [OWN_READ, key], links, ids, said: null })
      pages.set(note.targetNumber, note)
    },
    findOwn(target, key) {
      const note = noteOf(texts.numberOf(target))
      return note !== null && textsOf(texts, note.reads).join() === `${OWN_READ},${key}` ? note : null
    },
    learn(learnt) {
      for (const [asked, records] of learnt) parts.set(texts.numberOf(asked), rowOf(texts, records))
    },
    close(ambient) {
      joinFamilies(pages, made, texts)
      parts.set(texts.numberOf(AMBIENT), rowOf(texts, [ambient]))
      return partsOf(pages, noted, parts, texts)
    },
  }
}

interface ToNote {
  readonly target: string
  readonly file: string
  readonly reads: readonly string[]
  readonly links: readonly string[]
  readonly ids: readonly string[]
  readonly said: Said | null
}

const noteFor = (texts: Texts, { target, file, reads, links, ids, said }: ToNote): PageNote => ({
  said,
  file,
  targetNumber: texts.numberOf(target),
  fileNumber: texts.numberOf(file),
  reads: rowOf(texts, reads),
  links: rowOf(texts, links),
  ids: rowOf(texts, ids),
})
