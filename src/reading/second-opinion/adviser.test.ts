import { describe, expect, it } from 'vitest'
import { STATEMENT_KINDS, type Statement } from '../../model/index.ts'
import { documentOf } from '../document-builder.ts'
import { evidenceFor, weigh } from '../evidence.ts'
import { readStatements } from '../index.ts'
import { createAdviser, decide, readWeights } from './index.ts'

const NOTHING = '0 0 0 0 0 0 0'

function weightsOf({ words = '', signs = '', start = NOTHING }: Record<string, string>) {
  return readWeights({
    step: 1,
    start,
    words: words || `zzz\t${NOTHING}`,
    signs: signs || `end|;\t${NOTHING}`,
  })
}

function read(line: string, parts: Record<string, string>, title = 'A plain page'): Statement | undefined {
  const adviser = createAdviser(weightsOf(parts))
  return readStatements(documentOf([line], { title }), { adviser }).at(-1)
}

const PLAIN = 'The scheme looks wobbly on the far side of the river.'
const PLAIN_TOO = 'The boats lie on the far side of the river.'
const REVIEW = 'The Larch Inquiry: final report'
const ADVICE = 'We recommend that every council should publish its offer.'

describe('the second opinion', () => {
  it('leaves the rules’ kind where its weights say nothing', () => {
    expect(read(PLAIN, {})?.kind).toBe('finding')
  })

  it('gives another kind where words lean clearly, and names them', () => {
    const statement = read(PLAIN, { words: 'wobbly\t0 0 0 0 6 0 0\nriver\t0 0 0 0 1 0 0' })
    expect(statement?.kind).toBe('verdict')
    expect(statement?.because[0]).toBe('wording like a judgement: “wobbly”, “river” (second opinion)')
  })

  it('says so where form and place alone decide', () => {
    const statement = read(PLAIN, { signs: 'end|.\t0 0 0 0 0 0 7' })
    expect(statement?.kind).toBe('other')
    expect(statement?.because[0]).toBe('form and place like no statement (second opinion)')
  })

  it('counts a word once however often it stands there', () => {
    const leaning = { words: 'wobbly\t0 0 0 0 2 0 0' }
    expect(read('It is wobbly here.', leaning)?.confidence).toBe(
      read('It is wobbly wobbly.', leaning)?.confidence,
    )
  })

  it('does not overrule rules that are sure', () => {
    const statement = read(ADVICE, { start: '0 0 0 0 0 9 0' }, REVIEW)
    expect(statement?.kind).toBe('recommendation')
    expect(statement?.because.join()).not.toContain('second opinion')
  })

  it('makes no decision or recommendation of anything', () => {
    expect(read(PLAIN, { start: '0 0 0 20 0 0 0' })?.kind).toBe('finding')
    expect(read(PLAIN, { start: '20 0 0 0 0 0 0' })?.kind).toBe('finding')
  })

  it('lets strength follow the kind', () => {
    const raised = read(PLAIN, { words: 'wobbly\t0 0 9 0 0 0 0' })
    expect([raised?.kind, raised?.strength]).toEqual(['commitment', 'commit'])
    const lowered = read('The new office could open in the spring.', { words: 'open\t0 0 0 0 9 0 0' })
    expect([lowered?.kind, lowered?.strength]).toEqual(['verdict', null])
  })

  it('hears a name as a name, whatever word it is made of', () => {
    const known = { words: '<named>\t0 0 0 0 0 0 9\nlarch\t0 0 0 0 9 0 0' }
    expect(read('The bus stops at Larch on most days.', known)?.kind).toBe('other')
    expect(read('The bus stops at a larch on most days.', known)?.kind).toBe('verdict')
  })

  it('never asks about headings', () => {
    const adviser = createAdviser(weightsOf({ start: '0 0 0 0 20 0 0' }))
    const [heading] = readStatements(documentOf(['# The scheme by the river', PLAIN]), { adviser })
    expect(heading?.kind).toBe('other')
  })

  it('is surer the more the chances agree', () => {
    const even = read(PLAIN, { words: 'wobbly\t0 0 0 0 0 1 0' })
    const clear = read(PLAIN, { words: 'wobbly\t0 0 0 0 0 6 0' })
    expect(clear?.confidence).toBeGreaterThan(even?.confidence ?? 1)
    expect(clear?.confidence).toBeLessThan(1)
  })
})

describe('what stands beside a sentence', () => {
  const beside = (lines: readonly string[], signs: string) =>
    readStatements(documentOf(lines, { title: 'A plain page' }), {
      adviser: createAdviser(weightsOf({ words: 'wobbly\t0 0 0 0 9 0 0', signs })),
    }).map(({ kind }) => kind)
  const WOBBLY = 'The scheme looks wobbly.'

  it('speaks for its kind, from before and from after', () => {
    expect(beside([WOBBLY, PLAIN_TOO], 'before|verdict\t0 0 0 0 4 0 0')).toEqual(['verdict', 'verdict'])
    expect(beside([PLAIN_TOO, WOBBLY], 'after|verdict\t0 0 0 0 4 0 0')).toEqual(['verdict', 'verdict'])
    expect(beside([WOBBLY, PLAIN_TOO], 'after|verdict\t0 0 0 0 4 0 0')).toEqual(['verdict', 'finding'])
  })

  it('is the sentence by itself, not what became of it', () => {
    const lines = [WOBBLY, PLAIN_TOO, PLAIN_TOO]
    expect(beside(lines, 'before|verdict\t0 0 0 0 4 0 0')).toEqual(['verdict', 'verdict', 'finding'])
  })

  it('may be a heading, or nothing', () => {
    expect(beside(['# The river', PLAIN_TOO, PLAIN_TOO], 'before|heading\t0 0 0 0 0 0 9')).toEqual([
      'other',
      'other',
      'finding',
    ])
    expect(beside([PLAIN_TOO, PLAIN_TOO], 'after|nothing\t0 0 0 0 0 0 9')).toEqual(['finding', 'other'])
  })
})

describe('what it decides', () => {
  const weighing = weigh([evidenceFor('commitment', 2.5, 'a sign')])
  const likely = (commitment: number, finding: number) => Float64Array.of(0, 0, commitment, 0, 0, finding, 0)
  it.each([
    ['government', likely(0.45, 0.55), 'commitment'],
    ['outsider', likely(0.45, 0.55), 'finding'],
    ['government', likely(0.3, 0.7), 'finding'],
    ['outsider', likely(0.48, 0.52), 'commitment'],
  ] as const)(
    'takes the %s’s promise for another kind only where that is likelier',
    (voice, chances, kind) => {
      expect(STATEMENT_KINDS[decide(chances, weighing, voice)]).toBe(kind)
    },
  )
})

describe('its weights', () => {
  it.each([
    ['too few numbers', { words: 'zzz\t0 0 0' }, 'not 7 numbers'],
    ['an unknown family', { signs: `moon|full\t${NOTHING}` }, 'no family of signs is called moon'],
  ])('are refused with %s', (_name, parts, message) => {
    expect(() => weightsOf(parts as Record<string, string>)).toThrow(message)
  })
})
