/** What the columns of a simulation's CSV mean, for machines (CSV on the Web) as for people. */
import type { Column, Table } from '../../api/tracker/index.ts'
import { SIMULATION_COLUMNS } from '../../rules/population/index.ts'

type Told = Omit<Column, 'key'>

const COLUMNS: Readonly<Record<(typeof SIMULATION_COLUMNS)[number], Told>> = {
  on: { title: 'Day of the rules and rates', datatype: 'date' },
  support: { title: 'Kind of help', datatype: 'string' },
  proposal: { title: 'Plan', datatype: 'string' },
  calibration: {
    title: 'How the sources are weighed',
    datatype: 'string',
    about: 'census-led, order-led or charity-led: the sources disagree on who is in kinship care.',
  },
  part: { title: 'Part of the result', datatype: 'string' },
  group: {
    title: 'Group',
    datatype: 'string',
    about: 'The group, reason or condition; empty for all children or families.',
  },
  measure: { title: 'What is counted', datatype: 'string' },
  unit: { title: 'Unit of the numbers', datatype: 'string' },
  value: {
    title: 'Value',
    datatype: 'number',
    about: 'Simulated, not counted; empty where it rests on too few families.',
  },
  low: { title: 'Lower end of the range', datatype: 'number', about: 'Of the middle nine tenths of draws.' },
  high: { title: 'Upper end of the range', datatype: 'number', about: 'Of the middle nine tenths of draws.' },
  too_few: {
    title: 'Whether too few families stand behind it',
    datatype: 'string',
    about: 'yes or no: a number behind which stand fewer simulated families than may be shown.',
  },
}

/** The CSV without its rows, at the address of its page with what was asked. */
export const simulationTable = (path: string): Table => ({
  name: 'who-gains',
  path,
  title: 'Who gains from each plan, simulated',
  counts: 'One row is one number of a simulation of kinship families, with its range.',
  columns: SIMULATION_COLUMNS.map((key) => ({ key, ...COLUMNS[key] })),
  cells: [],
  sources: [],
  cited: new Set(),
})
