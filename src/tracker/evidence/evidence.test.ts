import { describe, expect, it } from 'vitest'
import { aDocument, addCopy } from '../../../test/builders/evidence.ts'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { foldEvents } from '../fold.ts'
import { citesIn } from '../queries/evidence.ts'
import { createPassageFinder, passagesIn, supportedBy } from '../queries/passages.ts'
import { sortKeys } from '../record/key-order.ts'
import { chooseWords, findNamed } from './choose-words.ts'
import { quotedSources } from './match-quotes.ts'
import { matchSource } from './match-source.ts'

const LETTER = `# A letter without a day
Dear office,
We have asked for years that you stop the spills, and we ask again.
Nobody counts the fish that die of them.`

const { events, state } = aTracker(RIVER_TRACKER)
const sources = [...state.records.source.values()].map(({ body }) => body)

describe('a copy of a source', () => {
  it('holds the quoted words, and each record that quotes them leads there', () => {
    const copy = addCopy(events, 'LETTER', aDocument(LETTER))
    expect(copy.rows).toEqual([
      { result: 'found', sought: 'stop the spills', supports: 1, page: null, why: null },
    ])
    const after = foldEvents(copy.events)
    const [passage] = passagesIn(after, 'a'.repeat(16))
    expect(passage).toMatchObject({
      holds: 'words',
      standing: 'held',
      place: { heading: 'A letter without a day' },
    })
    expect(LETTER.slice(passage?.position.start, passage?.position.end)).toBe('stop the spills')
    expect(passage && supportedBy(after, passage)).toEqual([{ type: 'recommendation', id: 'rec-stop' }])
    const finder = createPassageFinder(after)
    const [cite] = citesIn(after.records.recommendation.get('rec-stop')?.body ?? {})
    expect(cite && finder.findPassage(cite)?.id).toBe(passage?.id)
    expect(finder.newestCopy('LETTER')?.id).toBe('a'.repeat(16))
    expect(finder.newestCopy('PLAN')).toBeNull()
  })

  it('with the words more than once is unclear, without them says so: nothing is recorded', () => {
    const twice = addCopy(events, 'LETTER', aDocument(`${LETTER}\nPlease stop the spills.`))
    expect(twice.rows).toMatchObject([{ result: 'unclear', why: expect.stringContaining('2 times') }])
    const never = addCopy(events, 'LETTER', aDocument('Another letter.'))
    expect(never.rows).toMatchObject([{ result: 'not-found' }])
    expect([...twice.changes, ...never.changes]).toEqual([])
  })

  it('that is looked at again changes nothing', () => {
    const once = addCopy(events, 'LETTER', aDocument(LETTER))
    // As the ledger gives them back: the same values, the keys in another order.
    const kept = once.events.map((event) => ({ ...event, body: event.body && sortKeys(event.body) }))
    const again = addCopy(kept, 'LETTER', aDocument(LETTER))
    expect(again.changes).toEqual([])
    expect(again.rows).toMatchObject([{ result: 'held' }])
  })
})

describe('a changed copy', () => {
  const first = addCopy(events, 'LETTER', aDocument(LETTER))
  it.each([
    ['held', `${LETTER}\nA line more.`, null],
    ['moved', `First a notice.\n${LETTER}`, 'the same words, at another place'],
    ['moved', LETTER.replace('stop the spills', 'stop the\nspills'), 'the same words, set otherwise'],
    ['lost', 'We have nothing to say on this.', 'the quote is too short to look for words like it'],
  ])('finds its passages %s', (result, text, why) => {
    const second = addCopy(first.events, 'LETTER', aDocument(text, 'b'))
    expect(second.rows).toMatchObject([{ result, why }])
    expect(second.changes).toMatchObject([
      { action: 'corrected', body: { standing: result, checkedIn: 'b'.repeat(16) } },
    ])
  })

  it('leaves a lost passage where it was last found, and the older copy where it is', () => {
    const second = addCopy(first.events, 'LETTER', aDocument('Nothing.', 'b'))
    const after = foldEvents(second.events)
    expect(passagesIn(after, 'a'.repeat(16))).toMatchObject([{ standing: 'lost' }])
    expect(after.records.capture.size).toBe(2)
    const third = addCopy(second.events, 'LETTER', aDocument(LETTER, 'c'))
    expect(third.rows).toMatchObject([{ result: 'held' }])
  })

  it('withdraws a passage that no record cites any more', () => {
    const unquoted = RIVER_TRACKER.replace(', quote: stop the spills', '').replace(', at: p. 2', '')
    const { events: newer } = aTracker(unquoted)
    const kept = first.events.slice(events.length).map((event, at) => {
      return { ...event, sequence: newer.length + 1 + at }
    })
    const second = addCopy([...newer, ...kept], 'LETTER', aDocument(LETTER, 'b'))
    expect(second.changes).toMatchObject([{ action: 'withdrawn', reason: 'No record cites it any more.' }])
  })
})

describe('words that an editor chooses', () => {
  const plan = aDocument(
    '# The river plan\nA law will stop spills.\nA law will stop spills.\nWe build ladders.',
  )
  const copy = { id: 'a'.repeat(16), source: 'PLAN', document: plan }
  const ask = (record: string, words: string, at: string | null = null) => {
    const named = findNamed(state, record)
    if (named.kind !== 'found') return named
    return chooseWords(state, copy, { ...named, words, at })
  }

  it('are kept for that record, or that version of a promise', () => {
    const chosen = ask('fish-ladders#1', 'We build ladders.')
    expect(chosen).toMatchObject({
      kind: 'chosen',
      passage: { supports: [{ type: 'commitment', id: 'fish-ladders', version: 0 }], cite: null },
    })
  })

  it.each([
    ['fish-ladders', 'A law will stop spills.', { kind: 'unclear', count: 2 }],
    ['fish-ladders', 'We build nothing.', { kind: 'not-found' }],
    ['ask-count', 'We build ladders.', { kind: 'not-cited' }],
    ['nobody', 'We build ladders.', { kind: 'unknown' }],
    ['fish-ladders#2', 'We build ladders.', { kind: 'unknown' }],
    ['topic:fish-ladders', 'We build ladders.', { kind: 'unknown' }],
  ])('%s, "%s"', (record, words, answer) => {
    expect(ask(record, words)).toMatchObject(answer)
  })

  it('may be told apart by where they stand', () => {
    expect(ask('fish-ladders', 'We build ladders.', 'p. 40')).toEqual({ kind: 'no-such-place' })
    expect(ask('fish-ladders', 'A law will stop spills.', 'The river plan')).toMatchObject({ kind: 'chosen' })
  })
})

describe('a file and the sources', () => {
  const facts = (fileName: string, text: string, addresses: string[] = []) => ({
    fileName,
    addresses,
    document: aDocument(text),
    quoted: [],
  })
  it.each([
    ['its address', facts('x.html', 'No title', ['https://www.example.org/plan/?ref=1'])],
    ['its id as the name', facts('plan.pdf', 'No title')],
    ['its title', facts('download.pdf', 'Skip to the page\nThe  river plan\nWater Office')],
  ])('are matched by %s', (_, file) => {
    expect(matchSource(sources, file)).toMatchObject({ kind: 'sure', source: { id: 'PLAN' } })
  })

  it('are never guessed: what is like one is named', () => {
    const unsure = matchSource(sources, facts('a.txt', 'A speech given by the river on all rivers of Wales'))
    expect(unsure).toMatchObject({ kind: 'unsure', candidates: [{ source: { id: 'SPEECH' } }] })
    expect(matchSource(sources, facts('a.txt', 'A recipe for soup.'))).toEqual({
      kind: 'unsure',
      candidates: [],
    })
  })

  it.each([
    ['several quotations, most of its own', [{ source: 'LETTER', found: 3, of: 5 }], 'sure', 'LETTER'],
    ['too few', [{ source: 'LETTER', found: 2, of: 2 }], 'unsure', undefined],
    ['few of its own', [{ source: 'LETTER', found: 3, of: 7 }], 'unsure', undefined],
    [
      'those of another too',
      [
        { source: 'LETTER', found: 4, of: 5 },
        { source: 'PLAN', found: 2, of: 4 },
      ],
      'unsure',
      undefined,
    ],
  ])('are matched by quotations or not: %s', (_, quoted, kind, id) => {
    const match = matchSource(sources, { ...facts('x.txt', 'No title'), quoted })
    expect(match.kind).toBe(kind)
    if (match.kind === 'sure') expect(match.source.id).toBe(id)
    else
      expect(match.candidates[0]).toMatchObject({
        source: { id: 'LETTER' },
        why: expect.stringContaining('quotations'),
      })
  })

  it('know the quotations that stand in a text, however they are set', () => {
    const spills = 'for years that you stop the spills'
    const quoting = foldEvents(
      events.map((event) =>
        event.id === 'rec-stop' && event.body !== null
          ? { ...event, body: { ...event.body, cites: [{ source: 'LETTER', quote: spills }] } }
          : event,
      ),
    )
    expect(quotedSources(quoting, 'We asked for YEARS that\nyou stop the spil-\nls.')).toEqual([
      { source: 'LETTER', found: 1, of: 1 },
    ])
    expect(quotedSources(quoting, 'A recipe for soup.')).toEqual([])
  })

  it('are not chosen between when two signs name two', () => {
    expect(matchSource(sources, facts('letter.pdf', 'The river plan\n'))).toMatchObject({
      kind: 'unsure',
      candidates: [{ source: { id: 'PLAN' } }, { source: { id: 'LETTER' } }],
    })
  })
})
