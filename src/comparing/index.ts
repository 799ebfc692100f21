export { compareDocuments } from './compare-documents.ts'
