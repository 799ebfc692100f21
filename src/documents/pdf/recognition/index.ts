/** Pages whose letters are drawn as shapes: painted, recognised, and given back as pages with words. */
import type { DocumentNotice } from '../../../model/index.ts'
import type { DrawnPage } from '../open-pdf.ts'
import type { PageContent } from '../page-content.ts'
import { LetterShapes } from './letter-shapes.ts'
import { recogniseLettering } from './recognise-lettering.ts'
import { openRecogniser, type Recogniser } from './recogniser.ts'

/** A function that recognises one page after another, opening the recogniser at the first; notices say what was done. */
export function makePageRecogniser(notices: DocumentNotice[]): (page: DrawnPage) => Promise<PageContent> {
  const shapes = new LetterShapes()
  let opened: Promise<Recogniser | null> | null = null
  return async (page) => {
    opened ??= openRecogniser()
    const recogniser = await opened
    if (recogniser === null) return page
    const words = recogniseLettering(page.lettering, recogniser, shapes)
    if (words.length > 0)
      notices.push({
        code: 'text_recognised',
        message: `Page ${page.number} draws its letters as shapes; its text was recognised and may hold mistakes.`,
      })
    return { ...page, words }
  }
}
