/**
 * pdf.js parses the annotations of each page, links to follow most of them, before it is told to leave them out: a sixth
 * of its time. Its factory of annotations makes nothing here but for files with a form.
 */
import { readEntry } from './entries.ts'

export interface AnnotationFactory {
  createGlobals(file: unknown): Promise<unknown>
}

/** Makes `factory` leave out annotations. */
export function dropAnnotations(factory: AnnotationFactory): void {
  const create = factory.createGlobals
  // Null is its own answer for a file whose annotations cannot be read.
  factory.createGlobals = async (file) => ((await hasForm(file)) ? create.call(factory, file) : null)
}

/** Whether a file, as pdf.js manages it, has fields to fill in; false where it cannot tell. */
async function hasForm(file: unknown): Promise<boolean> {
  const ask = readEntry(file, 'ensureDoc')
  if (typeof ask !== 'function') return false
  try {
    return readEntry(await Reflect.apply(ask, file, ['formInfo']), 'hasFields') === true
  } catch {
    return false // a broken form is none
  }
}
