import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../../test/documents/block-invariants.ts'
import { parseDocumentHere } from '../parse-here.ts'

const rowsOf = async (content: string) => {
  const document = await parseDocumentHere({ name: 'table', bytes: new Uint8Array(Buffer.from(content)) })
  checkBlocks(document)
  return document.blocks.map(({ kind, isHeaderRow, cells }) => [
    isHeaderRow ? `${kind}*` : kind,
    ...(cells ?? []).map(({ start, end }) => document.text.slice(start, end)),
  ])
}

describe('values between separators', () => {
  it('are rows, their quotation marks left out', async () => {
    const csv =
      '\ufeffNo,Recommendation,Reply\r\n1,"Light every ladder, and soon",Accepted\r\n2,"Train\ncrews ""well""",\r\n'
    expect(await rowsOf(csv)).toEqual([
      ['table-row*', 'No', 'Recommendation', 'Reply'],
      ['table-row', '1', 'Light every ladder, and soon', 'Accepted'],
      ['table-row', '2', 'Train\ncrews ""well""', ''],
    ])
  })

  it('may be parted by semicolons', async () => {
    const rows = await rowsOf('No;Recommendation;Reply\n1;Light every ladder, and soon;Accepted\n')
    expect(rows.map((row) => row.length)).toEqual([4, 4])
  })

  it.each([
    ['prose', 'The Board met, talked, and left.\nIt came, saw, and went.\n'],
    ['records of different lengths', 'No,Reply,By\n1,Accepted\n2,Rejected,2027\n'],
    ['a quotation mark that never closes', 'No,Reply,By\n1,"Accepted,2027\n'],
    ['one line', 'No,Reply,By\n'],
    ['two columns', 'Smith,Ann\nJones,Bob\n'],
  ])('are not %s', async (_name, content) => {
    expect((await rowsOf(content)).every(([kind]) => !kind?.startsWith('table-row'))).toBe(true)
  })
})
