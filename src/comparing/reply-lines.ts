/** The lines of a response that tell where a reply ends, decides or is filled in. */

/** Headings after the last reply. */
export const CLOSING =
  /^\W*(?:annex(?:es)?|appendix|appendices|glossary|references|bibliography|endnotes|footnotes|acronyms|abbreviations|contact|list of)\b/i

/** What closes a letter, or the item of a meeting. */
export const FAREWELL =
  /^\W*(?:yours (?:sincerely|faithfully|ever|truly)|(?:with )?(?:kind|best|warm) (?:regards|wishes))\b|^\W*(?:regards|thanks|many thanks|best|cheers|sincerely|respectfully|your (?:obedient|humble) servant)\W*$|^\W*(?:\d{1,3}\.?\s+)?(?:date of (?:the )?next meeting|any other business)\b/i

/** Accepting, promising or reporting in the first person or for a body. */
export const OWN_VOICE =
  /\b(?:accepts?|accepted|agrees?|agreed|rejects?|rejected|we (?:will|have|are|do|did|shall|can|also)|(?:government|department|ministry|council|agency|board|authority|trust|service|regulator|company) (?:will|has|is|recognises|welcomes|notes|continues))\b/i

/** A decision on a recommendation, in a sentence. */
export const DECIDES =
  /\b(?:accept|agree|disagree|reject|note|support)(?:s|ed|d)?\b[^.]{0,40}\brecommendations?\b/i

/** Lines that a reply is filled in on: "Target implementation date: Spring 2027", "Lead: Estates". */
export const FIELD_LINE =
  /^\W*(?:target|status|date|deadline|timescales?|timing|due|lead|owner|responsib\p{L}+|costs?|financial|resources?|actions?|next steps?|progress|update|comments?|by when)\b[^:.]{0,40}:\s*\S/iu

/** "That recommendation (c) be approved; and": a decision, however like a title it is set. */
export const RESOLVES =
  /\b(?:be|is|are|was|were|been) (?:\w+ )?(?:accepted|agreed|approved|adopted|endorsed|supported|implemented|declined|rejected|refused|noted)\b/i

/** "… at the beginning of the year. (Paragraph 7)": behind the full stop, as a report's own list points to its chapters. */
export const QUOTED_PARAGRAPH =
  /[.?!”"]\s*[[(](?:(?:Recommendation|Conclusion)s?,?\s+)?(?:Paragraphs?|Paras?\.?)\s+\d[^)\]]{0,30}[)\]]\W*$/

/** "[R4]", "(Recommendation 12)" behind the words that answer it. */
export const POINTER = /\s*[[(](?:see )?(?:R|Recs?|Recommendations?)\.? ?\d[^()[\]]{0,40}[)\]]\W*$/i
