import { describe, expect, it } from 'vitest'
import { DECISION_CUES } from './decision-cues.ts'
import { type Judged, judgeReply } from './decisions.ts'
import { splitSpoken } from './spoken.ts'
import { createWordReader } from './words.ts'

const bench = { cues: DECISION_CUES, words: createWordReader(), rarity: () => 1 }
const ASKED = 'The ministry should open a public register of wells and update it every year.'

const judge = (reply: string, recommendation = ASKED, numbers = ['4']): Judged =>
  judgeReply({ recommendation, reply: splitSpoken(reply, 0), numbers }, bench)

describe('judgeReply, said in words', () => {
  it.each([
    ['The ministry accepts this recommendation.', 'accepted'],
    ['The ministry accepts this recommendation in full and will act by May.', 'accepted'],
    ['We fully accept recommendation 4.', 'accepted'],
    ["The Government agrees with the Committee's recommendation.", 'accepted'],
    ['The Government broadly accepts this recommendation.', 'accepted'],
    ['This recommendation has been accepted.', 'accepted'],
    ['Accepted. Work has begun.', 'accepted'],
    ['Agreed.', 'accepted'],
    ['Response: Accept.', 'accepted'],
    ['Accepted and completed.', 'accepted'],
    ['The Board supports this recommendation.', 'accepted'],
    ['We are happy to accept the recommendation.', 'accepted'],
    ['The ministry does not accept this recommendation.', 'rejected'],
    ["The ministry doesn't agree with this recommendation.", 'rejected'],
    ['The ministry cannot accept the recommendation at this time.', 'rejected'],
    ['We reject this recommendation.', 'rejected'],
    ['The Government is unable to accept this recommendation.', 'rejected'],
    ['The Government does not propose to take forward this recommendation.', 'rejected'],
    ['Ministers are not persuaded by this recommendation.', 'rejected'],
    ['Not accepted.', 'rejected'],
    ['Disagree. The costs are too high.', 'rejected'],
    ['This recommendation is not accepted.', 'rejected'],
    ['The ministry partially accepts this recommendation.', 'accepted-in-part'],
    ['Accepted in part.', 'accepted-in-part'],
    ['Partially agree. We will open a register.', 'accepted-in-part'],
    ['We accept elements of this recommendation.', 'accepted-in-part'],
    ['We accept this recommendation with modifications.', 'accepted-in-part'],
    ['We accept recommendation 4a but do not accept recommendation 4b.', 'accepted-in-part'],
    ['We accept the recommendation, but cannot agree to the proposed deadline.', 'accepted-in-part'],
    ['We accept this recommendation in principle.', 'accepted-in-principle'],
    ['The ministry agrees in principle with the recommendation, and will consult.', 'accepted-in-principle'],
    ['We support the intent behind this recommendation.', 'accepted-in-principle'],
    ['We accept the principle of this recommendation.', 'accepted-in-principle'],
    ['The Government notes this recommendation.', 'noted'],
    ['Noted.', 'noted'],
    ['Response: Note', 'noted'],
    ['The Government will reflect on this recommendation and reply in the spring.', 'noted'],
    ['This recommendation will be kept under review.', 'noted'],
    ['The Government agrees. It will open one.', 'accepted'],
    ['The council agrees, and will open one by May.', 'accepted'],
    ['The Scottish Government welcomes this recommendation.', 'accepted'],
    ['Accept (in part)', 'accepted-in-part'],
    ['This recommendation has been met.', 'accepted'],
  ])('%j is %s', (reply, decision) => {
    const judged = judge(reply)
    expect(judged.decision).toBe(decision)
    expect(judged.evidence).not.toBeNull()
  })

  it('quotes the sentence that says it', () => {
    const reply = 'Wells matter to every farm. The ministry accepts this recommendation. It will act by May.'
    const { evidence } = judge(reply)
    expect(reply.slice(evidence?.start, evidence?.end)).toBe('The ministry accepts this recommendation.')
  })

  it.each([
    [
      'a decision on another number',
      'As we accepted Recommendation 2, we will open a register of wells and update it.',
    ],
    ['a condition', 'If the ministry accepts this recommendation, farms will need time.'],
    ['what somebody else accepted', 'The previous government accepted the recommendation. Nothing was done.'],
    ['agreement with a fact', 'The ministry accepts that farms need water.'],
  ])('does not take %s for one', (_, reply) => {
    expect(judge(reply).evidence).toBeNull()
  })
})

describe('judgeReply, inferred', () => {
  it.each([
    ['We will open a public register of wells in June and update it every year.', 'accepted'],
    ['A register of wells has already been opened, and it is updated every year.', 'accepted'],
    [
      'The ministry agrees that wells need a register. It has commissioned one, to be opened by May.',
      'accepted',
    ],
    ['The ministry will consider opening a register of wells.', 'accepted-in-part'],
    ['Registers of wells are a matter for each county.', 'noted'],
    ['The hours of a register are for the courts to decide.', 'noted'],
    ['The plan has nothing on a register of wells.', 'no-response'],
    ['The ministry hasn’t made any commitment to a register of wells.', 'no-response'],
    ['This recommendation is for the counties.', 'noted'],
    ['The ministry will also “explore options for a register” of wells.', 'accepted-in-part'],
    ['Registers of wells are a matter for each county. We will pay for ten of them.', 'accepted-in-part'],
    ['The ministry welcomes this recommendation. It will consider a public register.', 'accepted-in-part'],
    [
      'The ministry supports the opening of a public register of wells, to be updated every year.',
      'accepted',
    ],
    [
      'We will explore whether a register of wells would help, and will set out our views in due course.',
      'accepted-in-part',
    ],
    ['We have no plans to open a register of wells.', 'rejected'],
    ['A register of wells is not necessary.', 'rejected'],
    ['The ministry does not believe that a register of wells is needed.', 'rejected'],
    ['The ministry does not agree that a public register would help.', 'rejected'],
    // Something else offered beside a no is no part of a yes.
    [
      'The ministry does not think a register of wells is needed. It will print a leaflet on pumps.',
      'rejected',
    ],
    ['A register of wells would absorb most of the budget for pumps.', 'rejected'],
    ['The counties keep lists of their own, and another list would add to the confusion.', 'rejected'],
    ['There is nothing to be gained by a register. New pumps were fitted in May.', 'rejected'],
    // Passed on, or left open.
    ['Wells belong to those who dig them. We will pass the recommendation to the Farmers’ Union.', 'noted'],
    ['The Water Board is independent of government. We have passed this on to it.', 'noted'],
    ['It would be unwise to begin before the survey. We shall come back to the question then.', 'noted'],
    ['We will raise the idea at the summer meeting and see what members say.', 'noted'],
    ['The Government is considering the report on wells and will respond fully in due course.', 'noted'],
    ['This is a transferred matter and therefore one for the Executive.', 'noted'],
    // Less than was asked.
    ['We will open a register of wells in three counties as a pilot.', 'accepted-in-part'],
    ['A register of all but the private wells will be opened in June.', 'accepted-in-part'],
    // In the passive, and as a report.
    ['A register has been drawn up and will be printed each year.', 'accepted'],
    ['The register was adopted in May and wells are being added to it.', 'accepted'],
  ])('%j is %s', (reply, decision) => {
    const judged = judge(reply)
    expect(judged.decision).toBe(decision)
    expect(judged.evidence).toBeNull()
  })

  it.each([
    [
      'agrees, acts, and has more to think through',
      'The ministry agrees that wells need a register. It will publish one by May. It will also consider what else could be mapped.',
      'accepted',
    ],
    [
      'shares the aim, and sets a condition',
      'The ministry shares this aim. Subject to what a survey of the counties says, it would hope to open a register in 2031.',
      'accepted-in-principle',
    ],
    [
      'agrees, acts on half, and refuses the rest with an aside',
      'The ministry agrees that wells need a register. It will publish one by May. We do not, however, think that a public register updated every year would be the right approach.',
      'accepted-in-part',
    ],
    [
      'says no at once, and tells what there is',
      'The ministry does not intend to open a register of wells. Counties already have lists.',
      'rejected',
    ],
    [
      'leaves the rest to a later budget',
      'We agree that wells need a register. Three counties already have one. The rest is a matter for the next spending review.',
      'accepted-in-part',
    ],
  ])('a reply that %s', (_, reply, decision) => {
    expect(judge(reply).decision).toBe(decision)
  })

  it('takes a promise to consider for a yes where that is all that was asked', () => {
    const asked = 'The ministry should consider whether wells could be mapped.'
    expect(judge('We will consider this as part of our review of maps.', asked).decision).toBe('accepted')
  })

  it('grants a request to go on more readily than one for something new', () => {
    const reply = 'The agency works with farms on many things.'
    expect(judge(reply, 'The agency should continue to support farms with wells.').decision).toBe('accepted')
    expect(judge(reply, 'The agency should create a fund of £2 million for wells.').decision).toBe(
      'accepted-in-part',
    )
  })

  it('judges an empty reply without failing', () => {
    expect(judge('', '').confidence).toBeGreaterThan(0)
  })
})
