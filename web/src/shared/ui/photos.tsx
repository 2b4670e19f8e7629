import './photos.css';
import { useEffect, useRef, useState } from 'react';
import { keepPhoto } from '../api';
import { useText } from '../text';
import { Icon } from './icons';
import { Trouble } from './trouble';

type Shot = { key: number; name: string; preview: string; id?: string };

/** Takes photographs, sends each at once, and tells the ids of those that arrived. */
export function PhotoField({
  plantId,
  onChange,
  onBusy,
}: {
  plantId: string;
  onChange: (ids: string[]) => void;
  onBusy: (busy: boolean) => void;
}) {
  const { t } = useText();
  const [shots, setShots] = useState<Shot[]>([]);
  const [error, setError] = useState<unknown>();
  const count = useRef(0);
  const taken = useRef(shots);
  taken.current = shots;
  useEffect(
    () => () => {
      for (const shot of taken.current) URL.revokeObjectURL(shot.preview);
    },
    [],
  );
  const put = (change: (before: Shot[]) => Shot[]) => {
    taken.current = change(taken.current);
    setShots(taken.current);
    onChange(taken.current.flatMap((shot) => shot.id ?? []));
    onBusy(taken.current.some((shot) => !shot.id));
  };
  const take = async (file: File) => {
    const shot = { key: count.current++, name: file.name, preview: URL.createObjectURL(file) };
    setError(undefined);
    put((before) => [...before, shot]);
    try {
      const id = await keepPhoto(plantId, file);
      put((before) => before.map((each) => (each.key === shot.key ? { ...each, id } : each)));
    } catch (problem) {
      setError(problem);
      put((before) => before.filter((each) => each.key !== shot.key));
    }
  };
  return (
    <div className="field photo-field">
      {shots.length > 0 && (
        <ul className="photos" aria-label={t('alerts.photos')}>
          {shots.map((shot) => (
            <li key={shot.key} data-sending={!shot.id || undefined}>
              <img src={shot.preview} alt={shot.name} />
              {shot.id ? (
                <button
                  type="button"
                  aria-label={t('alerts.removePhoto', { name: shot.name })}
                  onClick={() => put((before) => before.filter((each) => each.key !== shot.key))}
                >
                  <Icon name="close" />
                </button>
              ) : (
                <span>{t('alerts.photoSending')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Trouble error={error} />
      <label className="button large">
        <Icon name="plus" />
        {t('alerts.addPhoto')}
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => {
            for (const file of event.target.files ?? []) void take(file);
            event.target.value = '';
          }}
        />
      </label>
    </div>
  );
}

/** The photographs that hang on something; each opens whole. */
export function Photos({ files }: { files: { id: string; name: string; mediaType: string; url: string }[] }) {
  if (files.length === 0) return null;
  return (
    <span className="photos">
      {files.map((file) => (
        <a key={file.id} href={file.url} target="_blank" rel="noreferrer">
          {file.mediaType.startsWith('image/') ? <img src={file.url} alt={file.name} loading="lazy" /> : file.name}
        </a>
      ))}
    </span>
  );
}
