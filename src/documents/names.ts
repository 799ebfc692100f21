/** Tells the names of bodies from those of persons, for who published a document. */

const BODY =
  /\b(?:Department (?:for|of)|Ministry of|Cabinet Office|Home Office|HM Treasury|HM Revenue|House of (?:Commons|Lords)|Scottish Government|Welsh Government|Northern Ireland (?:Executive|Office)|National Audit Office|Law Commission|Inquiry\b|Commission\b|Committee\b|Council\b|Agency\b|Authority\b|Institute\b|Foundation\b|Ombudsman\b|Office (?:for|of)\b)/
/** Words that only a name alone is told by: in a line of text they are as often something else. */
const BODY_WORD =
  /\b(?:Alliance|Assembly|Association|Board|Campaign|Centre|Charity|Coalition|College|Executive|Federation|Forum|Fund|Government|Group|Network|NHS|Parliament|Partnership|Police|Review|Service|Services|Society|Team|Trust|Union|University)\b/i
const TITLE = '(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor)\\.? '
const PERSON = new RegExp(
  `^(?:${TITLE})?(?:[A-Z]\\.? ?|\\p{Lu}[\\p{Ll}'’-]+,? ){1,3}(?:Mc|Mac|O['’])?\\p{Lu}[\\p{Ll}'’-]+(?:-\\p{Lu}\\p{Ll}+)?$`,
  'u',
)

/** Whether `line` holds the name of a body that publishes. */
export const namesBody = (line: string): boolean => BODY.test(line)

/** Whether `name` reads as a person's: two to four names or initials, none of them a word for a body. */
export const isPersonsName = (name: string): boolean =>
  PERSON.test(name) && !BODY.test(name) && !BODY_WORD.test(name)
