/** From a posted form to an order: one or two documents, and what to do with them. */
import type { SourceFile } from '../../documents/index.ts'
import { SourceError, UsageError } from '../../model/index.ts'
import type { Order } from './work.ts'

/** Throws UsageError when the form is not what our page sends, or lacks what the task wants. */
export async function parseUpload(request: Request): Promise<Order> {
  const form = await parseForm(request)
  const task = form.get('task') === 'compare' ? 'compare' : 'read'
  const files = [...form.values()].flatMap((value) =>
    typeof value === 'string' || isUnset(value) ? [] : [value],
  )
  if (files.length === 0)
    throw new UsageError('upload_invalid', 'No document came with that. Choose one, or drop it on the page.')
  if (files.length > 2)
    throw new UsageError(
      'upload_invalid',
      `${files.length} documents came with that, and two are the most. For more, use the command: holdfast read FILE…`,
    )
  if (task === 'compare' && files.length < 2)
    throw new UsageError(
      'upload_invalid',
      'A comparison needs two documents: the report, and its response. Choose both, or only read the one.',
      { details: { task } },
    )
  refuseIfEmpty(files)
  return { task, sources: await Promise.all(files.map(toSource)) }
}

/** One that is empty beside one that is not goes on: what reads them tells of each, and gives what the other holds. */
function refuseIfEmpty(files: readonly File[]): void {
  if (files.some(({ size }) => size > 0)) return
  const words = files.map((file) => `${nameOf(file)} is empty (0 bytes).`)
  throw new SourceError('file_empty', `${words.join(' ')} Download or save it again.`)
}

async function parseForm(request: Request): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? ''))
    throw new UsageError(
      'upload_invalid',
      'That was not sent by the form of this page. Go back and choose a document.',
    )
  try {
    return await request.formData()
  } catch (error) {
    throw new UsageError(
      'upload_invalid',
      'What was sent broke off or is not a form. Choose the document again.',
      {
        cause: error,
      },
    )
  }
}

/** A file field that was left empty still comes along, with neither name nor bytes. */
const isUnset = (file: File): boolean => file.size === 0 && file.name === ''

const nameOf = (file: File): string => file.name.split(/[\\/]/).at(-1) || 'document'

async function toSource(file: File): Promise<SourceFile> {
  return { name: nameOf(file), bytes: new Uint8Array(await file.arrayBuffer()) }
}
