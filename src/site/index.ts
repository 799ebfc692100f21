export { renderComparisonPage, renderReadingPage } from './result/stand-alone.ts'
