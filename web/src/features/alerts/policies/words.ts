import { useText } from '../../../shared/text';
import { quantity } from '../../../shared/ui';
import type { Level, Target } from './policies';

/** Whom a level calls and how, in words. */
export function usePolicyWords() {
  const { t, language } = useText();
  const who = ({ kind, role, team, person, service }: Target): string => {
    switch (kind) {
      case 'ROLE_ON_SHIFT':
        return role ? t(`organisation.role.${role}`) : t('admin.policy.everybodyOnShift');
      case 'TEAM':
        return team?.name ?? t('admin.policy.target.TEAM');
      case 'PERSON':
        return person?.name ?? t('admin.policy.target.PERSON');
      case 'SERVICE':
        return service ? t(`admin.service.${service}`) : t('admin.policy.routed');
      case 'PLANT':
        return t('admin.policy.target.PLANT');
    }
  };
  return {
    who,
    everybody: (targets: readonly Target[]) => targets.map(who).join(', '),
    by: (channels: Level['channels']) => channels.map((channel) => t(`admin.policy.channel.${channel}`)).join(', '),
    /** `5 min`, `1 h 30`, `2 j`. */
    delay: (minutes: number): string => {
      if (minutes < 60) return `${quantity(Math.round(minutes), language)} min`;
      const hours = Math.floor(minutes / 60);
      if (hours >= 48) return t('time.daysLeft', { count: Math.round(hours / 24) });
      const rest = Math.round(minutes % 60);
      return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
    },
  };
}
