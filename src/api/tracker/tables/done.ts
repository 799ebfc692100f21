/** Tables of what was done, where we looked for it, and what a new government made of a promise. */
import { listRecords, type RecordOf } from '../../../tracker/index.ts'
import { dates, day, ending, list, text, topics } from './columns.ts'
import { byRecord, type TableKind } from './table.ts'

type DeliveryEvent = RecordOf<'deliveryEvent'>
type Look = RecordOf<'look'>
type Inheritance = RecordOf<'inheritance'>

export const deliveryTable: TableKind<DeliveryEvent> = {
  name: 'delivery',
  path: '/data/delivery',
  title: 'What happened',
  counts: 'One row is one thing that happened, and what it shows of the promises it bears on.',
  entries: ({ state }) => listRecords(state, 'deliveryEvent'),
  cites: ({ cites }) => cites,
  filters: [
    { key: 'topic', idOf: 'topic', holds: (each, topic) => each.topics.includes(topic) },
    { key: 'commitment', idOf: 'commitment', holds: ({ commitments }, id) => commitments.includes(id) },
    { key: 'delivery', holds: ({ delivery }, value) => delivery === value },
    { key: 'kind', holds: ({ kind }, value) => kind === value },
  ],
  pieces: byRecord('deliveryEvent', ({ id }) => id),
  columns: [
    text('event', 'What happened, by id', ({ id }) => id),
    list('commitments', 'Promises it bears on, by id', ({ commitments }) => commitments),
    ...topics<DeliveryEvent>((each) => each.topics),
    ...dates<DeliveryEvent>('on', 'Day', ({ on }) => on),
    text('kind', 'What kind of happening', ({ kind }) => kind),
    text('delivery', 'What it shows of the promise', ({ delivery }) => delivery, {
      about: 'An announcement or a budget shows no more than announced or under-way',
    }),
    text('text', 'What happened, in our words', (each) => each.text),
    text('missing', 'What is missing where it cannot be judged', ({ missing }) => missing),
    text('confidence', 'How sure the evidence makes us', ({ confidence }) => confidence),
    ...ending<DeliveryEvent>({
      type: () => 'deliveryEvent',
      id: ({ id }) => id,
      cites: ({ cites }) => cites,
    }),
  ],
}

export const looksTable: TableKind<Look> = {
  name: 'looks',
  path: '/data/looks',
  title: 'Where we looked',
  counts: 'One row is one search of ours for signs of delivery, found or not.',
  entries: ({ state }) => listRecords(state, 'look'),
  cites: () => [],
  filters: [{ key: 'commitment', idOf: 'commitment', holds: ({ commitment }, id) => commitment === id }],
  pieces: byRecord('look', ({ id }) => id),
  columns: [
    text('look', 'Search, by id', ({ id }) => id),
    text('commitment', 'Promise, by id', ({ commitment }) => commitment),
    day('on', 'Day we looked', ({ on }) => on),
    list('places', 'Where we looked', ({ places }) => places),
    text('found', 'Whether anything was found', ({ found }) => found),
    text('note', 'What it was', ({ note }) => note),
    ...ending<Look>({ type: () => 'look', id: ({ id }) => id, cites: () => [] }),
  ],
}

export const inheritancesTable: TableKind<Inheritance> = {
  name: 'inheritances',
  path: '/data/inheritances',
  title: 'What a new government made of a promise',
  counts: 'One row is one open promise that a new government met.',
  entries: ({ state }) => listRecords(state, 'inheritance'),
  cites: ({ cites }) => cites,
  pieces: byRecord('inheritance', ({ id }) => id),
  columns: [
    text('inheritance', 'By id', ({ id }) => id),
    text('commitment', 'Promise, by id', ({ commitment }) => commitment),
    text('government', 'Government, by id', ({ government }) => government),
    ...dates<Inheritance>('on', 'Day', ({ on }) => on),
    text('fate', 'What became of it', ({ fate }) => fate),
    text('text', 'In our words', (each) => each.text),
    ...ending<Inheritance>({ type: () => 'inheritance', id: ({ id }) => id, cites: ({ cites }) => cites }),
  ],
}
