import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './client.ts';
import { programTime } from './program-time.ts';

const ASK_AGAIN_MS = 30_000;

/** Version, host, the demo's state: asked again now and then to keep the clock true. */
export function useSystemInfo() {
  return useQuery(api.system.info.queryOptions({ refetchInterval: ASK_AGAIN_MS, staleTime: ASK_AGAIN_MS }));
}

/**
 * The program's time, current to `everyMs` (real milliseconds). Times on screen are relative to it and not to
 * this machine's clock: in the demo it runs faster.
 */
export function useNow(everyMs = 5_000): number {
  const info = useSystemInfo();
  const [here, setHere] = useState(() => Date.now());
  const speed = info.data?.demo?.speed ?? 1;
  const step = speed > 1 ? Math.min(everyMs, 1_000) : everyMs;
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), step);
    return () => clearInterval(timer);
  }, [step]);
  const reading = info.data
    ? { now: info.data.demo?.now ?? info.data.now, speed, heardAt: info.dataUpdatedAt }
    : null;
  return programTime(reading, Math.max(here, info.dataUpdatedAt));
}
