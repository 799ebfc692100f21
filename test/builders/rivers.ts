/** A small report about rivers and its response: invented, and in a field of policy far from any test document. */
import type { ComparedPair, Reading } from '../../src/api/index.ts'
import { aDocument, anExtract, aRow, aStatement } from './records.ts'

const FENCE = 'The Commission recommends that every water company publish its spills by 2026.'
const SIGNS = 'Councils should put up signs at every bathing place.'
const TREES = 'The Minister should plant trees along the upper Tarn.'

const report = aDocument([
  {
    blocks: [
      ['heading', 'Recommendations'],
      ['list-item', `1. ${FENCE}`],
      ['list-item', `2. ${SIGNS}`],
    ],
  },
  { blocks: [['list-item', `3. ${TREES}`]] },
])

const FUND = 'We will give £2 million to anglers by March 2026.'
const response = aDocument(
  [
    {
      blocks: [
        ['heading', 'Recommendation 1'],
        ['paragraph', `We accept this recommendation in part. ${FUND}`],
        ['heading', 'Recommendation 2'],
        ['paragraph', 'We do not accept this recommendation.'],
        ['paragraph', 'We have also been asked about boats.'],
      ],
    },
  ],
  { title: 'Our answer', publisher: null, date: null },
)

const deadlineStart = response.text.indexOf('by March 2026')
const moneyStart = response.text.indexOf('£2 million')
const groupStart = response.text.indexOf('anglers')

export const fundCommitment = aStatement(response, FUND, {
  strength: 'fund',
  headings: ['Recommendation 1'],
  speaker: 'Department for Rivers',
  deadline: {
    text: 'by March 2026',
    start: deadlineStart,
    end: deadlineStart + 'by March 2026'.length,
    from: '2026-03-01',
    to: '2026-03-31',
    precision: 'month',
  },
  money: [
    {
      text: '£2 million',
      start: moneyStart,
      end: moneyStart + '£2 million'.length,
      amount: 2_000_000,
      currency: 'GBP',
      per: null,
    },
  ],
  groups: [
    {
      group: 'anglers',
      text: 'anglers',
      relation: 'included',
      start: groupStart,
      end: groupStart + 'anglers'.length,
    },
  ],
})

export const riversReading: Reading = {
  file: 'rivers-response.pdf',
  document: response,
  statements: [
    aStatement(response, 'We accept this recommendation in part.', {
      kind: 'decision',
      decision: 'accepted-in-part',
    }),
    fundCommitment,
    aStatement(response, 'We have also been asked about boats.', { kind: 'finding', because: [] }),
  ],
}

export const riversPair: ComparedPair = {
  report: { file: 'rivers-report.pdf', document: report },
  response: { file: 'rivers-response.pdf', document: response },
  comparison: {
    rows: [
      aRow(anExtract(report, FENCE), {
        number: '1',
        headings: ['Recommendations'],
        response: anExtract(response, `We accept this recommendation in part. ${FUND}`),
        decision: 'accepted-in-part',
        decisionEvidence: anExtract(response, 'We accept this recommendation in part.'),
        commitments: [fundCommitment],
        because: ['same number 1'],
      }),
      aRow(anExtract(report, SIGNS), {
        number: '2',
        response: anExtract(response, 'We do not accept this recommendation.'),
        decision: 'rejected',
        because: ['same number 2'],
      }),
      aRow(anExtract(report, TREES), { number: '3' }),
    ],
    unmatchedResponses: [
      {
        ...anExtract(response, 'We have also been asked about boats.'),
        number: null,
        headings: [],
        decision: null,
      },
    ],
  },
}
