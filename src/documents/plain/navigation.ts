/** Lines of a web page or printed page that lead elsewhere instead of saying something: menus, sharing, cookies. */

/** Longest line looked at; furniture is short. */
const LONGEST = 160

const WHOLE_LINES: readonly RegExp[] = [
  /^(?:(?:back|return|scroll) to |to the )?(?:top|bottom)(?: of (?:the )?(?:page|section))?$/i,
  /^(?:skip|jump) to(?: (?:the )?(?:main |page )?(?:content|navigation|menu|search|footer|section))?s?:?$/i,
  /^(?:main |site |primary |toggle |open |close |mobile )*(?:menu|navigation|nav|search|sidebar|footer)(?: (?:menu|bar|this site|open|close))?:?$/i,
  /^(?:home(?: ?page)?|sitemap|site map|log ?in|log ?out|sign in|sign out|register|my account|basket|checkout|donate(?: now)?)$/i,
  /^(?:share|tweet|like|print|email|pin|save|bookmark|download|copy(?: link)?)(?: (?:this|the|on|via|to|by|with|a friend|page|post|article|story|link|pdf|facebook|twitter|x|linkedin|whatsapp|email|copy|of|as|and|or|print|friends))*:?$/i,
  /^(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|pinterest|tiktok|rss|flickr|bluesky|mastodon|threads)(?:[ ,|·•]+(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|pinterest|tiktok|rss|flickr|x|bluesky|mastodon|threads))*$/i,
  /^(?:follow|find|join|like) us(?: on .{1,60})?:?$/i,
  /^(?:read|see|show|view|load|find out|learn) (?:more|less|all|next|previous)(?: (?:news|posts?|articles?|blogs?|stories|comments?|about .{1,60}))?(?: ?[>»→…]+|\.{3})?$/i,
  /^(?:more|latest|recent|related|popular|other|similar|next|previous|upcoming)(?: upcoming| related| recent| blog)? (?:news|posts?|articles?|stories|blogs?|events?|content|pages?|links?|topics?|publications?|resources?|reading)(?: articles?| posts?)?:?$/i,
  /^(?:you may also (?:like|be interested in)|recommended for you|what(?:['’]s| is) (?:new|on)|in this section|on this page|quick links|useful links)\b.{0,60}:?$/i,
  /^(?:tags?|categor(?:y|ies)|topics?|filed under|posted in|tags assigned to this (?:article|post|page))\s*:.{0,120}$/i,
  /^(?:leave|post|write|add) a (?:comment|reply)\b.{0,40}$|^(?:no|\d+) comments?(?: yet| so far)?$|^comments?(?: are)?(?: closed| off)?\.?$/i,
  /^\d[\d,.]*k? ?(?:views?|likes?|shares?|reads?)(?: ?[·|•,]? ?\d[\d,.]*k? ?(?:comments?|likes?|shares?|views?))*$/i,
  /^(?:about )?\d{1,3}[- ]?min(?:ute)?s?(?: to)? read(?:ing time)?$|^(?:estimated )?reading time:? .{1,20}$/i,
  /^(?:«|»|‹|›|<|>|←|→|<<|>>)? ?(?:previous|next|prev|older|newer)(?: (?:page|post|posts|article|entries|slide))?(?: ?[:|/] ?.{0,80})? ?(?:«|»|‹|›|>|<|→|←|<<|>>)?$/i,
  /^(?:accept|reject|allow|decline|manage|view|hide)(?: all| additional| analytics| these| your| this)* (?:cookies?|preferences|cookie (?:settings|preferences|message|policy))(?: (?:message|settings))?$/i,
  /^(?:privacy|cookies?|accessibility|terms|legal|copyright|disclaimer|contact(?: us)?|about us|help|careers|press|jobs|media)(?: (?:policy|notice|statement|and conditions|of use|centre|office|settings|& conditions))?(?:[ |·•]+(?:privacy|cookies?|accessibility|terms|contact|sitemap|legal)(?: \w+){0,3})*$/i,
  /^(?:©|\(c\) ?\d{4}|copyright\b).{0,140}$|^(?:table of )?contents(?: page)?$/i,
  /^[-–— ]*ends?[-–— ]*$/i,
  /^all rights reserved\.?$|^powered by \w.{0,40}$|^(?:website|site|designed|built) (?:design |design and build )?by .{1,60}$/i,
  /^(?:registered )?(?:charity|company) (?:number|no\.?|reg(?:istration)?\.?)\b.{0,140}$/i,
  /^(?:sign up|subscribe)(?: (?:to|for|now|here|today)\b.{0,60})?$|^(?:enter )?your email(?: address)?:?\*?$|^(?:submit|send|go|apply|continue|cancel|close|loading\.{0,3}|menu)$/i,
  /^(?:is this page useful|was this (?:page|article) helpful|did you find this (?:page|article) (?:useful|helpful))\b.{0,80}$|^(?:yes|no) this page is (?:not )?useful$|^report a problem with this page$/i,
  /^(?:[Pp]age|PAGE|p\.?) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$|^[-–—|] ?\d{1,4} ?[-–—|]$|^\d{1,4} ?(?:of|\/) ?\d{1,4}$/,
  /^(?:home|news|about|blog)(?: ?[>»›/|] ?[^>»›/|]{1,60}){1,6}$/i,
  /^[\w -]{1,60}\.(?:png|jpe?g|gif|svg|webp|bmp)$/i,
  /^(?:image|photo|picture|video)(?: (?:credit|source|caption))?:.{0,100}$|^(?:play|pause|mute|watch)(?: (?:the |this )?video)?$/i,
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? \d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.? \d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?$/i,
]

/**
 * What every one of them begins or ends with. Most lines of a page begin otherwise, and then none of thirty expressions
 * has to be made ready, which takes as long as the rest of a short page.
 */
const OPENS_LINE =
  /^(?:[^a-z]|(?:back|return|scroll|to|top|bottom|skip|jump|main|site|primary|toggle|open|close|mobile|menu|navigation|nav|search|sidebar|footer|home|homepage|sitemap|log|login|logout|sign|register|my|basket|checkout|donate|share|tweet|like|print|email|pin|save|bookmark|download|copy|facebook|twitter|linkedin|instagram|youtube|whatsapp|pinterest|tiktok|rss|flickr|bluesky|mastodon|threads|follow|find|join|read|see|show|view|load|learn|more|latest|recent|related|popular|other|similar|next|previous|upcoming|you|recommended|what|in|on|quick|useful|tags?|category|categories|topics?|filed|posted|leave|post|write|add|no|comments?|about|estimated|reading|prev|older|newer|accept|reject|allow|decline|manage|hide|privacy|cookies?|accessibility|terms|legal|copyright|disclaimer|contact|help|careers|press|jobs|media|table|contents|ends?|all|powered|website|designed|built|registered|charity|company|subscribe|enter|your|submit|send|go|apply|continue|cancel|loading|is|was|did|yes|report|page|p|news|blog|image|photo|picture|video|play|pause|mute|watch)(?![a-z])|mon|tue|wed|thu|fri|sat|sun)|\.(?:png|jpe?g|gif|svg|webp|bmp)$/i

/** Longer lines that only speak about the page itself. */
const COOKIE_NOTICE =
  /\b(?:(?:we|this (?:web)?site) uses? (?:(?:some|essential|necessary|optional|additional) )*cookies|by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web)?site|(?:accept|set) (?:all |additional |optional )?cookies)\b/i

/** Headings of furniture: what stands under them, up to the next real paragraph, is furniture as well. */
const OPENS_LIST =
  /^(?:jump to|on this page|in this section|tags?|tags assigned to this (?:article|post|page)|share(?: this)?|related|recent|latest|next|upcoming|more|quick links|useful links)\b[^.]{0,60}:?$/i

/** Whether a line of text is furniture of the page it came from. */
export function isNavigationLine(text: string): boolean {
  if (text.length > 600) return false
  if (COOKIE_NOTICE.test(text)) return true
  return text.length <= LONGEST && OPENS_LINE.test(text) && WHOLE_LINES.some((pattern) => pattern.test(text))
}

/** Words of furniture that are also what documents write about: "Register", "Media", "Jobs", "Accessibility". */
const SUBJECTS =
  /^(?:register|privacy|cookies?|accessibility|terms|legal|copyright|disclaimer|contact|help|careers|press|jobs|media)(?: (?:policy|notice|statement|office|centre))?$/i
/** The least that a paragraph says; a menu's lines are shorter, or end without a stop. */
const SHORTEST_PROSE = 60

/** Whether this heading names what the paragraph under it is about, though the same words stand in menus. */
export function isSubjectOf(heading: string, below: string): boolean {
  return SUBJECTS.test(heading) && below.length >= SHORTEST_PROSE && /[.!?]["'”’)]*$/.test(below)
}

/** Whether the lines under this furniture belong to it too ("Tags assigned to this article:"). */
export function opensNavigationList(text: string): boolean {
  return text.length <= 80 && OPENS_LIST.test(text)
}

/** "Introduction ........ 3": a line of a table of contents. */
export function isContentsLine(text: string): boolean {
  // Few lines end in a number; looked for first, since dots and blanks stand in most.
  return (
    text.length <= 300 &&
    /[\divxlc]$/i.test(text) &&
    /(?:\.{3,}|(?:\. ){3,}|…{1,}|\t| {4,})\s*(?:\d{1,4}|[ivxlc]{1,7})$/i.test(text)
  )
}
