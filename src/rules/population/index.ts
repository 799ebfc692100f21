/** England's kinship families, simulated from published figures: whom proposals reach, and at what cost. */
export { type PopulationContent, readEnglandPopulation } from './content.ts'
export { type Ask, DEFAULTS, type England, heldDaysOf, prepareEngland, readEngland } from './england.ts'
export type { Estimate, Estimated } from './estimate.ts'
export type { PlanNumbers } from './numbers.ts'
export { SIMULATION_COLUMNS, simulationRows } from './rows.ts'
export {
  type CalibrationFit,
  FEWEST_CHILDREN,
  type PlanResult,
  type SimulateOptions,
  type Simulation,
  type SimulationStep,
  simulate,
  simulateInSteps,
} from './simulate.ts'
