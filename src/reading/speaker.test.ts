import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { findGovernment } from './governments.ts'
import { readStatements } from './index.ts'
import { findReviewer } from './reviewer-names.ts'

const RESPONSE = { title: 'Government response to the Larch Review' }
const CHARITY = ['We are a national charity for boat families.', 'Donate to our campaign today.']

const speakerOf = (lines: readonly string[], facts: Partial<DocumentText> = {}) =>
  readStatements(documentOf(lines, facts)).at(-1)?.speaker

describe('whose government a document tells of', () => {
  it.each([
    ['The Taoiseach met boaters. Irish rivers are low.', 'Irish Government'],
    ['MLAs at Stormont will debate the tolls of Northern Ireland.', 'Northern Ireland Executive'],
    ['Boaters across Scotland wrote to their MSPs.', 'Scottish Government'],
    ['The Senedd voted on the mooring levy.', 'Welsh Government'],
    // A neighbour beside it, the United Kingdom, a state or one mention of a place show nothing.
    ['Boaters in Scotland and Wales wrote to the paper about Scotland and Wales.', null],
    ['Boaters in England, Scotland and Northern Ireland wrote to Westminster.', null],
    ['Boaters in Queensland wrote to an Australian paper.', null],
    ['The Scottish Government has no view of the tolls.', null],
    ['Boaters wrote to the paper.', null],
  ])('%s', (line, government) => {
    expect(findGovernment(documentOf([line]))).toBe(government)
  })
  it('names it for "ministers", "the Executive" and the like, but not for another government', () => {
    const page = [...CHARITY, 'MLAs at Stormont will debate the tolls.']
    expect(speakerOf([...page, 'Ministers have pledged to open the locks.'])).toBe(
      'Northern Ireland Executive',
    )
    expect(speakerOf([...page, 'The Executive has pledged to open the locks.'])).toBe(
      'Northern Ireland Executive',
    )
    expect(speakerOf([...page, 'The UK Government has pledged to open the locks.'])).toBe('UK Government')
  })
})

describe('who signs a government’s document', () => {
  const promise = 'We will publish the map by June.'
  it.each([
    [['Mooring tolls', 'Department for Rivers, 3 May 2019', promise], 'Department for Rivers (Government)'],
    [['Mooring tolls', 'Made by: Minister of State, Home Office', promise], 'Home Office (Government)'],
    [
      ['Mooring tolls', 'Question to the Ministry of Justice:', promise],
      'Ministry of Justice (MoJ, Government)',
    ],
    // Prose over the text names a department without being signed by it.
    [
      ['Mooring tolls', 'The Department for Rivers was asked about tolls by the boaters last year.', promise],
      'Government',
    ],
  ])('%j', (lines, speaker) => {
    expect(speakerOf(lines, RESPONSE)).toBe(speaker)
  })
  it('is the government of the country where a public body gives no name', () => {
    const plan = [
      '# Delivery plan',
      'NHS boards of Scotland are putting it to work in Scotland.',
      'Our action plan: we will build ramps.',
    ]
    expect(speakerOf(plan, { title: 'Delivery plan: health board actions' })).toBe('Scottish Government')
  })
  it('hears a minister where a statement has no heading', () => {
    const lines = [
      'I am today publishing the plan for moorings.',
      'Departments will provide a reply to each boater.',
    ]
    expect(
      readStatements(documentOf(lines))
        .map((one) => [one.kind, one.speaker])
        .at(-1),
    ).toEqual(['commitment', 'Government'])
  })
})

describe('what a reviewer is called', () => {
  const lines = [
    'The Harbour Affairs Committee took evidence.',
    'The Committee met. The Harbour Affairs Committee thanks all.',
  ]
  it('is its full name, else the bare one that is named most', () => {
    expect(findReviewer(documentOf(lines))).toBe('Harbour Affairs Committee')
    expect(
      findReviewer(
        documentOf(['The Inquiry met. This Inquiry heard 12 boaters.', 'The Inquiry thanks them.']),
      ),
    ).toBe('Inquiry')
    expect(findReviewer(documentOf(['The Committee met once.']))).toBe(null)
  })
  it.each([
    [['Select Committee on Harbours and Ferries Third Report'], 'Select Committee on Harbours and Ferries'],
    [
      ['Royal Commission into the Loss of Lightships', 'Overview'],
      'Royal Commission into the Loss of Lightships',
    ],
    [['Government Response to the Marlow Tolls Review'], 'Marlow Tolls Review'],
    [['The Hale Report: key points'], 'Hale Report'],
    [['Annual Report of the Harbour Agency'], null],
    [
      ['Three lists', 'The committee asks. In turn the committee waits, and the committee asks.'],
      'Committee',
    ],
    [['What the committee said'], null],
  ])('is what the page opens with, or the bare word in small letters: %j', (lines, name) => {
    expect(findReviewer(documentOf(lines))).toBe(name)
  })
  it('speaks a recommendation, whoever is to do it', () => {
    const page = [
      '# Harbour Affairs Committee: second report',
      ...lines,
      'The Government should lower the tolls.',
    ]
    expect(speakerOf(page, { title: 'Harbour Affairs Committee: second report' })).toBe(
      'Harbour Affairs Committee (Review)',
    )
  })
})

describe('who promises on another’s page', () => {
  it.each([
    [['Providers wrote to the Minister.', 'It will set a duty on harbours to publish tolls.'], 'Government'],
    [['Local authorities will have the power to close a lock.'], 'Government'],
    [['The Levelling Up White Paper was printed.', 'Harbours will be asked to publish tolls.'], 'Government'],
    // Those who do it themselves are the ones who promise it.
    [['Local authorities will publish their tolls in May.'], 'Local authorities'],
    [['The Harbour Agency wrote to boaters.', 'It will publish the tolls in May.'], 'Harbour Agency'],
  ])('%j', (lines, speaker) => {
    expect(speakerOf([...CHARITY, ...lines])).toBe(speaker)
  })
  it.each([
    // An office says whose it is; a manifesto's promises are its party's; "the Council" has a name.
    [['The Home Secretary has pledged to open the locks.'], 'Home Secretary (Government)'],
    [
      ['Labour printed its manifesto. Labour boats like it.', 'The Government will open every lock.'],
      'Labour Party',
    ],
    [
      ['Larchford Town Council met boaters.', 'The Council will open the lock in May.'],
      'Larchford Town Council',
    ],
  ])('%j', (lines, speaker) => {
    expect(speakerOf([...CHARITY, ...lines])).toBe(speaker)
  })
  it('is whoever a question was put to', () => {
    const lines = [
      'Deputy Marsh asked the Minister for Rivers if he will open the lock.',
      'I will open it in May.',
    ]
    expect(speakerOf(lines, { title: 'Written answers' })).toBe('Minister for Rivers (Government)')
  })
  it('is the office that a title names, for its government', () => {
    const title = 'Rivers Minister responds to the report on locks'
    const lines = [title, 'I am pleased to announce ten new locks.', 'I will report to the House in May.']
    expect(speakerOf(lines, { title })).toBe('Rivers Minister (Government)')
  })
  it('drops from a department’s name what the title adds', () => {
    const title = 'Department for Rivers Annual Report: the Government’s reply'
    expect(speakerOf(['We will publish the map by June.'], { title })).toBe(
      'Department for Rivers (Government)',
    )
  })
})
