export { CHECKER_PATH } from './checker-page.tsx'
export { addCheckerRoutes } from './routes.ts'
