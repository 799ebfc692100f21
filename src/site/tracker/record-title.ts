/** What a record is called where only a line tells of it: in search results and under a source. */
import { nameOfRecord as nameIn, titleOf as titleIn } from '../../api/tracker/index.ts'
import type { RecordType } from '../../tracker/index.ts'
import type { View } from './view.ts'

export { kindOf } from '../../api/tracker/index.ts'

/** "Promise: An allowance for kinship carers". */
export const titleOf = ({ state }: View, type: RecordType, id: string): string => titleIn(state, type, id)

export const nameOfRecord = ({ state }: View, type: RecordType, id: string): string => nameIn(state, type, id)
