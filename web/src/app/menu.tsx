import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { command, graphql, meQuery, newClientId, signOut } from '../shared/api';
import { speak, useText } from '../shared/text';
import { Icon, Trouble } from '../shared/ui';

const setLanguage = graphql(`
  mutation SetLanguage($input: SetLanguageInput!) {
    setLanguage(input: $input) { me { id } errors { ... on Error { code message } } }
  }
`);

/** Language, the other shells, and the way out. */
export function Menu({ here }: { here: 'phone' | 'desk' }) {
  const { t, language } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const client = useQueryClient();
  const close = () => dialog.current?.close();
  const other = language === 'fr' ? ('EN' as const) : ('FR' as const);
  const change = useMutation({
    mutationFn: () => command(setLanguage, { input: { language: other, clientId: newClientId() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      speak(other);
      close();
    },
  });
  return (
    <>
      <button
        type="button"
        className="square"
        aria-label={t('common.menu')}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="menu" />
      </button>
      <dialog ref={dialog} className="command" aria-label={t('common.menu')}>
        <div className="form">
          <button type="button" className="button large" lang={other.toLowerCase()} onClick={() => change.mutate()}>
            {other === 'EN' ? 'English' : 'Français'}
          </button>
          {here === 'phone' && (
            <Link className="button large" to="/handover">
              {t('handoverPage.title')}
            </Link>
          )}
          <Link className="button large" to={here === 'phone' ? '/preferences' : '/desk/preferences'} onClick={close}>
            {t('centre.preferences')}
          </Link>
          <Link className="button large" to={here === 'phone' ? '/evidence' : '/desk/evidence'} onClick={close}>
            {t('evidence.title')}
          </Link>
          <Link className="button large" to={here === 'phone' ? '/desk' : '/'}>
            {t(here === 'phone' ? 'common.desk' : 'common.phone')}
          </Link>
          <Link className="button large" to="/tv" reloadDocument>
            {t('common.television')}
          </Link>
          <Trouble error={change.error} />
          <button type="button" className="button large" onClick={() => void signOut()}>
            {t('common.signOut')}
          </button>
          <button type="button" className="button main large" onClick={close}>
            {t('common.close')}
          </button>
        </div>
      </dialog>
    </>
  );
}
