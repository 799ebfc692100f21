import { describe, expect, it } from 'vitest'
import { displayWidth } from './display-width.ts'
import { barProgress, lineProgress, renderBar } from './progress.ts'
import type { TerminalStream } from './terminal.ts'

function capture() {
  const chunks: string[] = []
  const stream: TerminalStream = { write: (chunk) => chunks.push(String(chunk)) > 0 }
  return { chunks, stream }
}

describe('lineProgress', () => {
  it('is silent for a second, then prints one line a second at most', () => {
    const { chunks, stream } = capture()
    let time = 0
    const progress = lineProgress(stream, () => time)
    for (time = 0; time <= 3000; time += 100)
      progress.show('folder/report.pdf', { phase: 'reading pages', done: time / 100, total: 30 })
    progress.clear()
    expect(chunks).toEqual([
      'report.pdf: reading pages 10 of 30\n',
      'report.pdf: reading pages 20 of 30\n',
      'report.pdf: reading pages 30 of 30\n',
    ])
  })
})

describe('barProgress', () => {
  it('draws over itself and takes itself away', () => {
    const { chunks, stream } = capture()
    let time = 0
    const progress = barProgress(stream, 80, () => time)
    progress.show('a.pdf', { phase: 'reading', done: 1, total: 4 })
    time = 400
    progress.show('a.pdf', { phase: 'reading', done: 2, total: 4 })
    time = 450
    progress.show('a.pdf', { phase: 'reading', done: 3, total: 4 })
    progress.clear()
    progress.clear()
    expect(chunks).toHaveLength(2)
    expect(chunks[0]).toContain('███████████████░░░░░░░░░░░░░░░  reading 2 of 4  a.pdf')
    expect(chunks[1]).toBe('\r\u001B[K')
  })
})

describe('renderBar', () => {
  it('stays on one line at every width, with wide names too', () => {
    const name = '/a/folder/日本語の文書.pdf'
    for (let columns = 20; columns < 120; columns++)
      for (const total of [240, null, 0])
        expect(
          displayWidth(renderBar(name, { phase: 'reading pages', done: 120, total }, columns)),
        ).toBeLessThan(columns)
  })

  it.each([
    [80, '██████████████████████████████  pages 4 of 4  report.pdf'],
    [60, '██████████████████████████  pages 4 of 4  report.pdf'],
    [45, '███████████  pages 4 of 4  report.pdf'],
    [30, 'pages 4 of 4  report.pdf'],
    [16, 'pages 4 of 4'],
  ])('keeps the step in view at %i columns', (columns, expected) => {
    expect(renderBar('x/report.pdf', { phase: 'pages', done: 4, total: 4 }, columns)).toBe(expected)
  })
})
