import { BigramWeights } from '../pages/words/bigram-weights.ts';
import { type Label, labelOf } from '../pages/words/label.ts';
import { labelSimilarity, termsInCommon } from '../pages/words/label-similarity.ts';
import type { Initiative } from './initiative.ts';
import { numberKey } from './number.ts';

/** An initiative in the paper that tells of it. */
export interface ToldInitiative {
  /** Unique among all that are chained. */
  readonly id: string;
  readonly documentId: number;
  readonly seriesId: number;
  readonly initiative: Initiative;
}

/** What people said: these are the same initiative, or are not; by id. */
export interface Judgements {
  readonly same: readonly (readonly [string, string])[];
  readonly different: readonly (readonly [string, string])[];
}

/** Which share of the lines of one a comparison of the two papers found in the other, from 0 to 1. */
export type SharedLines = (older: string, newer: string) => number;

/** The same name, brackets and fillers apart, is the same initiative; so is one nearly the same in the same surroundings. */
const SAME_NAME = 0.92;
const ALIKE = 0.6;
const ENOUGH = 0.75;
/** Where the comparison says that most lines are the same, a name may change more. */
const MOST_LINES = 0.5;
const RENAMED = 0.25;

/**
 * Brings together the same initiative over the years: by its name and what surrounds it, not by its number, which moves. Papers
 * in the order of their meetings; each chain holds one of a paper at most, oldest first.
 */
export function chainInitiatives(
  papers: readonly (readonly ToldInitiative[])[],
  { same, different }: Judgements,
  shared: SharedLines = () => 0,
): ToldInitiative[][] {
  const likeness = new Likeness(papers.flat(), shared);
  const apart = new Set(different.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const chains: Chain[] = [];
  for (const paper of papers) {
    const open = chains.map((chain) => ({ chain, names: new Set(chain.map((told) => likeness.keyOf(told))) }));
    const mayBe = (chain: Chain, told: ToldInitiative) => !chain.some((other) => apart.has(`${other.id} ${told.id}`));
    // names that stayed first: what is left is little, and cannot take their places
    const bySameName = pairUp(paper, (told) =>
      open.flatMap(({ chain, names }) =>
        names.has(likeness.keyOf(told)) && mayBe(chain, told) ? [{ chain, likeness: likeness.of(chain, told) }] : [],
      ),
    );
    const taken = new Set(bySameName.values());
    const left = paper.filter((told) => !bySameName.has(told));
    const others = chains.filter((chain) => !taken.has(chain));
    const byLikeness = pairUp(left, (told) =>
      others.flatMap((chain) => (mayBe(chain, told) ? [{ chain, likeness: likeness.of(chain, told) }] : [])),
    );
    for (const told of paper) {
      const chain = bySameName.get(told) ?? byLikeness.get(told);
      if (chain) chain.push(told);
      else chains.push([told]);
    }
  }
  return join(chains, same, papers.flat());
}

type Chain = ToldInitiative[];

/** Each gets the chain it is most like, the likest first, and no chain twice; who is like none gets none. */
function pairUp(
  paper: readonly ToldInitiative[],
  candidatesOf: (told: ToldInitiative) => readonly { readonly chain: Chain; readonly likeness: number }[],
): Map<ToldInitiative, Chain> {
  const possible = paper
    .flatMap((told) => candidatesOf(told).map((candidate) => ({ told, ...candidate })))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const paired = new Map<ToldInitiative, Chain>();
  const taken = new Set<Chain>();
  for (const { told, chain } of possible) {
    if (paired.has(told) || taken.has(chain)) continue;
    paired.set(told, chain);
    taken.add(chain);
  }
  return paired;
}

/** Joins the chains that people said are one, where they are not both told of in one paper. */
function join(chains: Chain[], same: Judgements['same'], all: readonly ToldInitiative[]): Chain[] {
  if (same.length === 0) return chains;
  const order = new Map(all.map((told, index) => [told.id, index]));
  let joined = chains;
  for (const [a, b] of same) {
    const one = joined.find((chain) => chain.some(({ id }) => id === a));
    const other = joined.find((chain) => chain.some(({ id }) => id === b));
    if (!one || !other || one === other || sharesPaper(one, other)) continue;
    const both = [...one, ...other].sort((x, y) => order.get(x.id)! - order.get(y.id)!);
    joined = joined.flatMap((chain) => (chain === one ? [both] : chain === other ? [] : [chain]));
  }
  return joined;
}

const sharesPaper = (one: readonly ToldInitiative[], other: readonly ToldInitiative[]) =>
  one.some(({ documentId }) => other.some((told) => told.documentId === documentId));

/** How alike two initiatives are; words that many names have count little. */
class Likeness {
  private readonly names = new Map<ToldInitiative, Label>();
  private readonly weights = new BigramWeights();
  private readonly shared: SharedLines;

  constructor(all: readonly ToldInitiative[], shared: SharedLines) {
    this.shared = shared;
    for (const told of all) {
      const name = labelOf(told.initiative.name);
      this.names.set(told, name);
      this.weights.add(name);
    }
  }

  keyOf(told: ToldInitiative): string {
    return this.names.get(told)!.key;
  }

  /** 0 where it is another initiative. Of the chain the last says most, and one that had the very name. */
  of(chain: readonly ToldInitiative[], told: ToldInitiative): number {
    const named = chain.findLast((other) => this.keyOf(other) === this.keyOf(told));
    return Math.max(this.between(chain.at(-1)!, told), named ? this.between(named, told) : 0);
  }

  private between(a: ToldInitiative, b: ToldInitiative): number {
    const [before, now] = [this.names.get(a)!, this.names.get(b)!];
    const name = labelSimilarity(before, now, this.weights.of) * termsInCommon(before, now);
    if (name < RENAMED) return 0;
    const lines = name < SAME_NAME ? this.shared(a.id, b.id) : 0;
    if (name < ALIKE && lines < MOST_LINES) return 0;
    const score = 0.7 * name + 0.3 * surroundings(a.initiative, b.initiative);
    if (name < SAME_NAME && score < ENOUGH && lines < MOST_LINES) return 0;
    const tie = (a.seriesId === b.seriesId ? 0.02 : 0) + (sameNumber(a, b) ? 0.01 : 0);
    return score + (name >= SAME_NAME ? 1 : 0.2 * lines) + tie;
  }
}

const sameNumber = (a: ToldInitiative, b: ToldInitiative) =>
  numberKey(a.initiative.number) === numberKey(b.initiative.number);

/** Department, indicator and group: how far they agree, of those that both print; half where neither prints any. */
function surroundings(a: Initiative, b: Initiative): number {
  const both = (['department', 'indicator', 'group'] as const).filter((each) => a[each] !== null && b[each] !== null);
  if (both.length === 0) return 0.5;
  return both.reduce((sum, each) => sum + labelSimilarity(labelOf(a[each]!), labelOf(b[each]!)), 0) / both.length;
}
