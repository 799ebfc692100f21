/** The child's side: one request, progress on the way, one answer. */
import type { DocumentText } from '../../model/index.ts'
import type { ParseOptions, SourceFile } from '../source.ts'
import { compileLate } from './compile-late.ts'
import { denyNetwork } from './deny-network.ts'
import { encodeError, type ParseRequest, type ParserAnswer } from './messages.ts'

type Parse = (source: SourceFile, options: ParseOptions) => Promise<DocumentText>

/** Least milliseconds between two reports of progress; a terminal shows no more, and each costs a message. */
const PROGRESS_EVERY = 100

/** Waits for a request, answers it with `parse`, and lets the process end. */
export function serveParser(parse: Parse): void {
  denyNetwork()
  compileLate()
  process.once('message', (request: ParseRequest) => {
    answer(parse, request).then(
      (document) => send({ type: 'document', document }),
      (error: unknown) => send(encodeError(error)),
    )
  })
  // On damaged files the PDF engine begins work that nobody waits for; when that fails, what can be read still is. What
  // is waited for tells its own failure, and what never ends meets the parent's clock.
  process.on('unhandledRejection', () => {})
  // Nobody is left to answer to.
  process.once('disconnect', () => process.exit())
}

function answer(parse: Parse, { source, limits }: ParseRequest): Promise<DocumentText> {
  let last = 0
  return parse(source, {
    limits,
    onProgress: (progress) => {
      const now = Date.now()
      if (now - last < PROGRESS_EVERY && progress.done !== progress.total) return
      last = now
      process.send?.({ type: 'progress', progress } satisfies ParserAnswer)
    },
  })
}

function send(message: ParserAnswer): void {
  // The channel is closed once all of the message is through, which lets both sides end.
  process.send?.(message, undefined, undefined, () => process.disconnect())
}
