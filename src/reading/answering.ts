/** Whether a document answers recommendations one by one, and whether it prints them. */
import type { Block, DocumentText } from '../model/index.ts'
import {
  type BlockSigns,
  hasOwnDuty,
  isSetApart,
  LONGEST_LINE,
  RECOMMENDATION_LABEL,
  REPLY_LINE,
  SELF_LABELLED,
} from './block-signs.ts'
import type { Lexicon } from './lexicon.ts'
import type { Section } from './sections.ts'

/** True where the document answers recommendations one by one, rather than setting out plans of its own. */
export function answersRecommendations(
  document: DocumentText,
  sections: readonly Section[],
  signs: ReadonlyMap<number, BlockSigns>,
): boolean {
  if (/\b(?:response|reply|responding)\b/iu.test(document.title ?? '')) return true
  const numbered = sections.filter((section) => section.role === 'recommendation').length
  const restated = [...signs.values()].filter((one) => one.isRestated).length
  const labelled = document.blocks.filter((block) =>
    RECOMMENDATION_LABEL.test(document.text.slice(block.start, Math.min(block.end, block.start + 60))),
  ).length
  const decided = [...signs.values()].filter((one) => one.isDecision).length
  return numbered + restated + labelled >= 2 || decided >= 3
}

/** True for a response that names recommendations in its headings and prints none of them: what stands there replies. */
export function printsRepliesOnly(
  document: DocumentText,
  sections: readonly Section[],
  signs: ReadonlyMap<number, BlockSigns>,
  lexicon: Lexicon,
): boolean {
  const own = sections.filter(
    ({ role, headingBlock, endBlock }) => role === 'recommendation' && endBlock > headingBlock + 1,
  )
  if (own.length < LEAST_UNPRINTED) return false
  const bare = own.filter((section) => opensOnReply(document, section, signs, lexicon))
  return bare.length >= UNPRINTED_SHARE * own.length
}
const LEAST_UNPRINTED = 3
const UNPRINTED_SHARE = 0.9

/** No label of a reply below the heading, and a first paragraph that neither demands, nor orders, nor is set apart. */
function opensOnReply(
  document: DocumentText,
  { headingBlock, endBlock }: Section,
  signs: ReadonlyMap<number, BlockSigns>,
  lexicon: Lexicon,
): boolean {
  const [block, ...rest] = document.blocks.slice(headingBlock + 1, endBlock)
  const own = signs.get(headingBlock + 1)
  if (!block || !own || block.kind === 'list-item' || block.kind === 'table-row') return false
  const printed = (one: Block) => document.text.slice(one.start, Math.min(one.end, one.start + LONGEST_LINE))
  if ([block, ...rest].some((one) => SELF_LABELLED.test(printed(one)) || REPLY_LINE.test(printed(one))))
    return false
  const { words } = own.first.sentence.tokens
  const opener = words[own.first.sentence.opening] ?? ''
  const orders = opener === 'that' || lexicon.verbs.byForm.get(opener)?.lemma === opener
  return !orders && !isSetApart(block) && !own.isRestated && !hasOwnDuty(own.first)
}
