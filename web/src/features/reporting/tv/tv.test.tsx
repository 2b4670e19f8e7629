import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import type { Board, BoardAlert, BoardLine, BoardPoint, Freshness } from '../../../shared/live';
import { text } from '../../../shared/text';
import { byUrgency } from './alert-card';
import { lastChange } from './strip';
import { tileFacts } from './tile-facts';
import { TvBoard } from './tv-board';

const now = Date.parse('2026-11-20T13:13:20Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const named = (name: string) => ({ id: name, code: name, name });

const line = (
  name: string,
  status: BoardLine['status'],
  change: Partial<BoardLine> = {},
  point: Partial<BoardPoint> = {},
) =>
  ({
    line: named(name),
    status,
    liftedBy: null,
    coverMinutes: null,
    runsOutAt: null,
    openAlertCount: 0,
    untakenAlertCount: 0,
    shelvedAlertCount: 0,
    oldestOpenAlertAt: null,
    stoppedSince: null,
    worstPoint: {
      id: name,
      product: { id: 'f', code: 'FOU-120-29', name: 'Fourche 120 mm' },
      station: null,
      onHand: 14,
      unit: 'pcs',
      minimum: null,
      reorderPoint: null,
      maximum: null,
      status,
      runsOutAt: null,
      coverReason: null,
      heardAt: null,
      isSilent: false,
      variance: false,
      ...point,
    },
    ...change,
  }) satisfies BoardLine;

const alert = (id: string, change: Partial<BoardAlert> = {}): BoardAlert => ({
  id,
  number: `A-2026-00000${id}`,
  kind: 'SHORTAGE',
  severity: 'MAJOR',
  state: 'RAISED',
  version: 1,
  line: named('VTT'),
  station: named('Poste 04'),
  place: null,
  area: null,
  product: named('Jante'),
  supplierOrder: null,
  owner: null,
  raisedBy: null,
  assignment: null,
  raisedAt: ago(13),
  recordedAt: ago(13),
  acknowledgedAt: null,
  startedAt: null,
  expectedAt: null,
  resolvedAt: null,
  closedAt: null,
  occurrenceCount: 1,
  lastSeenAt: ago(13),
  conditionHolds: true,
  conditionClearedAt: null,
  lineStoppedAt: null,
  onHand: null,
  unit: null,
  runsOutAt: null,
  description: null,
  causeCode: null,
  resolution: null,
  shelvedUntil: null,
  shelvedBy: null,
  soundsEverywhere: false,
  ...change,
});

const afternoon = { code: 'B', name: 'Équipe B', starts: '13:00', ends: '21:00', endsAt: '2026-11-20T20:00:00Z' };
const night = { code: 'N', name: 'Nuit', starts: '21:00', ends: '05:30', endsAt: '2026-11-21T04:30:00Z' };

function wall(
  lines: BoardLine[],
  openAlerts: BoardAlert[],
  freshness: Freshness = 'live',
  at = now,
  shift: Board['shift'] = afternoon,
): string {
  const board: Board = {
    at: ago(0),
    sequence: 1,
    build: '1',
    plant: {
      id: 'p',
      code: 'FOREZ',
      name: 'Cycles du Forez',
      timeZone: 'Europe/Paris',
      language: 'FR',
    },
    shift,
    lines,
    openAlerts,
    counters: { open: openAlerts.length, untaken: 1, shelved: 0, linesStopped: 0 },
  };
  const page = <TvBoard board={board} now={at} freshness={freshness} heardAt={at - 180_000} />;
  return renderToStaticMarkup(page)
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|');
}

beforeEach(() => void text.changeLanguage('fr'));

test('A critical line counts down and says when, product with code, alerts with their oldest timer', () => {
  const vtt = line('VTT', 'CRITICAL', {
    runsOutAt: '2026-11-20T13:35:00Z',
    openAlertCount: 1,
    oldestOpenAlertAt: ago(13),
  });
  expect(wall([vtt], [])).toContain('|VTT|1|00:13|CRITIQUE|22|min|Fourche 120 mm|FOU-120-29|rupture à 14:35|');
  expect(wall([vtt], [], 'stale')).toContain('|VTT|1|CRITIQUE|Fourche 120 mm|FOU-120-29|rupture à 14:35|');
});

test('Excess says by how much, unknown since when, low without demand how much is left', () => {
  expect(wall([line('A', 'EXCESS', {}, { onHand: 48, maximum: 40 })], [])).toContain(
    'EXCÈS|+8|Fourche 120 mm|FOU-120-29|48 pour 40 maxi',
  );
  expect(wall([line('A', 'UNKNOWN', {}, { heardAt: '2026-11-16T17:40:00Z', isSilent: true })], [])).toContain(
    'INCONNU|Fourche 120 mm|FOU-120-29|données de lun. 18:40',
  );
  expect(wall([line('A', 'LOW', {}, { minimum: 40 })], [])).toContain(
    'BAS|14|pcs|Fourche 120 mm|FOU-120-29|14 pour 40 mini',
  );
});

test('What a silent feed last said keeps its word, with the age of the data and no countdown', () => {
  const old = { heardAt: '2026-11-16T17:40:00Z', isSilent: true };
  expect(wall([line('A', 'CRITICAL', { runsOutAt: '2026-11-20T13:35:00Z' }, old)], [])).toContain(
    '|CRITIQUE|Fourche 120 mm|FOU-120-29|données de lun. 18:40|',
  );
  expect(wall([line('A', 'STOCK_OUT', {}, { ...old, variance: true })], [])).toContain(
    '|RUPTURE|Fourche 120 mm|FOU-120-29|données de lun. 18:40|',
  );
  expect(wall([line('A', 'LOW', { liftedBy: 'SAFETY' }, old)], [])).not.toContain('données de');
});

test('An OK line that does not run out says why', () => {
  const said = (coverReason: BoardPoint['coverReason']) => wall([line('A', 'OK', {}, { coverReason })], []);
  expect(said('BEYOND_HORIZON')).toContain('FOU-120-29|pas de rupture prévue|');
  expect(said('NO_DEMAND')).toContain('FOU-120-29|consommation inconnue|');
  expect(said(null)).toContain('FOU-120-29|couverture inconnue|');
});

test('A line that an alert lifted names the kind and the product of the alert, never a stock-out', () => {
  const lifted = line('VTT', 'CRITICAL', { liftedBy: 'STOCK_OUT' });
  const facts = tileFacts(lifted, [alert('1', { kind: 'STOCK_OUT' })], now);
  expect(facts).toEqual({ product: named('Jante') });
  expect(tileFacts(lifted, [alert('1', { kind: 'STOCK_OUT', product: null })], now)).toEqual({ station: 'Poste 04' });
  expect(wall([lifted], [])).toContain('|VTT|MANQUE|');
});

test('A stopped line shows its stop instead of a countdown, and the instant of it when data are stale', () => {
  const stopped = line('VAE', 'STOCK_OUT', { stoppedSince: ago(12), runsOutAt: ago(15) });
  expect(wall([stopped], [])).toContain('RUPTURE|Fourche 120 mm|FOU-120-29|ligne arrêtée|00:12|');
  expect(wall([stopped], [], 'stale')).toContain('ligne arrêtée|à 14:01|');
});

test('Stale data say so and count nothing', () => {
  const page = wall([line('A', 'OK')], [alert('1')], 'stale');
  expect(page).toContain('|Données de 14:10| · reconnexion…|');
  expect(page).toContain('NON PRISE|depuis |14:00|');
  expect(page).not.toContain('00:13');
});

test('More than eight lines turn pages by the clock of the server, and every line keeps its place', () => {
  const lines = Array.from({ length: 11 }, (_, index) => line(`Ligne ${index}.`, 'OK'));
  const [first, second] = [0, 15_000].map((ms) => wall(lines, [], 'live', Math.floor(now / 30_000) * 30_000 + ms));
  expect(first).toContain('Ligne 7.');
  expect(first).not.toContain('Ligne 8.');
  expect(first).toContain('Page 1 sur 2');
  expect(second).toContain('Ligne 10.');
  expect(second).toContain('Page 2 sur 2');
});

test('Alerts stand by severity, then age, shelved last; beyond four the last card counts the others', () => {
  const alerts = [
    alert('1', { state: 'SHELVED', severity: 'CRITICAL' }),
    alert('2', { severity: 'MINOR' }),
    alert('3', { recordedAt: ago(2) }),
    alert('4', { severity: 'CRITICAL' }),
    alert('5'),
  ];
  expect(byUrgency(alerts).map(({ id }) => id)).toEqual(['4', '5', '3', '2', '1']);
  expect(wall([], alerts)).toContain('+ 2 autres|dont 1 non prise|');
});

test('A shelved alert says when it comes back, and one that reaches nobody says so to everybody while data are live', () => {
  const asleep = alert('1', { state: 'SHELVED', shelvedUntil: '2026-11-20T14:10:00Z' });
  expect(wall([], [asleep])).toContain('|En veille|retour à 15:10|');
  const alone = alert('2', { soundsEverywhere: true });
  expect(wall([], [alone])).toContain('Personne ne répond, allez-y');
  expect(wall([], [alone], 'stale')).not.toContain('Personne ne répond');
});

test('An assigned alert says so until it is confirmed', () => {
  const lucie = { id: 'l', name: 'Lucie Morel' };
  const assignment = { assignee: lucie, by: null, at: ago(1), confirmed: false, expiresAt: null };
  const assigned = alert('1', { state: 'ACKNOWLEDGED', owner: lucie, acknowledgedAt: ago(1), assignment });
  expect(wall([], [assigned])).toContain('Attribué à L. Morel,|non confirmé|00:13|');
  expect(wall([], [assigned])).toContain('Attribué à L. Morel à 14:12|');
  expect(wall([], [{ ...assigned, assignment: { ...assignment, confirmed: true } }])).toContain('|L. Morel|00:13|');
});

test('An information is never shown as not taken', () => {
  expect(wall([], [alert('1', { severity: 'INFORMATION' })])).not.toContain('NON PRISE');
});

test('The strip tells the newest step of an open alert', () => {
  const taken = alert('1', { state: 'ACKNOWLEDGED', owner: { id: 'k', name: 'Karim Benali' }, acknowledgedAt: ago(1) });
  expect(lastChange([alert('2', { recordedAt: ago(3) }), taken])).toMatchObject({ alert: { id: '1' }, step: 'taken' });
  expect(wall([], [taken])).toContain('Prise par K. Benali à 14:12|A-2026-000001|');
  expect(wall([line('A', 'OK')], [])).toContain('1 ligne OK sur 1');
});

test('The running shift is shown until its end, also past midnight, in the reader’s language', () => {
  expect(wall([], [])).toContain('Équipe B · 13 h – 21 h');
  expect(wall([], [], 'live', Date.parse('2026-11-21T03:10:00Z'), night)).toContain('Nuit · 21 h – 5 h 30');
  expect(wall([], [], 'stale', Date.parse('2026-11-21T04:30:00Z'), night)).not.toContain('Nuit');
  expect(wall([], [], 'live', now, null)).not.toContain('Équipe');
  void text.changeLanguage('en');
  expect(wall([line('A', 'STOCK_OUT')], [])).toContain('Équipe B · 13:00 – 21:00');
  expect(wall([line('A', 'STOCK_OUT')], [])).toContain('|OUT|');
});
