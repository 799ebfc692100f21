/** Who gains: the simulated reach and cost of proposals, as pages, tables and drawings. */
export { addReachRoutes } from './routes.tsx'
