// Search by itself, for places that hold records without the schemas that checked them: a browser, for one.
export { LONGEST_QUERY, type SearchableRecord, searchableRecords, searchRecords } from './searchable.ts'
