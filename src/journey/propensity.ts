/** How a model outside sees intent: `score = σ(slope · logit(I) + bias + noise · z)`, where I is the true chance of a purchase
 *  within seven days. Slope 1, bias 0 and noise 0 are a model that knows it all. */
export interface Propensity {
  readonly slope: number;
  readonly bias: number;
  readonly noise: number;
  /** The share of people who have a score. */
  readonly coverage: number;
  /** When it is worked out: milliseconds after midnight, on the wall of the account's zone. */
  readonly at: number;
  readonly zone: string;
}
