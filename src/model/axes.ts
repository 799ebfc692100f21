/**
 * The five axes that a tracker keeps apart. They are never averaged and never share a colour: what was replied, how
 * firmly it was promised, what has been done, what the tracking body thinks of it, and how sure the evidence is.
 */

/** Reply: what the answering body said to a recommendation or ask. */
export const REPLIES = [
  'no-response',
  'rejected',
  'noted',
  'accepted-in-principle',
  'accepted-in-part',
  'accepted',
  'said-to-be-done',
] as const
export type Reply = (typeof REPLIES)[number]

/**
 * Delivery: what has happened. The first two are answers about our own looking, and neither says that nothing was
 * done; "announced" is words only.
 */
export const DELIVERIES = [
  'not-looked-at',
  'nothing-found',
  'announced',
  'under-way',
  'partly-delivered',
  'delivered',
  'reversed',
  'superseded',
  'cannot-be-judged',
] as const
export type Delivery = (typeof DELIVERIES)[number]

/** How sure the evidence makes us. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type EvidenceConfidence = (typeof CONFIDENCES)[number]

/** What kind of happening a delivery event is. Some can never show delivery by themselves; see `showsDelivery`. */
export const DELIVERY_KINDS = [
  'announcement',
  'budget',
  'publication',
  'law-passed',
  'law-in-force',
  'service-started',
  'money-paid',
  'appointment',
  'consultation',
  'count',
  'slip',
  'reversal',
] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/**
 * Whether an event of this kind may carry the delivery state. An announcement is not an action, and a budget does not
 * prove its own promise: neither may say more than "announced" or, for a budget, "under way".
 */
export function canShow(kind: DeliveryKind, delivery: Delivery): boolean {
  const allowed: Partial<Record<DeliveryKind, readonly Delivery[]>> = {
    announcement: ['announced', 'superseded', 'reversed'],
    budget: ['announced', 'under-way'],
    slip: ['announced', 'under-way', 'partly-delivered'],
    'law-passed': ['under-way', 'partly-delivered'],
    reversal: ['reversed'],
  }
  const own = allowed[kind]
  return own === undefined || own.includes(delivery)
}
