import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'

const TITLE = { title: 'Government response to the Ferries Committee report on island services' }
const LINES = [
  'The Government welcomes the report.',
  'Fares should be frozen for five years.',
  'The Government does not accept this recommendation.',
  'Ports should be owned by those who use them.',
  'We see why it was asked but are unable to accept this recommendation.',
  'Quays should be lit at night.',
]

/** The lines, with a printed number on the second and each second one after it. */
function numbered(lines: readonly string[]): DocumentText {
  const document = documentOf(lines, TITLE)
  const blocks = document.blocks.map((block, at) => (at % 2 === 1 ? { ...block, number: `${at}` } : block))
  return { ...document, blocks }
}

const kinds = (document: DocumentText) => readStatements(document).map((one) => one.kind)

describe('a numbered line with a duty and its reply below', () => {
  it('is the next recommendation, told apart from its reply', () => {
    expect(kinds(numbered(LINES)).slice(1, 5)).toEqual([
      'recommendation',
      'decision',
      'recommendation',
      'decision',
    ])
  })
  it('is none without a number, or without a reply', () => {
    expect(kinds(documentOf(LINES, TITLE))[3]).not.toBe('recommendation')
    expect(kinds(numbered(LINES)).at(-1)).not.toBe('recommendation')
  })
})
