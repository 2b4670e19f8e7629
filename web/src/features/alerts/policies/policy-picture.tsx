import { useText } from '../../../shared/text';
import { countedLevel } from '../alert-words';
import { DrawnLevels } from './drawn-levels';
import { levelsOf, type Timers, type Track } from './policies';
import { usePolicyWords } from './words';

/** A list of levels, drawn on an axis of minutes. */
export function PolicyPicture({ timers, track }: { timers: Timers; track: Track }) {
  const { t } = useText();
  const words = usePolicyWords();
  const levels = levelsOf(timers, track);
  if (levels.length === 0) return <p className="none">{t(`admin.policy.empty.${track}`)}</p>;
  return (
    <DrawnLevels
      label={t(`admin.policy.track.${track}`)}
      at={(minutes) => (minutes === 0 ? t(`admin.policy.zero.${track}`) : words.delay(minutes))}
      levels={levels.map((level, index) => ({
        key: String(index),
        minutes: level.afterMinutes,
        mark: String(countedLevel(index)),
        kind: level.targets[0]?.kind ?? 'PLANT',
        when: level.afterMinutes === 0 ? t('admin.policy.atOnce') : words.delay(level.afterMinutes),
        who: words.everybody(level.targets) || '–',
        by: words.by(level.channels),
      }))}
    />
  );
}
