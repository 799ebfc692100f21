/** The pages of a copy while it is made: those of the last one that stay, those made anew, and what each rests on. */
import type { CopyFiles } from './copy-files.ts'
import type { Batch, Staged } from './crew.ts'
import { joinFamilies } from './families.ts'
import type { ExportFolder } from './folder.ts'
import { isUnmoved, type Unmoved } from './maker.ts'
import { AMBIENT, OWN_READ, partsOf } from './noted-pages.ts'
import { type Notes, type PageNote, type Read, withReads } from './notes.ts'
import type { OwnPages } from './own-files.ts'
import type { Said } from './said.ts'
import { type Row, rowOf, type Texts, textsOf } from './texts.ts'

type OwnPage = OwnPages['pages'][number]

export interface PageBook {
  /** By target. */
  readonly pages: ReadonlyMap<string, PageNote>
  /** What was noted of the page last time, where its file is still there. */
  noteOf(target: string): PageNote | null
  saidBefore(target: string): Said | null
  /** Stays as it is. */
  keep(target: string, note: PageNote): void
  /** A page that was made; gives where it leads. */
  take(page: Staged | Unmoved): Row
  /** A page that only a copy has. */
  takeOwn(page: OwnPage): void
  /** What was noted of such a page that was made from the same. */
  findOwn(target: string, key: string): PageNote | null
  learn(parts: Batch['parts']): void
  /** When every page is in it: the parts that the pages rest on; `ambient` is what `AMBIENT` comes to. */
  close(ambient: string): ReadonlyMap<number, Row>
}

interface BookOf {
  readonly texts: Texts
  /** Of the last export; null where nothing of it counts. */
  readonly noted: Notes | null
  readonly kept: ExportFolder['kept']
  readonly files: CopyFiles
}

export function createPageBook({ texts, noted, kept, files }: BookOf): PageBook {
  const pages = new Map<string, PageNote>()
  const made = new Set<string>()
  const parts = new Map<number, Row>()
  function noteOf(target: string): PageNote | null {
    const note = noted?.pages.get(target)
    return note !== undefined && kept.has(note.file) ? note : null
  }
  function keep(target: string, note: PageNote): void {
    pages.set(target, note)
    files.keep(note.file)
  }
  /** A page that was made again and came out as it was. */
  function retake(target: string, reads: readonly Read[]): Row {
    const known = noteOf(target)
    if (known === null) throw new Error(`nobody knows what ${target} said before`)
    keep(target, withReads(known, rowOf(texts, reads.flat())))
    made.add(target)
    return known.links
  }
  return {
    pages,
    noteOf,
    keep,
    saidBefore: (target) => noteOf(target)?.said ?? null,
    take(page) {
      const { target, reads } = page
      if (isUnmoved(page)) return retake(target, reads)
      const { file, hash, isWritten, links, ids, said } = page
      const note = noteFor(texts, { target, file, reads: reads.flat(), links, ids, said })
      pages.set(target, note)
      made.add(target)
      files.note(file, hash, isWritten)
      return note.links
    },
    takeOwn(page) {
      if ('known' in page) return keep(page.target, page.known)
      const { target, file, key, links, ids } = page
      pages.set(target, noteFor(texts, { target, file, reads: [OWN_READ, key], links, ids, said: null }))
    },
    findOwn(target, key) {
      const note = noteOf(target)
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
