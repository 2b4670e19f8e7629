import { newClientId } from '../../../shared/api';

export const branches = ['OCCURRENCE', 'ESCAPE'] as const;
export const verdicts = ['VERIFIED', 'REFUTED', 'OPEN'] as const;
export const proofs = ['REPRODUCED', 'ELIMINATED', 'CORRELATED'] as const;

export type Branch = (typeof branches)[number];
export type Verdict = (typeof verdicts)[number];
export type Proof = { kind: (typeof proofs)[number]; text?: string; attachmentIds?: string[] };
/** A why of the tree, as the server keeps it. */
export type Why = {
  id: string;
  parentId?: string;
  branch?: Branch;
  text: string;
  verdict: Verdict;
  proof?: Proof;
  contribution?: number;
  isRoot?: boolean;
};
/** A why in its place: how deep it is (1: the first why), and which columns of the drawing it spans. */
export type Placed = {
  why: Why;
  branch: Branch;
  depth: number;
  column: number;
  span: number;
  brothers: number;
  index: number;
};
/** Where the keyboard is: on a why, or on the question that begins a branch. */
export type Spot = { branch: Branch; id?: string };
export type Move = 'up' | 'down' | 'left' | 'right';

/** The questions that a tree asks: also why it was not seen where the method asks it, or somebody answered it. */
export const branchesOf = (whys: Why[], hasEscape: boolean): readonly Branch[] =>
  hasEscape || whys.some((why) => branchOf(whys, why) === 'ESCAPE') ? branches : ['OCCURRENCE'];

const parentIn = (whys: Why[], why: Why) => whys.find(({ id }) => id === why.parentId);

export function branchOf(whys: Why[], why: Why): Branch {
  const parent = parentIn(whys, why);
  return why.branch ?? (parent ? branchOf(whys, parent) : 'OCCURRENCE');
}

/** The whys directly below a why, or the first ones of a branch. */
export const below = (whys: Why[], spot: Spot): Why[] =>
  spot.id
    ? whys.filter(({ parentId }) => parentId === spot.id)
    : whys.filter((why) => !parentIn(whys, why) && branchOf(whys, why) === spot.branch);

/**
 * Every why of a branch in reading order: each before those below it, its first answer in its own column, the others as far left as
 * their rows are free. A why is as wide as its row leaves it. Columns count from 0.
 */
export function place(whys: Why[], branch: Branch): Placed[] {
  const placed: Placed[] = [];
  const free: number[] = [];
  // The column of a why is that of the first answers all the way below it.
  const spine = (spot: Spot, depth: number): number => {
    const [child] = below(whys, spot);
    return child ? Math.max(free[depth] ?? 0, spine({ branch, id: child.id }, depth + 1)) : 0;
  };
  const put = (spot: Spot, depth: number, least: number) => {
    below(whys, spot).forEach((why, index, { length: brothers }) => {
      const column = Math.max(least, free[depth] ?? 0, spine({ branch, id: why.id }, depth + 1));
      placed.push({ why, branch, depth, column, span: 1, brothers, index });
      free[depth] = column + 1;
      put({ branch, id: why.id }, depth + 1, column);
    });
  };
  put({ branch }, 1, 0);
  const width = widthOf(placed);
  return placed.map((each) => {
    const next = placed.find(({ depth, column }) => depth === each.depth && column > each.column);
    return { ...each, span: (next?.column ?? width) - each.column };
  });
}

export const widthOf = (placed: Placed[]): number => Math.max(1, ...placed.map(({ column }) => column + 1));
export const depthOf = (placed: Placed[]): number => Math.max(0, ...placed.map(({ depth }) => depth));

/** Where an arrow leads; the same spot where there is nothing. Left and right go on into the other branch, where there is one. */
export function step(whys: Why[], spot: Spot, move: Move, asked: readonly Branch[] = branches): Spot {
  const here = whys.find(({ id }) => id === spot.id);
  if (move === 'down') {
    const [child] = below(whys, spot);
    return child ? { branch: spot.branch, id: child.id } : spot;
  }
  if (move === 'up') {
    const parent = here && parentIn(whys, here);
    return parent ? { branch: spot.branch, id: parent.id } : { branch: spot.branch };
  }
  const placed = asked.flatMap((branch) => place(whys, branch));
  const depth = placed.find(({ why }) => why.id === spot.id)?.depth;
  if (depth === undefined) return { branch: (move === 'left' ? asked[0] : asked[asked.length - 1]) ?? 'OCCURRENCE' };
  const row = placed.filter((each) => each.depth === depth);
  const next = row[row.findIndex(({ why }) => why.id === spot.id) + (move === 'right' ? 1 : -1)];
  return next ? { branch: next.branch, id: next.why.id } : spot;
}

/** A new why below a spot. */
export function addBelow(whys: Why[], spot: Spot): { whys: Why[]; spot: Spot } {
  const why: Why = {
    id: newClientId(),
    ...(spot.id ? { parentId: spot.id } : { branch: spot.branch }),
    text: '',
    verdict: 'OPEN',
  };
  return { whys: [...whys, why], spot: { branch: spot.branch, id: why.id } };
}

/** A new why beside one: another answer to the same question. */
export function addBeside(whys: Why[], spot: Spot): { whys: Why[]; spot: Spot } {
  const here = whys.find(({ id }) => id === spot.id);
  const parent = here && parentIn(whys, here);
  return addBelow(whys, parent ? { branch: spot.branch, id: parent.id } : { branch: spot.branch });
}

/** Without a why: those below it go to the one above. The keyboard stays beside where it was. */
export function remove(whys: Why[], spot: Spot): { whys: Why[]; spot: Spot } {
  const gone = whys.find(({ id }) => id === spot.id);
  if (!gone) return { whys, spot };
  const up = parentIn(whys, gone);
  const brothers = below(whys, up ? { branch: spot.branch, id: up.id } : { branch: spot.branch });
  const at = brothers.indexOf(gone);
  const near = brothers[at + 1] ?? brothers[at - 1];
  const kept = whys
    .filter(({ id }) => id !== gone.id)
    .map(({ parentId, ...why }): Why => {
      if (parentId !== gone.id) return parentId ? { ...why, parentId } : why;
      return up ? { ...why, parentId: up.id } : { ...why, branch: spot.branch };
    });
  return { whys: kept, spot: { branch: spot.branch, ...(near ? { id: near.id } : up && { id: up.id }) } };
}

export const change = (whys: Why[], id: string, part: Partial<Why>): Why[] =>
  whys.map((why) => (why.id === id ? { ...why, ...part } : why));

/** What is sent: a why in which nothing is written is left out, those below it go up. */
export function saidTree(whys: Why[]): Why[] {
  const empty = whys.find(({ text }) => text.trim() === '');
  return empty ? saidTree(remove(whys, { branch: branchOf(whys, empty), id: empty.id }).whys) : whys;
}
