import { newClientId } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { Field, Group, Icon, Select } from '../../../shared/ui';

export type Member = { key: string; personId: string; role: string; mission: string; skill: string };
type Props = {
  members: Member[];
  people: { value: string; label: string }[];
  onChange: (members: Member[]) => void;
};

/** Who takes part, as what, with which mission. */
export function CharterMembers({ members, people, onChange }: Props) {
  const { t } = useText();
  const set = (key: string, part: Partial<Member>) =>
    onChange(members.map((member) => (member.key === key ? { ...member, ...part } : member)));
  return (
    <Group name="participants" label={t('plans.page.members')}>
      <ul className="row-editor members">
        {members.map((member, index) => (
          <li key={member.key}>
            <Field name={`participants[${index}].personId`} label={t('plans.page.person')}>
              {(control) => (
                <Select
                  {...control}
                  value={member.personId}
                  empty={t('common.choose')}
                  options={people}
                  onChange={(personId) => set(member.key, { personId })}
                />
              )}
            </Field>
            {(['role', 'mission', 'skill'] as const).map((part) => (
              <Field key={part} name={`participants[${index}].${part}`} label={t(`plans.page.member.${part}`)}>
                {(control) => (
                  <input
                    {...control}
                    value={member[part]}
                    onChange={(event) => set(member.key, { [part]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <button
              type="button"
              className="iconbutton"
              aria-label={`${t('dysfunctions.page.remove')} ${index + 1}`}
              onClick={() => onChange(members.filter(({ key }) => key !== member.key))}
            >
              <Icon name="bin" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => onChange([...members, { key: newClientId(), personId: '', role: '', mission: '', skill: '' }])}
      >
        <Icon name="plus" />
        {t('plans.page.addMember')}
      </button>
    </Group>
  );
}
