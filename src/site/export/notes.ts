/**
 * What an export remembers for the next one: for each page what it was made from, where it leads and which places it
 * offers. Pages whose inputs have the same keys are not made again.
 */
import type { CopiedLink } from './copy.ts'

export interface PageNote {
  readonly file: string
  /** What was read to make it, with the key that changes when the answer would. */
  readonly reads: readonly Read[]
  /** Links as `writeLink` puts them, each once and in order. */
  readonly links: readonly string[]
  readonly ids: readonly string[]
}

export type Read = readonly [asked: string, key: string]

export interface Notes {
  /** Changes when the program, the settings or the options do: then nothing is taken over. */
  readonly edition: string
  /** How many events there were, and "SIZE:ROOT" of the log that they are. */
  readonly size: number
  readonly checkpoint: string
  /** By target. */
  readonly pages: ReadonlyMap<string, PageNote>
  /** The records that each thing asked came to. */
  readonly parts: ReadonlyMap<string, readonly string[]>
}

/** "/topics/x#asks"; "" for a link elsewhere. */
export const writeLink = ({ target, fragment }: CopiedLink): string =>
  `${target ?? ''}${fragment === '' ? '' : `#${fragment}`}`

/** The two halves of a written link. */
export function readLink(link: string): { readonly to: string; readonly fragment: string } {
  const mark = link.indexOf('#')
  return mark === -1
    ? { to: link, fragment: '' }
    : { to: link.slice(0, mark), fragment: link.slice(mark + 1) }
}

const SCHEMA = 'holdfast/export-notes@1'

interface WrittenNotes {
  readonly schema: string
  readonly edition: string
  readonly size: number
  readonly checkpoint: string
  readonly strings: readonly string[]
  readonly parts: readonly (readonly [asked: number, ...records: number[]])[]
  readonly pages: readonly (readonly [
    target: string,
    file: string,
    reads: readonly number[],
    links: readonly number[],
    ids: readonly number[],
  ])[]
}

/** The same text is written once and numbered: most links stand on every page. */
export function writeNotes({ edition, size, checkpoint, pages, parts }: Notes): string {
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
  const targets = [...pages.keys()].sort()
  const lines = targets.map((target) => {
    const { file, reads, links, ids } = pages.get(target) as PageNote // a key of the same map
    return JSON.stringify([
      target,
      file,
      reads.flatMap(([asked, key]) => [numberOf(asked), numberOf(key)]),
      links.map(numberOf),
      ids.map(numberOf),
    ])
  })
  const asked = [...parts.keys()].sort()
  const records = asked.map((each) => JSON.stringify([each, ...(parts.get(each) ?? [])].map(numberOf)))
  const head = JSON.stringify({ schema: SCHEMA, edition, size, checkpoint, strings: [...numbers.keys()] })
  return `${head.slice(0, -1)},"pages":[\n${lines.join(',\n')}\n],"parts":[\n${records.join(',\n')}\n]}\n`
}

/** What is said before all pages, without reading them; null where the text does not begin in this form. */
export function peekNotes(text: string): Pick<Notes, 'edition' | 'checkpoint'> | null {
  const [, schema, edition, checkpoint] =
    /^\{"schema":"([^"]+)","edition":"([^"]+)","size":\d+,"checkpoint":"([^"]+)",/.exec(text) ?? []
  return schema !== SCHEMA || edition === undefined || checkpoint === undefined
    ? null
    : { edition, checkpoint }
}

/** Null where the text is not of this form: then the export begins anew. */
export function parseNotes(text: string): Notes | null {
  try {
    const { schema, edition, size, checkpoint, strings, pages, parts } = JSON.parse(text) as WrittenNotes // its schema is tested next
    if (schema !== SCHEMA) return null
    const textOf = (number: number): string => strings[number] ?? ''
    return {
      edition,
      size,
      checkpoint,
      parts: new Map(parts.map(([asked, ...records]) => [textOf(asked), records.map(textOf)])),
      pages: new Map(
        pages.map(([target, file, reads, links, ids]) => [
          target,
          { file, reads: pairsOf(reads.map(textOf)), links: links.map(textOf), ids: ids.map(textOf) },
        ]),
      ),
    }
  } catch {
    return null // cut short, or another's file: it is only a saving of time
  }
}

function pairsOf(texts: readonly string[]): Read[] {
  return texts.flatMap((text, at) => (at % 2 === 0 ? [[text, texts[at + 1] ?? ''] as const] : []))
}
