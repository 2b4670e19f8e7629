import { type ReactNode, useEffect, useState } from 'react';

const scaleOf = () => Math.min(window.innerWidth / 1920, window.innerHeight / 1080);

/** 1920 × 1080 whatever the screen: it scales as a whole and never reflows. Keeps the screen awake where it may. */
export function Canvas({ children }: { children: ReactNode }) {
  const [scale, setScale] = useState(scaleOf);
  useEffect(() => {
    const measure = () => setScale(scaleOf());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    // Refused on addresses that are not secure, and when the page is hidden: the screen's own settings then decide.
    const stayAwake = () => void navigator.wakeLock?.request('screen').catch(() => undefined);
    stayAwake();
    document.addEventListener('visibilitychange', stayAwake);
    return () => document.removeEventListener('visibilitychange', stayAwake);
  }, []);
  return (
    <div className="tv-window">
      <div className="tv-canvas" style={{ transform: `translate(-50%, -50%) scale(${scale})` }}>
        {children}
      </div>
    </div>
  );
}
