/** England's kinship families, simulated from published figures: whom proposals reach, and at what cost. */
export { readEnglandPopulation } from './content.ts'
export {
  type Ask,
  DEFAULTS,
  type England,
  heldDaysOf,
  prepareEngland,
  readEngland,
  supportsOf,
} from './england.ts'
export type { Estimate } from './estimate.ts'
export { SIMULATION_COLUMNS, simulationRows } from './rows.ts'
export { getSupport, type SimulateOptions, simulateInSteps } from './simulate.ts'
export { FEWEST_CHILDREN, type PlanResult, type Simulation } from './simulation.ts'
export { keepDraws, type Weighing, weighInSteps } from './weighing.ts'
