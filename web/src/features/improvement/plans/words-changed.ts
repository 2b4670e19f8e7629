export type Piece = { text: string; change: 'same' | 'gone' | 'new' };

/** Beyond so many words on either side the two texts stand beside each other unmarked. */
const most = 1_500;

/** What of two texts is the same, what is gone and what is new, word by word; undefined when they are too long to tell. */
export function wordsChanged(before: string, after: string): Piece[] | undefined {
  const [old, fresh] = [before, after].map((text) => text.split(/(?<=\s)(?=\S)/).filter(Boolean)) as [
    string[],
    string[],
  ];
  if (old.length > most || fresh.length > most) return undefined;
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      (common[i] as Uint16Array)[j] =
        old[i]?.trim() === fresh[j]?.trim() ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  const add = (text: string, change: Piece['change']) => {
    const last = pieces.at(-1);
    if (last?.change === change) last.text += text;
    else pieces.push({ text, change });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [gone, next] = [old[i], fresh[j]];
    if (gone !== undefined && next !== undefined && gone.trim() === next.trim()) {
      add(next, 'same');
      [i, j] = [i + 1, j + 1];
    } else if (gone !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add(gone, 'gone');
      i++;
    } else {
      add(next ?? '', 'new');
      j++;
    }
  }
  return pieces;
}
