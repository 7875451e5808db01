import type { Figure } from "../estimate.ts";
import { type Rate, notEstimable, rateOf } from "../proportion.ts";

/** Right and wrong answers of a rule against what was truly so. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** How good a rule is; each rate has its Wilson interval. */
export interface RuleQuality {
  readonly precision: Rate;
  readonly recall: Rate;
  readonly specificity: Rate;
  readonly falsePositiveRate: Rate;
  readonly falseDiscoveryRate: Rate;
  readonly f1: Figure;
  /** Matthews' correlation, -1 to 1 (Biochimica et Biophysica Acta 405, 1975). */
  readonly correlation: Figure;
  /** Cohen's kappa (Educational and Psychological Measurement 20, 1960). */
  readonly kappa: Figure;
}

/** The usual measures of a rule's quality. No product of counts is built, so none is too large for a double. */
export function ruleQuality(found: Confusion): RuleQuality {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = found;
  return {
    precision: rateOf(tp, tp + fp, "profiles that the rule matched"),
    recall: rateOf(tp, tp + fn, "profiles that ought to match"),
    specificity: rateOf(tn, tn + fp, "profiles that ought not to match"),
    falsePositiveRate: rateOf(fp, tn + fp, "profiles that ought not to match"),
    falseDiscoveryRate: rateOf(fp, tp + fp, "profiles that the rule matched"),
    f1:
      tp + fp + fn === 0
        ? notEstimable("nothing was matched or ought to be")
        : (2 * tp) / (2 * tp + fp + fn),
    correlation: correlationOf(found),
    kappa: kappaOf(found),
  };
}

const ONE_SIDED = "all profiles are alike in what they are or in what the rule says of them";

function correlationOf(found: Confusion): Figure {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = found;
  if (tp + fp === 0 || tp + fn === 0 || tn + fp === 0 || tn + fn === 0)
    return notEstimable(ONE_SIDED);
  const root = (a: number, b: number): number => Math.sqrt(a / (a + b));
  return (
    root(tp, fp) * root(tp, fn) * root(tn, fp) * root(tn, fn) -
    root(fp, tp) * root(fn, tp) * root(fp, tn) * root(fn, tn)
  );
}

function kappaOf(found: Confusion): Figure {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = found;
  const all = tp + fp + fn + tn;
  const [said, so] = [(tp + fp) / all, (tp + fn) / all];
  const byChance = said * so + (1 - said) * (1 - so);
  if (all === 0 || byChance === 1) return notEstimable(ONE_SIDED);
  return ((tp + tn) / all - byChance) / (1 - byChance);
}
