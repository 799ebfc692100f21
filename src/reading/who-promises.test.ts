import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements, surveyDocument } from './index.ts'
import { otherBody } from './quoted-speakers.ts'

const CHARITY = ['We are a national charity for boat families.', 'Donate to our campaign today.']
const REVIEW = { title: 'The Larch Inquiry: final report', publisher: 'The Larch Inquiry' }
const RESPONSE = { title: 'Government response to the Larch Review' }

const lastOf = (lines: readonly string[], facts: Partial<DocumentText> = {}) => {
  const last = readStatements(documentOf(lines, facts)).at(-1)
  return [last?.kind, last?.speaker]
}

describe('what a body strives for itself is its promise', () => {
  it('is no ask of those whom it names', () => {
    const lines = [
      ...CHARITY,
      '# What should happen next',
      'Winning ministers over to free moorings will be a leading aim of our work with boaters.',
    ]
    expect(readStatements(documentOf(lines)).at(-1)?.kind).toBe('commitment')
  })
  it('is the writer’s own', () => {
    const page = ['Larch Boats is a coalition of 40 clubs.', ...CHARITY]
    expect(
      lastOf([...page, 'Winning ministers over to free moorings will be a leading aim of our work.']),
    ).toEqual(['commitment', 'Larch Boats'])
  })
})

describe('who signs a page', () => {
  const promise = 'We will publish the map by June.'
  it.each([
    [
      'Statement by The Rt Hon Ruth Marsh MP, Lord Keeper and Secretary of State for Rivers on the flood at Larch Lock.',
      'Secretary of State for Rivers (Government)',
    ],
    ['Home Secretary Ruth Marsh gave a statement to Parliament on tolls.', 'Home Secretary (Government)'],
    [
      'Presented to Parliament by the Secretary of State for Transport.',
      'Department for Transport (DfT, Government)',
    ],
    [
      'We, the Ministers of Larch and of Alder, met at the lock.',
      'Ministers of Larch and of Alder (Government)',
    ],
    ['Minister for Rivers, Welsh Government', 'Welsh Government'],
    // An office that is told of signs nothing.
    ['The Home Secretary has seen the map.', 'Government'],
  ])('%s', (line, speaker) => {
    expect(lastOf(['Written statement', line, promise], { title: 'Written statement: tolls' })).toEqual([
      'commitment',
      speaker,
    ])
  })
  it('is the party in its own manifesto, whatever government it tells of', () => {
    const lines = [
      'Larch Labour Manifesto 2024',
      'The UK Government has let our rivers rot. The UK Government must go.',
      '# Our key pledges',
      'All moorings will be freed by 2027.',
    ]
    expect(lastOf(lines, { title: 'Larch Labour Manifesto 2024' })).toEqual(['commitment', 'Larch Labour'])
  })
  it('is a public body that answers in the title, with the short name that the page gives', () => {
    const lines = ['The Larch Boat Trust (LBT) is sorry.', 'We accept the findings.', promise]
    expect(lastOf(lines, { title: 'Larch Boat Trust: our response to the river review' })).toEqual([
      'commitment',
      'Larch Boat Trust (LBT)',
    ])
  })
  it('is no department that is told of where the Government acts', () => {
    const lines = [
      'The Government accepts this. The Government will act. The Government is clear.',
      'The Department for Rivers has begun.',
      'A map will be published in June.',
    ]
    expect(lastOf(lines, RESPONSE)).toEqual(['commitment', 'Government'])
  })
})

describe('a hospital that answers is not ruled out by what rules out a government', () => {
  it('keeps its own signs', () => {
    const title = 'Larch Hospitals NHS Trust: our response to the independent review'
    const lines = [
      'We are sorry. We will act.',
      'The Trust will report. Our patients and our staff deserve it.',
    ]
    expect(surveyDocument(documentOf(lines, { title })).voice).toBe('public-body')
  })
})

describe('who else promises', () => {
  it('is the body whose officer an official page quotes', () => {
    const lines = [
      'Larch County Council has published its plan. The council will act.',
      'Ruth Hale of Larchshire Police said: “We will watch the quays from May.”',
    ]
    expect(lastOf(lines, { title: 'Council sets out plan for safer quays' })).toEqual([
      'commitment',
      'Larchshire Police',
    ])
  })
  it.each([
    ['Larchshire Police', 'Larchshire Police'],
    // A person, an office, and the writer.
    ['Ruth Marsh', null],
    ['Housing Ruth Marsh', null],
    ['Larch Council', null],
  ])('of those quoted: %s', (name, body) => {
    expect(otherBody(new Set(['larch council']), name)).toBe(body)
  })
  it('is the one before the commas, not what is said of it', () => {
    expect(lastOf([...CHARITY, 'The Quays Office, a new body, will inspect each lock.'])).toEqual([
      'commitment',
      'Quays Office',
    ])
  })
  it('is the one that opens the sentence where the promise goes on with "but has"', () => {
    const line = 'The Government has printed the map, but has pledged to redraw it with clubs.'
    expect(lastOf([...CHARITY, line])).toEqual(['commitment', 'Government'])
  })
  it('is the body that opens the sentence on a review’s page', () => {
    expect(
      lastOf(
        ['Rivers Agency staff told us of delay.', 'The Rivers Agency has said it will publish a map.'],
        REVIEW,
      ),
    ).toEqual(['commitment', 'Rivers Agency'])
  })
  it('is the body that a sentence before told of, where "it" goes on', () => {
    const told = 'The Rivers Agency has accepted all this.'
    expect(lastOf(['Staff told us of delay.', told, 'It has agreed to pay each crew.'], REVIEW)).toEqual([
      'commitment',
      'Rivers Agency',
    ])
    const report = 'The Environment Agency will inspect each lock.'
    expect(lastOf([report, 'It will publish what it finds.'], RESPONSE)).toEqual([
      'commitment',
      'Environment Agency',
    ])
    expect(lastOf(['The Government will act.', 'It will publish what it finds.'], RESPONSE)).toEqual([
      'commitment',
      'Government',
    ])
  })
  it('is a cabinet secretary by the whole office', () => {
    const line = 'The Cabinet Secretary for Rivers has said that locks will be mended by May.'
    expect(lastOf([...CHARITY, line])).toEqual(['commitment', 'Cabinet Secretary for Rivers (Government)'])
  })
  it('is a body with a name of its own beside a government', () => {
    expect(lastOf(['Natural England will publish a map by June.'], RESPONSE)).toEqual([
      'commitment',
      'Natural England',
    ])
  })
})
