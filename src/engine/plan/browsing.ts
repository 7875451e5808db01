import type { ValueTest } from "../../model/predicate.ts";
import type { InSession, SessionIs } from "../../rule/ast.ts";
import {
  Depth,
  type Figure,
  FirstText,
  Length,
  ScrollDepth,
  TimeOnPage,
} from "../leaves/figures.ts";
import { InSessionLeaf, SessionLeaf } from "../leaves/session.ts";
import type { Leaf } from "../live.ts";
import { type CompiledPredicate, compileTest } from "../passes.ts";
import type { Ground } from "./ground.ts";

/** Whether there is a session at hand as a leaf. */
export function inSessionLeaf({ gap, ended }: InSession, ground: Ground): Leaf {
  const sessions = ground.sessions(gap);
  const leaf = ground.keep(new InSessionLeaf(sessions, { ended }));
  ground.hearSessions([], { leaf, sink: leaf, sessions });
  return leaf;
}

/** A test on the session at hand as a leaf. */
export function sessionLeaf(condition: SessionIs, ground: Ground): Leaf {
  const sessions = ground.sessions(condition.gap);
  const look =
    condition.metric === undefined ? undefined : ground.look({ metric: condition.metric });
  const figure = newFigure(condition, look?.isMeant ?? isNothing);
  const leaf = ground.keep(new SessionLeaf(sessions, figure, compileTest(condition.test)));
  ground.hearSessions(look === undefined ? [] : [look], { leaf, sink: leaf, sessions });
  return leaf;
}

function newFigure({ field, test }: SessionIs, isMeant: CompiledPredicate): Figure {
  switch (field) {
    case "depth":
    case "clicks":
      return new Depth(isMeant);
    case "duration":
      return new Length();
    case "time_on_page":
      return new TimeOnPage(isMeant, boundsOf(test));
    case "scroll_depth":
      return new ScrollDepth(isMeant);
    case "referrer":
      return new FirstText("referrer");
    case "campaign":
      return new FirstText("campaign_name");
  }
}

const isNothing = (): boolean => false;

/** The whole numbers at which a test on a growing number may turn: where it reaches a number, and where it passes it. */
function boundsOf(test: ValueTest): readonly number[] {
  const values = test.kind === "one_of" ? test.values : test.kind === "compare" ? [test.value] : [];
  return values
    .filter((value) => typeof value === "number")
    .flatMap((value) => [Math.ceil(value), Math.floor(value) + 1]);
}
