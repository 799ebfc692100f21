/** Pages whose letters are drawn as shapes: recognised, and given back as pages with words. */
import type { DocumentNotice } from '../../../model/index.ts'
import type { DrawnPage } from '../open-pdf.ts'
import type { PageContent } from '../page-content.ts'
import { Lettering } from './recognise-lettering.ts'
import { openRecogniser } from './recogniser.ts'

/** A function that recognises one page after another, opening the recogniser at the first; notices say what was done. */
export function makePageRecogniser(notices: DocumentNotice[]): (page: DrawnPage) => Promise<PageContent> {
  let opened: Promise<Lettering | null> | null = null
  return async (page) => {
    opened ??= openRecogniser().then((recogniser) => (recogniser === null ? null : new Lettering(recogniser)))
    const lettering = await opened
    if (lettering === null) return page
    const words = lettering.recognise(page.lettering)
    if (words.length > 0)
      notices.push({
        code: 'text_recognised',
        message: `Page ${page.number} draws its letters as shapes; its text was recognised and may hold mistakes.`,
      })
    return { ...page, words }
  }
}
