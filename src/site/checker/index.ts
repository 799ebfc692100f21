export { addCheckerRoutes } from './routes.ts'
