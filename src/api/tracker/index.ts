// What pages and answers about a tracker share.
export { pathOf } from './page-path.ts'
export { kindOf, nameOfRecord, titleOf } from './record-title.ts'
export * from './words.ts'
