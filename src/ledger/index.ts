export { type Ledger, type LedgerPlace, openLedger } from './open-ledger.ts'
export type { Change } from './store/change.ts'
export { parseCheckpoint, writeCheckpoint } from './store/checkpoint.ts'
export type { Verification } from './verify/verify-ledger.ts'
