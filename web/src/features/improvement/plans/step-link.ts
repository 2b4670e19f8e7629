import { useSearchParams } from 'react-router';

/** The way to a step, or a field of it, in the cycle that one reads. */
export function useStepLink(): (step: string, field?: string) => string {
  const cycle = useSearchParams()[0].get('cycle');
  return (step, field) => `?${cycle ? `cycle=${cycle}&` : ''}step=${step}${field ? `&field=${field}` : ''}`;
}
