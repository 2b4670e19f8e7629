import { useEffect, useRef } from 'react';
import { useText } from '../../../shared/text';
import { Icon, Select } from '../../../shared/ui';
import { type Cause, columns, families, newCause, newRow, type Row, treeOf, verdicts } from './analysis-values';

type Causes = { kind: 'FIVE_WHY' | 'ISHIKAWA'; causes: Cause[]; onChange: (causes: Cause[]) => void };

/** Causes one under the other; of a tree, each may have several below. Enter asks why once more. */
export function CauseEditor({ kind, causes, onChange }: Causes) {
  const { t } = useText();
  const isTree = kind === 'FIVE_WHY';
  const shown = isTree ? treeOf(causes) : causes.map((cause) => ({ cause, depth: 0 }));
  const change = (id: string, part: Partial<Cause>) =>
    onChange(causes.map((cause) => (cause.id === id ? { ...cause, ...part } : cause)));
  const list = useRef<HTMLUListElement>(null);
  const fresh = useRef<string>(undefined);
  useEffect(() => {
    // The keyboard goes on in the cause that it just asked for.
    const at = shown.findIndex(({ cause }) => cause.id === fresh.current);
    fresh.current = undefined;
    if (at >= 0) list.current?.children[at]?.querySelector('input')?.focus();
  });
  const add = (parent?: Cause) => {
    const cause = newCause(parent ? { parentId: parent.id } : isTree ? {} : { family: 'MAN' });
    fresh.current = cause.id;
    onChange([...causes, cause]);
  };
  const remove = (gone: Cause) =>
    onChange(
      causes
        .filter(({ id }) => id !== gone.id)
        .map((cause) => (cause.parentId === gone.id ? withParent(cause, gone.parentId) : cause)),
    );
  return (
    <>
      <ul className="cause-editor" ref={list}>
        {shown.map(({ cause, depth }, index) => (
          <li key={cause.id} style={{ marginInlineStart: `${Math.min(depth, 6) * 20}px` }}>
            {!isTree && (
              <Select
                aria-label={t('dysfunctions.page.familyOf')}
                value={cause.family ?? ''}
                options={families.map((family) => ({ value: family, label: t(`dysfunctions.page.family.${family}`) }))}
                onChange={(family) => change(cause.id, { family })}
              />
            )}
            <input
              aria-label={t(isTree ? 'dysfunctions.page.whyAt' : 'dysfunctions.page.causeAt', {
                depth: depth + 1,
                count: index + 1,
              })}
              placeholder={isTree ? t('dysfunctions.page.why') : ''}
              value={cause.text}
              onChange={(event) => change(cause.id, { text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !isTree || cause.text.trim() === '') return;
                event.preventDefault();
                add(cause);
              }}
            />
            <Select
              aria-label={t('dysfunctions.page.verdictOf')}
              value={cause.verdict}
              options={verdicts.map((verdict) => ({
                value: verdict,
                label: t(`dysfunctions.page.verdict.${verdict}`),
              }))}
              onChange={(verdict) => change(cause.id, { verdict })}
            />
            {isTree && (
              <button
                type="button"
                className="iconbutton"
                aria-label={t('dysfunctions.page.whyBelow')}
                onClick={() => add(cause)}
              >
                <Icon name="plus" />
              </button>
            )}
            <button
              type="button"
              className="iconbutton"
              aria-label={t('dysfunctions.page.remove')}
              onClick={() => remove(cause)}
            >
              <Icon name="bin" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => add()}>
        <Icon name="plus" />
        {t('dysfunctions.page.addCause')}
      </button>
    </>
  );
}

function withParent({ parentId: _, ...cause }: Cause, parentId: string | undefined): Cause {
  return parentId ? { ...cause, parentId } : cause;
}

type Rows = { kind: 'OPINIONS' | 'IS_IS_NOT'; rows: Row[]; onChange: (rows: Row[]) => void };

export function RowEditor({ kind, rows, onChange }: Rows) {
  const { t } = useText();
  const change = (id: string, column: string, text: string) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, [column]: text } : row)));
  return (
    <>
      <ul className={`row-editor ${kind === 'OPINIONS' ? 'three' : 'four'}`}>
        {rows.map((row, index) => (
          <li key={row.id}>
            {columns[kind].map((column) => (
              <label key={column}>
                <span>{t(`dysfunctions.page.row.${column}`)}</span>
                <input
                  type={column === 'when' ? 'date' : 'text'}
                  value={row[column] ?? ''}
                  onChange={(event) => change(row.id, column, event.target.value)}
                />
              </label>
            ))}
            <button
              type="button"
              className="iconbutton"
              aria-label={`${t('dysfunctions.page.remove')} ${index + 1}`}
              onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
            >
              <Icon name="bin" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => onChange([...rows, newRow()])}>
        <Icon name="plus" />
        {t('dysfunctions.page.addRow')}
      </button>
    </>
  );
}
