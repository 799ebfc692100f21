import { describe, expect, it } from 'vitest'
import { HoldfastError } from '../model/index.ts'
import { parseCommandLine } from './command-line.ts'

const split = (line: string) => line.split(' ').filter((word) => word !== '')

function codeAndMessage(line: string): { code: string; message: string } {
  try {
    parseCommandLine(split(line))
  } catch (error) {
    if (error instanceof HoldfastError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error(`"${line}" was taken`)
}

describe('parseCommandLine', () => {
  it.each([
    ['read a.pdf b.pdf', { command: 'read', files: ['a.pdf', 'b.pdf'], format: 'text', hasProgress: true }],
    ['read a.pdf -f json', { format: 'json' }],
    ['read --format=csv a.pdf', { format: 'csv' }],
    ['read a.pdf -o out.html', { format: 'html', output: 'out.html' }],
    ['read a.pdf -o out.CSV', { format: 'csv' }],
    ['read a.pdf -o out.csv --format text', { format: 'text' }],
    ['read a.pdf -o out.xyz', { format: 'text' }],
    ['read a.pdf -o out.htm', { format: 'html' }],
    ['read a.pdf -o out.docx --format html', { format: 'html' }],
    ['read a.pdf --kind ask,commitment', { kinds: ['ask', 'commitment'] }],
    ['read a.pdf --max-pages 10 --max-bytes 1_000', { limits: { 'max-pages': 10, 'max-bytes': 1000 } }],
    ['read a.pdf --quiet', { hasProgress: false, isQuiet: true }],
    ['read a.pdf --no-progress', { hasProgress: false, isQuiet: false }],
    ['read -- -odd-name.pdf', { files: ['-odd-name.pdf'] }],
    ['compare a.pdf b.pdf --only rejected,no-response', { only: ['rejected', 'no-response'] }],
    ['entitlement a.json --on 2025-04-06', { command: 'entitlement', on: '2025-04-06', proposals: [] }],
    [
      'entitlement a.json --proposal review-2022,act-2026',
      { on: null, proposals: ['review-2022', 'act-2026'] },
    ],
    ['rulebook rulebook/england', { command: 'rulebook', files: ['rulebook/england'] }],
    ['serve', { command: 'serve', files: [] }],
    ['', { command: 'help', isHelp: true }],
    ['--version', { isVersion: true, isHelp: false }],
    ['read --help', { command: 'read', isHelp: true }],
    ['help compare', { command: 'help', files: ['compare'] }],
  ])('takes "%s"', (line, expected) => expect(parseCommandLine(split(line))).toMatchObject(expected))

  it.each([
    ['read', 'argument_missing', 'holdfast read report.pdf'],
    ['compare a.pdf', 'argument_missing', 'two files'],
    ['compare a.pdf b.pdf c.pdf', 'argument_unexpected', '"c.pdf"'],
    ['entitlement', 'argument_missing', 'holdfast entitlement family.json'],
    ['entitlement a.json b.json', 'argument_unexpected', '"b.json"'],
    ['entitlement a.json --format csv', 'option_invalid', 'text or json, not csv'],
    ['rulebook', 'argument_missing', 'holdfast rulebook rulebook/england'],
    ['read a.pdf --on 2025-01-01', 'option_unknown', '--on'],
    ['serve a.pdf', 'argument_unexpected', 'no arguments'],
    ['help read compare', 'argument_unexpected', '1 argument,'],
    ['raed a.pdf', 'command_unknown', 'holdfast read'],
    ['frobnicate', 'command_unknown', '"frobnicate"'],
    ['read a.pdf --fromat json', 'option_unknown', '--format?'],
    ['read a.pdf --zzz', 'option_unknown', '--zzz'],
    ['read a.pdf -z', 'option_unknown', '-z'],
    ['read -draft.pdf', 'option_unknown', './-draft.pdf'],
    ['serve --format json', 'option_unknown', '--format'],
    ['compare a b --kind ask', 'option_unknown', '--kind'],
    ['read a.pdf --format xml', 'option_invalid', 'text, json, csv, html'],
    ['read a.pdf --format', 'option_invalid', '--format FORMAT'],
    ['read a.pdf --quiet=yes', 'option_invalid', 'switch'],
    ['read a.pdf --output=', 'option_invalid', '--output'],
    ['read a.pdf --output out.docx', 'option_invalid', '.html'],
    ['read a.pdf --max-pages 0', 'option_invalid', 'above 0'],
    ['read a.pdf --max-pages -4', 'option_invalid', '--max-pages'],
    ['read a.pdf --max-pages 1e3', 'option_invalid', '1e3'],
    ['read a.pdf --kind promise', 'option_invalid', 'commitment'],
    ['compare a b --only maybe', 'option_invalid', 'accepted-in-part'],
    ['read a.pdf --kind ask --format json', 'option_invalid', 'json always holds everything'],
    ['read a.pdf --kind ask --all', 'option_invalid', 'exclude'],
  ])('refuses "%s" as %s', (line, code, words) => {
    const error = codeAndMessage(line)
    expect(error.code).toBe(code)
    expect(error.message).toContain(words)
  })
})
