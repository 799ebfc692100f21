import { describe, expect, it } from 'vitest'
import { LimitError, MachineError, SourceError, UsageError } from '../model/index.ts'
import { exitCodeOf } from './exit-code.ts'
import { describeError } from './report-error.ts'

describe('describeError', () => {
  it('names the file once', () => {
    const error = new SourceError('file_empty', 'a.pdf is empty (0 bytes). Save it again.')
    expect(describeError(error, 'a.pdf')).toBe(
      'holdfast: a.pdf is empty (0 bytes). Save it again. [file_empty]\n',
    )
    expect(describeError(new SourceError('file_empty', 'No bytes.'), 'a.pdf')).toBe(
      'holdfast: a.pdf: No bytes. [file_empty]\n',
    )
  })

  it('keeps control characters of a file name off the terminal', () => {
    const error = new UsageError('file_not_found', 'There is no file \u001B[2Ja.pdf.')
    expect(describeError(error, '\u001B[2Ja.pdf')).toBe(
      'holdfast: There is no file [2Ja.pdf. [file_not_found]\n',
    )
  })

  it('keeps several problems on lines of their own', () => {
    const error = new UsageError('situation_invalid', 'Wrong:\n  a:  x\r\u001B[1m\n  b: y')
    expect(describeError(error)).toBe('holdfast: Wrong:\n  a: x [1m\n  b: y [situation_invalid]\n')
  })

  it('prints a bug with its stack', () => {
    const text = describeError(new Error('boom'), 'a.pdf')
    expect(text).toContain('a bug in Holdfast while working on a.pdf')
    expect(text).toContain('report-error.test.ts')
  })
})

describe('exitCodeOf', () => {
  it.each([
    [new UsageError('option_unknown', ''), 2],
    [new SourceError('file_empty', ''), 3],
    [new LimitError('document_too_large', ''), 3],
    [new MachineError('port_in_use', ''), 4],
    [new MachineError('interrupted', ''), 130],
    [new Error('bug'), 70],
    ['thrown text', 70],
  ])('%o ends with %i', (error, code) => expect(exitCodeOf(error)).toBe(code))
})
