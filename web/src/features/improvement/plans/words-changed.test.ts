import { expect, test } from 'vitest';
import { wordsChanged } from './words-changed';

const said = (before: string, after: string) =>
  wordsChanged(before, after)
    ?.map(({ text, change }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[change])
    .join('');

test('Two texts are told apart word by word, each kept whole', () => {
  expect(said('Vis absentes au poste 1', 'Vis absentes au poste 2')).toBe('Vis absentes au poste [-1-][+2+]');
  expect(said('', 'Neuf')).toBe('[+Neuf+]');
  expect(said('le lot est bon', 'le lot 12 est très bon')).toBe('le lot [+12 +]est [+très +]bon');
  expect(said('même texte', 'même  texte')).toBe('même  texte');
  expect(wordsChanged('mot '.repeat(1_501), 'mot')).toBeUndefined();
});
