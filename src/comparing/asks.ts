/** Whether a text asks for something in its own words: the cheap test that tells recommendations from what surrounds them. */

/** "I do not recommend that …" */
export const UNASKED =
  /\b(?:do|does|did)(?: not|n[’']t) (?:\w+ )?(?:recommend|ask|propose|suggest|want|call for)\b/i
const MODAL =
  /\b(?:should|must|shall|ought to|needs? to (?:be|provide|set|take|make|ensure|give|act|do|publish|work|develop|address)|is to be|are to be)\b/i
const PERFORMED =
  /\b(?:(?:we|i|the (?:inquiry|committee|review|panel|commission|board|auditor|tribunal|assembly)|it|this report|they|(?:select |sub-?|joint |scrutiny )?committee|members)(?:\s+(?:also|therefore|further|strongly|again|would|do|hereby|accordingly|formally|urgently|now))*\s+(?:recommends?|urges?|calls?\s+(?:on|for|upon)|propose|proposes|advises?|encourages?|invites?|asks?|requests?|endorses?\s+and\s+encourages?|expects?|wants?|would (?:like|welcome)|suggests?|looks? to|seeks? (?:an? |further |early |clear )*(?:assurances?|clarification|clarity|confirmation|commitments?|response|update|information|details?|views?))|our recommendation|it is (?:essential|vital|imperative|crucial|important) that|recommend(?:s|ed)? that|recommends? (?:the|a|an))\b/i
const IMPERATIVE =
  /^\W*(?:to\s+)?(?:accelerate|adopt|agree|allocate|amend|appoint|assess|begin|bring|build|carry|clarify|close|collect|commission|commit|conduct|consider|consult|create|define|deliver|design|develop|end|enforce|enable|ensure|establish|evaluate|examine|expand|explore|extend|fund|give|guarantee|identify|implement|improve|include|increase|introduce|invest|issue|launch|legislate|maintain|make|mandate|monitor|move|offer|open|pay|pilot|place|prepare|prioritise|produce|promote|protect|provide|publish|put|raise|reduce|reform|remove|repeal|replace|report|require|restore|review|revise|scrap|set|simplify|speed|start|stop|strengthen|support|take|test|train|undertake|update|use|widen|work)\b/i
const REPORTED =
  /\b(?:told us|argued|suggested that|submitted that|witness(?:es)?|said that|according to|recommended (?:that )?in|previously recommended)\b/i

/** True where the text recommends, asks or requires something of someone, in the writer's own voice. */
export function isAsking(text: string): boolean {
  if (UNASKED.test(text) && !MODAL.test(text.replace(UNASKED, ''))) return false
  if (PERFORMED.test(text)) return true
  if (REPORTED.test(text) && !MODAL.test(text.replace(/[“"][^”"]*[”"]/g, ''))) return false
  return MODAL.test(text) || IMPERATIVE.test(text)
}

const TOLD =
  /^\W*(?:\d[\d.]*\s+)?[^.;]{0,60}?\b(?:told (?:us|the (?:committee|inquiry|panel|review))|argued|submitted|complained|felt|suggested)(?: to us)? that\b/i

/** True where the sentence only reports what others said should be done: "Traders told us that fees should fall." */
export const isOthers = (text: string) => TOLD.test(text) && !PERFORMED.test(text)

const BODY_ADDRESSED =
  /\b(?:governments?|departments?|ministers?|ministry|secretary of state|agenc(?:y|ies)|councils?|authorit(?:y|ies)|boards?|office|commission|regulators?|services?|trusts?|police|parliament|treasury|bod(?:y|ies)|providers?|employers?|compan(?:y|ies)|operators?|universit(?:y|ies)|schools?|banks?|(?:this|the) (?:plan|strategy|review|framework|guidance)|it|they)\b[^.;]{0,80}?\b(?:should|must|needs? to|ought to|shall)\b/i
const ACRONYM_ADDRESSED = /\b[A-Z]{2,8}\b[^.;]{0,80}?\b(?:should|must|needs? to|ought to|shall)\b/
const MADE =
  /\b(?:should|must|shall|needs? to) (?:also |therefore |not )?(?:continue|remain|represent|include|be (?:a (?:\w+ )?priority|made|published|introduced|established|created|given|required|extended|amended|abolished|reviewed|streamlined|encouraged|facilitated|considered|strengthened|funded|appointed|set|provided|supported))\b/i

/**
 * True where the text asks somebody for something, not only says what must be so: the stricter test, for lists that
 * hold conclusions too ("policy must be closely aligned").
 */
export function isAddressed(text: string): boolean {
  return PERFORMED.test(text) || BODY_ADDRESSED.test(text) || ACRONYM_ADDRESSED.test(text) || MADE.test(text)
}

const DIRECT =
  /^\W*(?:(?:so|and|but|also|first|second|third|lastly|finally|therefore|in particular|above all|at the very least)\b,? )*(?:we|i)(?:['’]d| would)?(?: \w+){0,2}? (?:ask|urge|beg|implore|call (?:on|upon)|invite|request|petition|want|wish|like|suggest|propose|recommend|need|demand|expect)\b(?: (?:that|for|to see)\b| (?:you|them|him|her|it|(?:the|this|our|your|every|all|each|a|an|more|no|any|ministers?|councils?|government|parliament|schools?|\p{Lu}[\p{L}&]*)\b))|^\W*(?:(?:so|and|also|lastly|finally|first|second|third),? )?(?:please|kindly|would you|could you|will you)(?: \w+)? [\p{Ll}]+/iu
const OBLIGED =
  /\b(?:should|must|ought to|needs? to)(?: (?:also|not|now|never|always|only))* (?!have (?:been|had|known|done|made)\b|be (?:noted|remembered|said|seen|clear|obvious|no surprise|admitted|recognised that)\b|know\b|say\b|i\b|we\b|admit\b|confess\b)\p{Ll}+/iu
/** What others said, what was so before, or what may be, is asked of nobody. */
const REMARKED =
  /\b(?:if|unless|whether|why|how|what) [^.;]{0,60}\b(?:should|must|ought to|needs? to)\b|\b(?:said|told|thought|felt|believed?s?|says?) [^.;]{0,40}\b(?:should|must|ought to|needs? to)\b|\?\W*$/i

/** "Give us back the club.", "Skate parks need lights." */
const PLAIN =
  /^\W*(?:(?:so|and|but|also|lastly|finally),? )?(?:give|bring|let|stop|end|scrap|keep|make|put|tell|show|send|open|reopen|fix|mend|fund|build|listen|treat|pay|ban|train|teach|allow) (?:us|them|me|back|our|the|all|every|it|up|more|no|free|people|children|young|new)\b[^?]*$|^[^.;?]{3,60}(?<!\bno )\bneeds? (?!to\b)(?:a|an|more|better|new|proper|somewhere|\p{Ll}+s)\b[^?]*$/iu

/**
 * True where the sentence asks somebody directly ("Please bring them back", "We would like you to …"), or says what must
 * be so ("Every city should have a clinic"). For pages of requests: elsewhere the second form may as well be a finding.
 */
export const isDirectAsk = (text: string): boolean =>
  DIRECT.test(text) || PLAIN.test(text) || (OBLIGED.test(text) && !REMARKED.test(text) && !isOthers(text))
