/** Opens a PDF with pdf.js, nothing fetched and nothing evaluated, and turns what can go wrong into errors to act on. */
import { getDocumentProxy } from 'unpdf'
import { LimitError, SourceError } from '../../model/index.ts'
import type { SourceFile } from '../source.ts'
import { type FilledField, filledFields, wordsOfField } from './form-fields.ts'
import { normaliseTitle } from './headings.ts'
import { type IsShown, interpretPage, type OperatorList, type OperatorNumbers } from './interpret-page.ts'
import { toMatrix } from './matrix.ts'
import type { PageContent } from './page-content.ts'
import { FONT_OWNER, loadPdfjs } from './pdfjs-in-node.ts'
import { isLettering, type Outline, traceOutlines } from './recognition/outlines.ts'
import { addTrailer, isCutShort } from './repair.ts'
import { type FontFace, faceFromName, StyleBook, UNKNOWN_FACE } from './text-state.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** What the file says about itself; all of it is a claim, to be checked against what is printed. */
export interface PdfMetadata {
  readonly title: string | null
  readonly author: string | null
}

/** A page, and the letters that it draws as shapes where it holds no text: empty on a page with text. */
export interface DrawnPage extends PageContent {
  readonly lettering: readonly Outline[]
}

export interface OpenPdf {
  readonly pageCount: number
  /** Part of the file is missing: what could be found is read. */
  readonly isDamaged: boolean
  readonly metadata: PdfMetadata
  /** Bookmarks: titles, normalised, with their depth from 1; 0 for titles at several depths. */
  readonly outline: ReadonlyMap<string, number>
  /** Page `number`, from 1; null where the file is too damaged to show it. */
  readPage(number: number): Promise<DrawnPage | null>
  close(): Promise<void>
}

/** Opens `source`. Throws SourceError `document_encrypted` or `document_damaged`, LimitError beyond `limits.pages`. */
export async function openPdf(source: SourceFile, limits: { pages: number }): Promise<OpenPdf> {
  const { OPS } = await loadPdfjs()
  const document = await open(source)
  if (document.numPages > limits.pages) {
    const pages = document.numPages
    await document.destroy()
    throw new LimitError(
      'document_too_many_pages',
      `${source.name} has ${pages} pages, more than the limit of ${limits.pages}. Give the part that matters, or a larger limit.`,
      { details: { pages, limit: limits.pages } },
    )
  }
  const labels = await document.getPageLabels().catch(() => null)
  const fields = filledFields(await document.getFieldObjects().catch(() => null))
  const isShown = await readLayers(document)
  const reading = {
    document,
    numbers: OPS,
    labels,
    fields,
    isShown,
    styles: new StyleBook(),
    faces: new Map(),
  }
  const metadata = await readMetadata(document)
  return {
    pageCount: document.numPages,
    isDamaged: isCutShort(source.bytes),
    metadata,
    outline: await readOutline(document),
    readPage: (number) => readPage(reading, number),
    close: () => document.destroy(),
  }
}

async function open(source: SourceFile): Promise<PdfDocument> {
  try {
    return await load(source.bytes.slice())
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new SourceError(
        'document_encrypted',
        `${source.name} is locked with a password. Save a copy without one and read that.`,
        { cause: error },
      )
    const mended = addTrailer(source.bytes)
    const document = mended === null ? null : await load(mended).catch(() => null)
    if (document !== null) return document
    const message = `${source.name} begins like a PDF but its structure is broken. Download it again, or print it to a new PDF.`
    throw new SourceError('document_damaged', message, { cause: error })
  }
}

/** pdf.js takes the bytes over: they are of no use afterwards. */
const load = (data: Uint8Array): Promise<PdfDocument> =>
  getDocumentProxy(data, {
    isEvalSupported: false,
    disableFontFace: false,
    // pdf.js only adds fonts to it and takes them away, which the stand-in allows.
    ownerDocument: FONT_OWNER as Document,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    // Pictures are not read: any larger than this is left out before it is unpacked.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  })

async function readMetadata(document: PdfDocument): Promise<PdfMetadata> {
  const metadata = await document.getMetadata().catch(() => null)
  const info: unknown = metadata?.info
  const entry = (key: string): string | null => {
    const value: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, key) : null
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return { title: entry('Title'), author: entry('Author') }
}

/** Which layers are shown when the file is opened; all, where it does not tell. */
async function readLayers(document: PdfDocument): Promise<IsShown> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' }).catch(() => null)
  return (layer) => layers === null || layer === null || layers.isVisible(layer) !== false
}

async function readOutline(document: PdfDocument): Promise<Map<string, number>> {
  const titles = new Map<string, number>()
  const add = (items: readonly { title: string; items: readonly unknown[] }[], depth: number) => {
    for (const item of items) {
      const title = normaliseTitle(item.title)
      if (title !== '') titles.set(title, (titles.get(title) ?? depth) === depth ? depth : 0)
      // pdf.js types the children as any; they are items like their parent.
      if (depth < 8) add(item.items as typeof items, depth + 1)
    }
  }
  add((await document.getOutline().catch(() => null)) ?? [], 1)
  return titles
}

/** What all pages of a document share. */
interface Reading {
  readonly document: PdfDocument
  readonly numbers: OperatorNumbers
  readonly labels: readonly string[] | null
  readonly fields: readonly FilledField[]
  readonly isShown: IsShown
  readonly styles: StyleBook
  readonly faces: Map<string, FontFace>
}

async function readPage(reading: Reading, number: number): Promise<DrawnPage | null> {
  const { document, numbers, labels, fields, isShown, styles, faces } = reading
  const loaded = await loadPage(document, number)
  if (loaded === null) return null
  const { page, list } = loaded
  const viewport = page.getViewport({ scale: 1 })
  const findFace = (id: string): FontFace => {
    const face = faces.get(id) ?? readFace(page, id)
    faces.set(id, face)
    return face
  }
  const base = toMatrix(viewport.transform)
  const drawn = interpretPage(list, base, numbers, findFace, styles, isShown)
  const filled = fields.filter((field) => field.page === number)
  const content = {
    ...drawn,
    words: [...drawn.words, ...filled.flatMap((field) => wordsOfField(field, base, styles))],
  }
  const outlines = content.words.length === 0 ? traceOutlines(list, base, numbers) : []
  const lettering = isLettering(outlines) ? outlines : []
  page.cleanup()
  const label = labels?.[number - 1] ?? null
  return { number, width: viewport.width, height: viewport.height, label, lettering, ...content }
}

/** Null where pdf.js cannot make sense of the page. */
async function loadPage(
  document: PdfDocument,
  number: number,
): Promise<{ page: PdfPage; list: OperatorList } | null> {
  try {
    const page = await document.getPage(number)
    return { page, list: await page.getOperatorList({ annotationMode: 0 }) }
  } catch {
    // Whatever pdf.js stumbles over in a broken page, the page is lost and the caller says so.
    return null
  }
}

function readFace(page: PdfPage, id: string): FontFace {
  if (!page.commonObjs.has(id)) return UNKNOWN_FACE
  const font: unknown = page.commonObjs.get(id)
  if (typeof font !== 'object' || font === null) return UNKNOWN_FACE
  const name: unknown = Reflect.get(font, 'name')
  const matrix: unknown = Reflect.get(font, 'fontMatrix')
  const unit = Array.isArray(matrix) ? toMatrix(matrix)[0] : 0
  return faceFromName(typeof name === 'string' ? name : '', unit === 0 ? UNKNOWN_FACE.unit : unit)
}
