import { type HTMLAttributes, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import type { Plan } from './documents';
import {
  addBelow,
  addBeside,
  branchesOf,
  change,
  depthOf,
  type Move,
  type Placed,
  place,
  remove,
  type Spot,
  step,
  type Verdict,
  type Why,
  widthOf,
} from './tree';
import { WhyPanel } from './why-panel';

type Props = { plan: Plan; hasEscape: boolean; whys: Why[]; onChange?: (whys: Why[], atOnce?: boolean) => void };

const arrows: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const letters: Record<string, Verdict> = { v: 'VERIFIED', r: 'REFUTED', o: 'OPEN', p: 'OPEN' };

const samePlace = (one: Spot, other: Spot) => one.branch === other.branch && one.id === other.id;

/**
 * The 5 Why as it is drawn: why it happened, beside why it was not seen where the method asks that too, each why below the one it answers. The keyboard alone builds
 * it: arrows move, Enter asks why once more, Shift+Enter gives another answer, letters judge, Delete takes away.
 */
export function TreeEditor({ plan, hasEscape, whys, onChange }: Props) {
  const { t } = useText();
  const asked = branchesOf(whys, hasEscape);
  const [chosen, setChosen] = useState<Spot>(() => firstOpen(whys));
  const boxes = useRef(new Map<string, HTMLElement>());
  const words = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<'box' | 'words'>(undefined);
  const spot: Spot = chosen.id && !whys.some(({ id }) => id === chosen.id) ? { branch: chosen.branch } : chosen;
  const why = whys.find(({ id }) => id === spot.id);
  useEffect(() => {
    const target = wanted.current === 'words' ? words.current : wanted.current && boxes.current.get(keyOf(spot));
    wanted.current = undefined;
    target?.focus();
  });
  const go = (to: Spot, at: 'box' | 'words' = 'box') => {
    wanted.current = at;
    setChosen({ ...to });
  };
  const put = (next: { whys: Why[]; spot: Spot }, at: 'box' | 'words', atOnce = false) => {
    onChange?.(next.whys, atOnce);
    go(next.spot, at);
  };
  const edit = (part: Partial<Why>, atOnce = false) => spot.id && onChange?.(change(whys, spot.id, part), atOnce);
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = arrows[event.key];
    const verdict = letters[event.key.toLowerCase()];
    if (move) go(step(whys, spot, move, asked));
    else if (!onChange) return;
    else if (event.key === 'Enter') put(event.shiftKey ? addBeside(whys, spot) : addBelow(whys, spot), 'words');
    else if (event.key === 'F2' && why) go(spot, 'words');
    else if (event.key === 'Delete' && why) put(remove(whys, spot), 'box', true);
    else if (verdict && why) edit({ verdict }, true);
    else return;
    event.preventDefault();
  };
  const placed = asked.map((branch) => ({ branch, whys: place(whys, branch) }));
  const levels = Math.max(1, ...placed.map((each) => depthOf(each.whys)));
  const widths = placed.map((each) => widthOf(each.whys));
  const box = (to: Spot): Box => ({
    ref: (element: HTMLElement | null) =>
      void (element ? boxes.current.set(keyOf(to), element) : boxes.current.delete(keyOf(to))),
    'aria-selected': samePlace(to, spot),
    onClick: () => go(to),
    onKeyDown: press,
  });
  return (
    <div className="whys-editor">
      <div className="whys-part">
        <p className="effect">{plan.title}</p>
        <div
          className="why-tree"
          role="tree"
          aria-label={t('methods.fieldType.TREE')}
          style={{
            gridTemplateColumns: `20px ${widths.map((width) => `repeat(${width}, minmax(112px, ${1 / width}fr))`).join(' 10px ')}`,
          }}
        >
          {placed.map((each, side) => {
            const start = side === 0 ? 2 : 3 + (widths[0] ?? 1);
            return (
              <div key={each.branch} role="none" className="branch">
                <div
                  role="treeitem"
                  aria-level={1}
                  aria-expanded={true}
                  className="question"
                  style={{ gridColumn: `${start} / span ${widths[side]}` }}
                  tabIndex={samePlace({ branch: each.branch }, spot) ? 0 : -1}
                  {...box({ branch: each.branch })}
                >
                  {t(`methods.branch.${each.branch}`)}
                </div>
                {each.whys.map((at) => (
                  <WhyBox
                    key={at.why.id}
                    at={at}
                    start={start}
                    tabIndex={at.why.id === spot.id ? 0 : -1}
                    box={box({ branch: each.branch, id: at.why.id })}
                  />
                ))}
              </div>
            );
          })}
          {Array.from({ length: levels }, (_, level) => (
            <span key={level} className="level" aria-hidden="true" style={{ gridColumn: 1, gridRow: 2 * level + 3 }}>
              {level + 1}
            </span>
          ))}
        </div>
        {onChange && <p className="keys">{t('plans.page.treeKeys')}</p>}
      </div>
      <div className="why-panel">
        <div className="tools">
          {onChange && (
            <>
              <button type="button" className="button" onClick={() => put(addBelow(whys, spot), 'words')}>
                <Icon name="plus" />
                {t('plans.page.whyBelow')}
              </button>
              {why && (
                <>
                  <button type="button" className="button" onClick={() => put(addBeside(whys, spot), 'words')}>
                    {t('plans.page.whyBeside')}
                  </button>
                  <button
                    type="button"
                    className="iconbutton"
                    aria-label={t('plans.page.removeWhy')}
                    onClick={() => put(remove(whys, spot), 'box', true)}
                  >
                    <Icon name="bin" />
                  </button>
                </>
              )}
            </>
          )}
        </div>
        {why ? (
          <WhyPanel
            key={why.id}
            plantId={plan.plantId}
            why={why}
            branch={spot.branch}
            depth={placed.flatMap((each) => each.whys).find((each) => each.why.id === why.id)?.depth ?? 1}
            words={words}
            onChange={onChange && edit}
            onLeave={() => go(spot)}
          />
        ) : (
          <p className="none">{t(`plans.page.branchMeans.${spot.branch}`)}</p>
        )}
      </div>
    </div>
  );
}

const keyOf = ({ branch, id }: Spot) => id ?? branch;

/** What waits for its proof, else the first question. */
function firstOpen(whys: Why[]): Spot {
  const placed = branchesOf(whys, true).flatMap((branch) => place(whys, branch));
  const open = placed.find(({ why }) => why.verdict === 'OPEN');
  return open ? { branch: open.branch, id: open.why.id } : { branch: 'OCCURRENCE' };
}

type Box = Pick<HTMLAttributes<HTMLElement>, 'aria-selected' | 'onClick' | 'onKeyDown'> & {
  ref: (element: HTMLElement | null) => void;
};
type BoxProps = { at: Placed; start: number; tabIndex: number; box: Box };

function WhyBox({ at, start, tabIndex, box }: BoxProps) {
  const { t } = useText();
  const { why, depth, column, span, brothers, index } = at;
  const gridColumn = `${start + column} / span ${span}`;
  const said = [
    t(why.isRoot ? 'methods.rootCause' : `methods.verdict.${why.verdict}`),
    why.contribution !== undefined && `${why.contribution} %`,
    why.proof?.kind && why.verdict !== 'OPEN' && t(`methods.proof.${why.proof.kind}`).toLocaleLowerCase(),
  ].filter(Boolean);
  const icon = why.verdict === 'VERIFIED' ? 'check' : why.verdict === 'REFUTED' ? 'close' : 'history';
  return (
    <>
      <i
        aria-hidden="true"
        className={`joint ${why.verdict.toLowerCase()} ${index > 0 ? 'from' : ''} ${index < brothers - 1 ? 'on' : ''}`}
        style={{ gridColumn, gridRow: 2 * depth }}
      />
      <div
        role="treeitem"
        aria-level={depth + 1}
        aria-setsize={brothers}
        aria-posinset={index + 1}
        className={`why ${why.verdict.toLowerCase()} ${why.isRoot ? 'root' : ''}`}
        style={{ gridColumn, gridRow: 2 * depth + 1, '--depth': depth } as React.CSSProperties}
        tabIndex={tabIndex}
        {...box}
      >
        <span className="text">{why.text || t('plans.page.emptyWhy')}</span>
        <span className="verdict">
          <Icon name={icon} />
          {said.join(', ')}
        </span>
      </div>
    </>
  );
}
