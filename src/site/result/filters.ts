/** The words that rows and entries can be filtered by. */
import { DECISIONS, STATEMENT_KINDS } from '../../model/index.ts'

export const COMPARISON_FILTERS = ['all', ...DECISIONS, 'dated', 'funded', 'unpromised'] as const
export const READING_FILTERS = ['all', ...STATEMENT_KINDS, 'dated', 'funded', 'grouped'] as const
