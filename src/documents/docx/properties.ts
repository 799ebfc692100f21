/** What a Word document's properties say about it: Dublin Core, and Office's own. */
import type { DocxPackage } from './package.ts'

export interface DocxProperties {
  readonly title: string | null
  readonly company: string | null
  /** ISO 8601 day it was created; templates make this older than the text, so the text comes first. */
  readonly created: string | null
}

export function readProperties(docx: DocxPackage): DocxProperties {
  const values = new Map<string, string>()
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    let element = ''
    docx.read(part, {
      open: (name) => {
        element = name.split(':').at(-1) ?? ''
      },
      text: (text) => {
        if (element && text.trim() && !values.has(element)) values.set(element, text.trim())
      },
      close: () => {
        element = ''
      },
    })
  }
  const title = values.get('title') ?? ''
  return {
    // What programs put there by themselves is no title.
    title:
      title === '' || /^(?:microsoft word|untitled|document\d*$|title$)|\.docx?$/i.test(title) ? null : title,
    company: values.get('Company') ?? null,
    created: /^\d{4}-\d{2}-\d{2}/.exec(values.get('created') ?? '')?.[0] ?? null,
  }
}
