/** What a reader should know where the name of a file promises another format than its bytes have. */
import type { DocumentNotice, MediaType } from '../model/index.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NAMED: readonly (readonly [RegExp, MediaType])[] = [
  [/\.pdf$/i, 'application/pdf'],
  [/\.do[ct][xm]$/i, WORD],
]
const IN_WORDS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'a PDF',
  [WORD]: 'a Word document',
  'text/html': 'a web page',
  'text/markdown': 'plain text',
  'text/plain': 'plain text',
}

/** Nothing is read otherwise for its name; but a site that has no such document often sends a page that says so under it. */
export function noticesOfName(name: string, mediaType: MediaType): DocumentNotice[] {
  const named = NAMED.find(([ending]) => ending.test(name))?.[1]
  if (named === undefined || named === mediaType) return []
  const message = `The name says that it is ${IN_WORDS[named]}, but it is ${IN_WORDS[mediaType]} and was read as such. Open it to see whether it is the document that you want.`
  return [{ code: 'format_not_of_name', message }]
}
