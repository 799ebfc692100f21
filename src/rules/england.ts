/** The rulebook of England as the build holds it: its files, and the whole once read. */

import areas from '../../rulebook/england/areas.yaml'
import arrangements from '../../rulebook/england/arrangements.yaml'
import familyBenefits from '../../rulebook/england/family-benefits.yaml'
import inCareTest from '../../rulebook/england/in-care-test.yaml'
import inputs from '../../rulebook/england/inputs.yaml'
import law from '../../rulebook/england/law.yaml'
import actOf2026 from '../../rulebook/england/proposals/act-2026.yaml'
import askWithoutTest from '../../rulebook/england/proposals/ask-without-in-care-test.yaml'
import planOf2023 from '../../rulebook/england/proposals/plan-2023.yaml'
import reviewOf2022 from '../../rulebook/england/proposals/review-2022.yaml'
import strategyOf2023 from '../../rulebook/england/proposals/strategy-2023.yaml'
import zonesOf2026 from '../../rulebook/england/proposals/zones-2026.yaml'
import head from '../../rulebook/england/rulebook.yaml'
import school from '../../rulebook/england/school.yaml'
import services from '../../rulebook/england/services.yaml'
import sources from '../../rulebook/england/sources.yaml'
import universalCredit from '../../rulebook/england/universal-credit.yaml'
import weeklyAllowance from '../../rulebook/england/weekly-allowance.yaml'
import work from '../../rulebook/england/work.yaml'
import { parseRulebook, type RulebookFiles } from './parse-rulebook.ts'
import type { Rulebook } from './rulebook.ts'

/** In the order that answers list their supports. */
const FILES: RulebookFiles = {
  'rulebook.yaml': head,
  'sources.yaml': sources,
  'inputs.yaml': inputs,
  'areas.yaml': areas,
  'arrangements.yaml': arrangements,
  'in-care-test.yaml': inCareTest,
  'weekly-allowance.yaml': weeklyAllowance,
  'family-benefits.yaml': familyBenefits,
  'universal-credit.yaml': universalCredit,
  'work.yaml': work,
  'law.yaml': law,
  'school.yaml': school,
  'services.yaml': services,
  'proposals/review-2022.yaml': reviewOf2022,
  'proposals/plan-2023.yaml': planOf2023,
  'proposals/strategy-2023.yaml': strategyOf2023,
  'proposals/zones-2026.yaml': zonesOf2026,
  'proposals/act-2026.yaml': actOf2026,
  'proposals/ask-without-in-care-test.yaml': askWithoutTest,
}

/** Reads the rulebook of England; the caller keeps it. */
export const readEnglandRulebook = (): Rulebook => parseRulebook(FILES)
