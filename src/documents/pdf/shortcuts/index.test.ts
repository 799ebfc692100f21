import { getResolvedPDFJS } from 'unpdf'
import { expect, it } from 'vitest'
import { takeShortcuts } from './index.ts'

it('takes every shortcut through the version of pdf.js that is used', async () => {
  expect(await takeShortcuts(() => getResolvedPDFJS())).toEqual(['annotations', 'content', 'objects'])
})

it('takes none where classes are not found', async () => {
  expect(await takeShortcuts(() => Promise.resolve())).toEqual([])
})
