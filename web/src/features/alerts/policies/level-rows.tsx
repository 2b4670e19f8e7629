import { useText } from '../../../shared/text';
import { Check, Field, Group, Icon } from '../../../shared/ui';
import { countedLevel } from '../alert-words';
import { nextLevel } from './draft';
import { LevelMark } from './level-mark';
import { channels, type Level } from './policies';
import { type Callable, TargetChoice } from './target-choice';

/** The server takes no more. */
const mostLevels = 20;

type Props = {
  levels: Level[];
  /** Where the server finds the list: `timers[0].unacknowledged`. */
  at: string;
  callable: Callable;
  onChange: (levels: Level[]) => void;
};

/** The levels of a list as rows: after how long, whom, and how. */
export function LevelRows({ levels, at, callable, onChange }: Props) {
  const { t } = useText();
  const set = (index: number, part: Partial<Level>) =>
    onChange(levels.map((level, each) => (each === index ? { ...level, ...part } : level)));
  return (
    <Group name={at} label={t('admin.policy.levels')} silent className="levels">
      {levels.map((level, index) => (
        <div key={index} className="level">
          <LevelMark kind={level.targets[0]?.kind ?? 'PLANT'} text={String(countedLevel(index))} />
          <Field name={`${at}[${index}].afterMinutes`} label={t('admin.policy.after')} className="short">
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="numeric"
                min="0"
                required
                value={Number.isNaN(level.afterMinutes) ? '' : level.afterMinutes}
                onChange={(event) => set(index, { afterMinutes: event.target.valueAsNumber })}
              />
            )}
          </Field>
          <Group name={`${at}[${index}].targets`} label={t('admin.policy.who')}>
            <TargetChoice
              targets={level.targets}
              callable={callable}
              label={t('admin.policy.level', { number: countedLevel(index) })}
              onChange={(targets) => set(index, { targets })}
            />
          </Group>
          <Group name={`${at}[${index}].channels`} label={t('admin.policy.how')}>
            <div className="channels">
              {channels.map((channel) => (
                <Check
                  key={channel}
                  label={t(`admin.policy.channel.${channel}`)}
                  checked={level.channels.includes(channel)}
                  onChange={(on) =>
                    set(index, {
                      channels: channels.filter((each) => (each === channel ? on : level.channels.includes(each))),
                    })
                  }
                />
              ))}
            </div>
          </Group>
          <button
            type="button"
            className="iconbutton"
            aria-label={t('common.about', {
              what: t('admin.remove'),
              name: t('admin.policy.level', { number: countedLevel(index) }),
            })}
            onClick={() => onChange(levels.filter((_, each) => each !== index))}
          >
            <Icon name="bin" />
          </button>
        </div>
      ))}
      {levels.length < mostLevels && (
        <button type="button" className="button quiet add" onClick={() => onChange([...levels, nextLevel(levels)])}>
          <Icon name="plus" />
          {t('admin.policy.addLevel')}
        </button>
      )}
    </Group>
  );
}
