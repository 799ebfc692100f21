/** A rulebook of an invented country, just large enough for the tests of this folder. */
import type { RulebookFiles } from '../../src/rules/parse-rulebook.ts'

export const SMALL_RULEBOOK: RulebookFiles = {
  'rulebook.yaml': {
    rulebook: { name: 'smallland', from: '2021-01-01', compiled: '2026-11-21' },
    sources: {
      act: { title: 'The Smallland Act', address: 'https://example.org/act', date: '2020-05-01' },
      table: { title: 'Table of rates', address: 'https://example.org/rates', date: '2024' },
    },
    areas: [
      { name: 'Northtown', code: 'E01', region: 'rest' },
      { name: 'Capital', code: 'E02', region: 'london' },
    ],
    'area-lists': { 'area.is-in-kinship-zone': { from: '2024-01-01', areas: ['Capital'], source: 'act' } },
  },
  'inputs.yaml': {
    inputs: {
      'area.region': { title: 'Region', key: 'area', type: 'choice', values: ['london', 'rest'] },
      'area.is-in-kinship-zone': { title: 'In a zone', key: 'area', type: 'yes-no' },
      'carer.weekly-earnings': {
        title: 'Pay before tax',
        key: 'weeklyEarnings',
        type: 'number',
        unit: 'GBP per week',
        range: [0, 10_000_000],
      },
      'carer.universal-credit': { title: 'Universal Credit', key: 'universalCredit', type: 'yes-no' },
      'child.born': { title: 'Born', key: 'born', type: 'date', range: ['1990-01-01', '2040-01-01'] },
      'child.age': { title: 'Age', key: 'born', type: 'number', unit: 'years', range: [0, 17] },
      'child.arrangement': {
        title: 'Arrangement',
        key: 'arrangement',
        type: 'choice',
        values: ['informal', 'special-guardianship', 'kinship-foster'],
      },
      'child.previously-looked-after': { title: 'Was in care', key: 'previouslyLookedAfter', type: 'yes-no' },
    },
  },
  'rules.yaml': {
    parameters: {
      'weekly-rate': {
        title: 'Weekly rate',
        unit: 'GBP per week',
        by: {
          region: { input: 'area.region', values: ['london', 'rest'] },
          age: { input: 'child.age', bands: ['0-4', '5-17'] },
        },
        values: [
          {
            from: '2023-04-06',
            to: '2024-04-05',
            london: [20, 30.5],
            rest: [10, 15],
            status: 'seen',
            source: 'table',
          },
          {
            from: '2024-04-06',
            to: '2025-04-05',
            london: [21, 31],
            rest: [11, 16],
            status: 'seen',
            source: 'table',
          },
        ],
      },
      'low-pay': {
        title: 'Low pay',
        unit: 'GBP per week',
        renewed: 'yearly',
        values: [{ from: '2021-01-01', value: 100, status: 'seen', source: 'table' }],
      },
    },
    rules: {
      'is-fostered': { title: 'Fostered', from: '2021-01-01', is: 'child.arrangement is kinship-foster' },
      'is-eldest': {
        title: 'The eldest',
        from: '2021-01-01',
        not: { 'some older child': 'not is-fostered' },
      },
      'is-reached': {
        title: 'Reached by the scheme',
        versions: [
          { from: '2021-01-01', is: false },
          {
            from: '2024-01-01',
            all: ['area.is-in-kinship-zone', 'child.arrangement is special-guardianship'],
          },
        ],
      },
    },
    supports: {
      allowance: {
        title: 'Allowance',
        of: 'child',
        per: 'week',
        from: '2021-01-01',
        outcomes: [
          {
            outcome: 'entitled',
            when: 'is-fostered',
            amount: 'weekly-rate',
            text: 'Fostered.',
            source: 'act',
          },
          {
            outcome: 'pilot-area',
            when: 'is-reached',
            amount: 'weekly-rate',
            text: 'A zone.',
            source: 'act',
          },
          {
            outcome: 'council-decides',
            when: 'child.arrangement is special-guardianship',
            amount: { between: 'nothing', and: 'weekly-rate' },
            text: 'The council decides, up to {weekly-rate}.',
            source: 'act',
          },
          { outcome: 'not-under-this', text: 'No order.', source: 'act' },
        ],
        notes: [{ when: 'carer.weekly-earnings less than low-pay', text: 'Low pay.', source: 'act' }],
      },
      'work-relief': {
        title: 'Relief from looking for work',
        of: 'household',
        from: '2021-01-01',
        outcomes: [
          {
            outcome: 'entitled',
            when: { all: ['carer.universal-credit', { 'some child': 'is-fostered' }] },
            text: 'Relieved.',
            source: 'act',
          },
          { outcome: 'not-under-this', text: 'Not relieved.', source: 'act' },
        ],
      },
      eldest: {
        title: 'For the eldest',
        of: 'child',
        from: '2021-01-01',
        outcomes: [
          { outcome: 'entitled', when: 'is-eldest', text: 'The eldest.', source: 'act' },
          { outcome: 'not-under-this', text: 'Not the eldest.', source: 'act' },
        ],
      },
    },
  },
  'review.yaml': {
    proposal: {
      name: 'review',
      title: 'The review',
      from: '2022-05-23',
      source: 'act',
      supports: {
        allowance: {
          first: [
            {
              outcome: 'entitled',
              when: { all: ['child.arrangement is special-guardianship', 'child.previously-looked-after'] },
              amount: 'weekly-rate',
              text: 'The review asks for it.',
              source: 'act',
            },
          ],
        },
      },
    },
  },
  'ask.yaml': {
    proposal: {
      name: 'ask',
      title: 'The ask',
      from: '2022-06-01',
      'on top of': ['review'],
      source: 'act',
      rules: { 'is-fostered': { is: true } },
    },
  },
}
