import type { ReactNode } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { AnalysisPicture } from './analysis-picture';
import { type Written, written } from './analysis-values';
import type { Analysis, Dysfunction } from './documents';
import { Part } from './part';

type AnalysesProps = {
  dysfunction: Dysfunction;
  mayAnalyse: boolean;
  onAnalyse: (kind: Written, analysis?: Analysis) => void;
  children: ReactNode;
};

/** What was analysed, each as a picture, and with what one may analyse further. */
export function Analyses({ dysfunction, mayAnalyse, onAnalyse, children }: AnalysesProps) {
  const { t } = useText();
  const tools = written.filter((kind) => kind !== 'PARETO' || dysfunction.alerts.length > 0);
  return (
    <Part title={t('dysfunctions.page.analyses')} end={children}>
      {dysfunction.conclusion && (
        <p className="words">
          <b>{t('dysfunctions.page.conclusion')}</b> {dysfunction.conclusion}
        </p>
      )}
      {dysfunction.analyses.length === 0 && <p className="none">{t('dysfunctions.page.noAnalysis')}</p>}
      {dysfunction.analyses.map((analysis) => (
        <article key={analysis.id} className="analysis">
          <header>
            <h3>{t(`dysfunctions.analysis.${analysis.kind}`)}</h3>
            <small>{analysis.by?.name}</small>
            {mayAnalyse && (
              <button
                type="button"
                className="iconbutton"
                aria-label={t('dysfunctions.page.changeAnalysis', {
                  name: t(`dysfunctions.analysis.${analysis.kind}`),
                })}
                onClick={() => onAnalyse(analysis.kind, analysis)}
              >
                <Icon name="pen" />
              </button>
            )}
          </header>
          <AnalysisPicture analysis={analysis} />
        </article>
      ))}
      {mayAnalyse && (
        <div className="tools">
          <span>{t('dysfunctions.page.analyseWith')}</span>
          {tools.map((kind) => (
            <button key={kind} type="button" className="button" onClick={() => onAnalyse(kind)}>
              {t(`dysfunctions.analysis.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </Part>
  );
}
