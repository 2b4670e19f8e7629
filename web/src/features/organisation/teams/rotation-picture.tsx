import './teams.css';
import { useText } from '../../../shared/text';
import { Icon, mondayOf } from '../../../shared/ui';
import { shiftOfWeek, type Team, weekNumber, weeksFrom } from './teams';

type Props = {
  teams: Team[];
  /** Codes of the plant's shifts in their order: one tone each. */
  codes: string[];
  today: string;
  working: Set<string>;
  mayEdit: boolean;
  onEdit: (team: Team) => void;
};

const weeksShown = 10;

/** Teams, and which shift each has week by week. */
export function RotationPicture({ teams, codes, today, working, mayEdit, onEdit }: Props) {
  const { t, language } = useText();
  const weeks = weeksFrom(mondayOf(today), weeksShown);
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t('admin.teams.rotations')}>
      <table className="rotation">
        <thead>
          <tr>
            <th>{t('admin.teams.team')}</th>
            <th>{t('admin.teams.areas')}</th>
            <th className="right">{t('admin.teams.members')}</th>
            {weeks.map((monday, index) => (
              <th key={monday} className="week-head" aria-current={index === 0 ? 'date' : undefined}>
                {t('admin.teams.week', { number: weekNumber(monday) })}
                <small>{date.format(Date.parse(monday))}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id}>
              <td className="wrap">
                {mayEdit ? (
                  <button type="button" className="pick" onClick={() => onEdit(team)}>
                    <strong>{team.name}</strong> <span className="muted num">{team.code}</span>
                    <Icon name="pen" />
                    <span className="sr">{t('admin.change')}</span>
                  </button>
                ) : (
                  <>
                    <strong>{team.name}</strong> <span className="muted num">{team.code}</span>
                  </>
                )}
                {working.has(team.id) && <span className="at-work">{t('admin.teams.onShiftNow')}</span>}
              </td>
              <td className="wrap">{team.areas.map(({ name }) => name).join(', ') || t('admin.wholePlant')}</td>
              <td className="num right">
                <span title={team.members.map(({ name }) => name).join(', ')}>{team.members.length}</span>
              </td>
              {weeks.map((monday, index) => {
                const code = shiftOfWeek(team, monday);
                const tone = code ? codes.indexOf(code) : -1;
                return (
                  <td key={monday} className={index === 0 ? 'cell this' : 'cell'}>
                    {code === undefined ? (
                      <span className="muted">{t('admin.teams.every')}</span>
                    ) : code === null ? (
                      <span className="off">{t('admin.teams.off')}</span>
                    ) : (
                      <i className={`chip tone${tone < 0 ? 1 : tone % 4}`}>{code}</i>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
