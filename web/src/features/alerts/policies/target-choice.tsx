import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { target } from './draft';
import { callableRoles, services, type Target } from './policies';
import { usePolicyWords } from './words';

export type Callable = { teams: { id: string; name: string }[]; people: { id: string; name: string }[] };

type Props = {
  targets: Target[];
  callable: Callable;
  /** Names the control: the level that it is of. */
  label: string;
  onChange: (targets: Target[]) => void;
};

const keyOf = ({ kind, role, team, person, service }: Target) =>
  `${kind}:${role ?? team?.id ?? person?.id ?? service ?? ''}`;

/** Whom a level calls: what is chosen stands as chips, one more is chosen from roles, teams, services and people. */
export function TargetChoice({ targets, callable, label, onChange }: Props) {
  const { t } = useText();
  const words = usePolicyWords();
  const groups: { name: string; targets: Target[] }[] = [
    {
      name: t('admin.policy.target.ROLE_ON_SHIFT'),
      targets: callableRoles.map((role) => target('ROLE_ON_SHIFT', { role })),
    },
    {
      name: t('admin.policy.target.SERVICE'),
      targets: [target('SERVICE'), ...services.map((service) => target('SERVICE', { service }))],
    },
    { name: t('admin.policy.target.TEAM'), targets: callable.teams.map((team) => target('TEAM', { team })) },
    { name: t('admin.policy.target.PLANT'), targets: [target('PLANT')] },
    { name: t('admin.policy.target.PERSON'), targets: callable.people.map((person) => target('PERSON', { person })) },
  ];
  const taken = new Set(targets.map(keyOf));
  const all = groups.flatMap((group) => group.targets);
  return (
    <div className="targets">
      {targets.map((each) => (
        <span key={keyOf(each)} className="target">
          {words.who(each)}
          <button
            type="button"
            aria-label={t('common.about', { what: t('admin.remove'), name: `${words.who(each)}, ${label}` })}
            onClick={() => onChange(targets.filter((other) => other !== each))}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <label className="choice">
        <span className="sr">
          {t('admin.policy.addTarget')}, {label}
        </span>
        <select
          value=""
          onChange={(event) => {
            const found = all.find((each) => keyOf(each) === event.target.value);
            if (found) onChange([...targets, found]);
          }}
        >
          <option value="" disabled>
            {t('admin.policy.addTarget')}
          </option>
          {groups
            .filter((group) => group.targets.length > 0)
            .map((group) => (
              <optgroup key={group.name} label={group.name}>
                {group.targets
                  .filter((each) => !taken.has(keyOf(each)))
                  .map((each) => (
                    <option key={keyOf(each)} value={keyOf(each)}>
                      {words.who(each)}
                    </option>
                  ))}
              </optgroup>
            ))}
        </select>
        <Icon name="down" />
      </label>
    </div>
  );
}
