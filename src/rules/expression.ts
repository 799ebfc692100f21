/** The typed expressions that rules are made of. They are data: read from the rulebook, interpreted or turned to code. */

export type Comparison = 'less than' | 'at most' | 'more than' | 'at least'

export type Expression =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'is'; readonly subject: Expression; readonly values: readonly string[] }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'least' | 'greatest' | 'sum'; readonly of: readonly Expression[] }
  /** A percentage (a parameter in percent) of an amount, rounded to the penny. */
  | { readonly kind: 'share'; readonly percent: Expression; readonly of: Expression }
  /** A weekly amount over 52 weeks, or a monthly one over 12 months. */
  | { readonly kind: 'yearly'; readonly of: Expression }
  /** Anything from the least of the one to the most of the other. */
  | { readonly kind: 'between'; readonly from: Expression; readonly to: Expression }
  | {
      readonly kind: 'if'
      readonly when: Expression
      readonly result: Expression
      readonly otherwise: Expression
    }
  | { readonly kind: 'some-child' | 'some-older-child'; readonly of: Expression }

export type Scope = 'household' | 'child'

export type ValueType =
  | { readonly kind: 'truth' }
  /** Money in pence ("GBP per week"), counts ("years", "weeks"), "percent", or "date" in days. */
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
