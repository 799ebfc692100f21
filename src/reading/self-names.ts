/** What the writer calls itself: the name in "at X, we", "X is a charity", "delivered by X", or the publisher. */
import type { DocumentText } from '../model/index.ts'
import { type LateExpression, lateExpression } from './late-expression.ts'
import { type DocumentVoice, voiceOf } from './voices.ts'
import { findWriter } from './writer-names.ts'

/** A pattern that catches a name in its first group; the weight says how surely it is the one looked for. */
export type NameSign = readonly [LateExpression, number]

const nameAfter = (needs: readonly string[] | RegExp, write: () => string): LateExpression =>
  lateExpression(needs, () => [write(), 'gu'])

const NAME = String.raw`((?:\p{Lu}[\p{L}&’'-]+)(?: (?:of|for|and|the|&) \p{Lu}[\p{L}&’'-]+| \p{Lu}[\p{L}&’'-]+){0,5})`
const SIGNS: readonly NameSign[] = [
  [nameAfter(['ehalf of '], () => String.raw`\b[Oo]n [Bb]ehalf of (?:the )?${NAME} by\b`), 5],
  [nameAfter([' we', ' our'], () => String.raw`\b[Aa]t ${NAME},? (?:we|our)\b`), 5],
  [
    nameAfter(
      ['charity', 'association', 'organisation', 'agency', 'union', 'federation'],
      () =>
        String.raw`\b${NAME} is (?:a|the|an) [^.]{0,60}\b(?:charity|association|organisation|agency|union|federation)\b`,
    ),
    4,
  ],
  [
    nameAfter(
      ['coalition', 'alliance', 'network', 'campaign', 'tank', 'partnership', 'movement', 'group of', 'body'],
      () =>
        String.raw`\b${NAME} (?:is|are) (?:a|the|an) (?:[\p{L}’'-]+ ){0,4}(?:coalition|alliance|network|campaign(?:ing)?(?: group)?|think[- ]tank|partnership|movement|group|body) (?:of|for|that|which|working|made|representing|campaigning)\b`,
    ),
    4,
  ],
  [
    nameAfter(
      ['and we', 'as we'],
      () => String.raw`\b${NAME} (?:will|has|is|does|do)\b[^.]{0,200}\b(?:and|as) we\b`,
    ),
    3,
  ],
  [
    nameAfter(
      ['delivered by ', 'run by ', 'provided by ', 'commissioned by '],
      () => String.raw`\b(?:delivered|run|provided|commissioned) by ${NAME}\b(?! \p{Lu})`,
    ),
    1.5,
  ],
  [
    nameAfter(
      /(?:priority|aim|ask|goal|campaign|concern) (?:for|of) /,
      () => String.raw`\b(?:priority|aim|ask|goal|campaign|concern) (?:for|of) ${NAME}\b`,
    ),
    2,
  ],
  [nameAfter([' not support'], () => String.raw`\b${NAME} (?:do|does) not support\b`), 1],
  [
    nameAfter(
      / (?:welcomes|responds|celebrates|believes|urges|calls on|is calling|is disappointed|is delighted|supports)\b/,
      () =>
        String.raw`\b${NAME} (?:welcomes|responds|celebrates|believes|urges|calls on|is calling|is disappointed|is delighted|supports)\b`,
    ),
    2,
  ],
]
// Whose officer speaks, and who says what, on a page of a charity or association: each weak, so that several must agree.
const OFFICERS = String.raw`(?:[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|CEO|[Dd]irector(?: of [\p{L} ]{3,40})?|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Gg]eneral [Ss]ecretary|[Pp]olicy [Mm]anager|[Ss]pokesperson)`
const WORDS_OF_OFFICERS = ['hief ', 'CEO', 'irector', 'hair', 'resident', 'eneral ', 'olicy ', 'pokesperson']
const OUTSIDER_SIGNS: readonly NameSign[] = [
  [nameAfter(WORDS_OF_OFFICERS, () => String.raw`\b${OFFICERS} (?:of|at|for) (?:the )?${NAME}`), 2],
  [nameAfter(WORDS_OF_OFFICERS, () => String.raw`\b${NAME}(?:['’]s?)? ${OFFICERS}\b`), 2],
  [
    nameAfter(
      / (?:welcomed|responded|warned|called for|said|urged|published|launched|submitted|warns|calls for|says|campaigned|noted)\b/,
      () =>
        String.raw`\b${NAME} (?:\([A-Z][\w-]+\) )?(?:(?:has|have) )?(?:today )?(?:welcomed|responded|warned|called for|said|urged|published|launched|submitted|warns|calls for|says|campaigned|noted)\b`,
    ),
    1.5,
  ],
  [
    nameAfter(
      ["'s ", '’s '],
      () =>
        String.raw`\b${NAME}['’]s (?:response|reaction|submission|campaign|report|briefing|view|research|members)\b`,
    ),
    2,
  ],
]
// A public body in its own document: named by its full title, at best as the one that acts.
const INSTITUTION = String.raw`((?!The |Our |This )(?:\p{Lu}[\p{L}&’'-]+(?:,? (?:(?:of|for)(?: the)?|and|&))? ){1,6}(?:Council|Board|Trust|Authority|Agency|Executive|Service|Commission|(?<=\p{Lu}[\p{L}’'-]{1,20} )(?<!(?:and|for|of|the) )Government|Hospitals?|University|Police|Partnership|Regulator|Corporation|Constabulary))`
const WORDS_OF_INSTITUTIONS =
  / (?:Council|Board|Trust|Authority|Agency|Executive|Service|Commission|Government|Hospital|University|Police|Partnership|Regulator|Corporation|Constabulary)/
const BODY_SIGNS: readonly NameSign[] = [
  [
    nameAfter(
      WORDS_OF_INSTITUTIONS,
      () => String.raw`\b${INSTITUTION} (?:will|has|is|are|accepts|agrees|welcomes|recognises|can confirm)\b`,
    ),
    2,
  ],
  // "Clinical Service Units" are parts of one.
  [
    nameAfter(
      WORDS_OF_INSTITUTIONS,
      () => String.raw`\b${INSTITUTION}\b(?! (?:Units?|Lines?|Levels?|Users?|Centres?)\b)`,
    ),
    1,
  ],
  // A name of another shape ("Harbour Rail") has to act several times.
  [
    lateExpression(/ (?:will|has|is|accepts|agrees|welcomes|recognises)\b/, () => [
      String.raw`(?<=^|[.!?]\s+)${NAME} (?:will|has|is|accepts|agrees|welcomes|recognises)\b`,
      'gmu',
    ]),
    0.5,
  ],
  [
    nameAfter(
      /(?:eadership|atients|oard|xecutive) of /,
      () => String.raw`\b(?:[Ll]eadership|[Pp]atients|[Bb]oard|[Cc]hief [Ee]xecutive) of ${NAME}`,
    ),
    1.5,
  ],
]
// The opening and a stretch of the body tell; the rest of a long document is not searched.
const SEARCHED = 60_000
const ENOUGH = 3
const ENOUGH_FOR_A_BODY = 1

const NOT_A_WRITER =
  /^(?:The|To|This|These|That|Government|Parliament|Minister|Ministers|England|Scotland|Wales|Britain|UK|Kingdom|Review|Inquiry|It|We|There|In|As|Our|Care Quality|Committee|Following|Chief|Chair|Director|Health|When|While|After|Dame|Sir|Mr|Mrs|Ms|Dr|Professor|Cllr|Councillor|Ladyship|Lordship|Lady|Lord|Honour|Minutes|Meeting|Agenda|Extract|Report|Reports|Strategy|Plan|Bill|Act|Annex|Recommendation|Response|Question|Members|People|Children|Councils|National Health Service)\b|^(?:Trust|Programme|Steering|Advisory|Executive|Project) Board$|^(?:District|County|Borough|City|Town|Parish|Local|Combined|Unitary)(?: \p{Lu}\p{Ll}+)?$/u

/** The names, lower-case, that mean the writer; and the best of them as written. */
export function findSelfNames(
  document: DocumentText,
  voice: DocumentVoice,
): { names: ReadonlySet<string>; best: string | null } {
  const sample = document.text.slice(0, SEARCHED)
  const title = (document.title ?? '').replace(WORDS_OF_TITLES, '')
  const isOfficial = voiceOf(voice) === 'government' && voice !== 'government'
  const isCampaigner = voiceOf(voice) === 'outsider' && voice !== 'news'
  const own = isOfficial ? BODY_SIGNS : isCampaigner ? OUTSIDER_SIGNS : []
  const found = mostNamed([...SIGNS, ...own], sample, 1)
  // Who answers by name in the title, or says "We, the …", signs the whole, whoever else acts in it.
  const best =
    manifestoOf(document.title ?? '') ??
    (isOfficial ? answererOf(document.title ?? '') : null) ??
    declaredIn(document.text) ??
    (found && found.score >= (isOfficial ? ENOUGH_FOR_A_BODY : ENOUGH)
      ? found.name
      : nameInTitle(document.title ?? '', title, voice))
  const party = manifestoOf(document.title ?? '')
  const names = [best, document.publisher, party?.replace(PARTY, '') ?? null].filter(
    (name): name is string => name !== null,
  )
  const generic = isOfficial ? (commonName(sample) ?? (voice === 'local-authority' ? 'Council' : null)) : null
  return {
    names: new Set(names.map((name) => name.toLowerCase())),
    best:
      best ??
      document.publisher ??
      generic ??
      (voiceOf(voice) === 'outsider' ? findWriter(document.title, document.text) : null),
  }
}

// What titles add to a name, and names never hold.
const WORDS_OF_TITLES = /\b(?:Response|Reply|Statement|Report|Plan|Update)\b.*$/u
const TITLE_SIGNS: readonly LateExpression[] = [
  lateExpression([' '], () => [
    String.raw`^(?:The )?${NAME}(?:['’]s)? (?:responds|reacts|responded|reacted|welcomes|comments|calls|urges|sets out|launches|publishes|warns|says|backs|joins|submits|statement|response|reaction|briefing|view)\b`,
    'u',
  ]),
  lateExpression(['| ', '– ', '— ', '- '], () => [`[|–—-] ${NAME}$`, 'u']),
]

// Whoever answers in a document's title signs it, whatever its voice.
const ANSWERER = lateExpression([' to'], () => [
  String.raw`^(?:The )?((?:\p{Lu}[\p{L}&’'-]+)(?: (?:of|for|and|the|&) \p{Lu}[\p{L}&’'-]+| \p{Lu}[\p{L}&’'-]+){0,5}?)(?:['’]s?)?(?:: [Oo]ur)?(?: (?:[Ff]ull|[Ff]ormal|[Ii]nitial|[Ii]nterim|[Ff]inal|[Ww]ritten))? (?:[Rr]esponds|[Rr]esponse|[Rr]eplies|[Rr]eply) to\b`,
  'u',
])

/** "Harbour Aid reacts to …", "The new act – Harbour Aid": a writer's name as its page's title gives it. */
function nameInTitle(whole: string, title: string, voice: DocumentVoice): string | null {
  const answerer = answererOf(whole)
  if (answerer !== null || voiceOf(voice) !== 'outsider') return answerer
  for (const sign of TITLE_SIGNS) {
    const name = sign(title)?.exec(title)?.[1]
    if (name && !NOT_A_WRITER.test(name)) return name
  }
  return null
}

/** Whoever a title says answers ("Harbour Board's response to …"), or null. */
export function answererOf(title: string): string | null {
  const name = ANSWERER(title)
    ?.exec(title)?.[1]
    ?.replace(/['’]s?$/u, '')
  return name === undefined || NOT_A_WRITER.test(name) ? null : name
}

/** The party whose manifesto a title says it is ("Larch Party Manifesto 2024"), or null. */
export function manifestoOf(title: string): string | null {
  const name = MANIFESTO.exec(title)?.[1]
  return name === undefined || NOT_A_WRITER.test(name) ? null : name
}
// "Labour" is what the Labour Party calls itself.
const PARTY = / (?:and \p{L}+ )?[Pp]arty$/u
const MANIFESTO =
  /^(?:The )?((?:\p{Lu}[\p{L}&’'-]+ ?(?:and )?){1,5}?)(?:['’]s?)?(?: (?:[Gg]eneral [Ee]lection|[Pp]arty))? [Mm]anifesto(?: \d{4})?$/u

/** "We, the Ministers of Larch and Alder, met": whoever opens a declaration so, or null. */
export function declaredIn(text: string): string | null {
  const name = DECLARED.exec(text.slice(0, SEARCHED_FOR_US))?.[1]
  return name === undefined || /undersigned/iu.test(name) ? null : name
}
const DECLARED = /^We, the (\p{Lu}[^,.:;\n]{4,110}),/mu
const SEARCHED_FOR_US = 3_000

interface Named {
  readonly name: string
  readonly score: number
}

/** The name with the highest sum; null where none is found, or none leads the next by `lead` times. */
export function mostNamed(signs: readonly NameSign[], text: string, lead: number): Named | null {
  const scores = new Map<string, number>()
  for (const [late, weight] of signs) {
    const sign = late(text)
    for (const match of sign === null ? [] : text.matchAll(sign)) {
      const name = match[1]?.replace(/^The /u, '')
      if (name && !NOT_A_WRITER.test(name)) scores.set(name, (scores.get(name) ?? 0) + weight)
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (!first || (second && first[1] < lead * second[1])) return null
  return { name: first[0], score: first[1] }
}

/** So many times as often as the next a name must be found where one lead is asked for. */
export const LEADS = 2

/** "the Council", "the Trust": what a body calls itself that never gives its full name. */
function commonName(text: string): string | null {
  return mostNamed([[() => COMMON_NAME, 1]], text, 1)?.name ?? null
}
const COMMON_NAME = /\b[Tt]he (Council|Trust|Board|Authority|Agency)\b/gu
