/** The date-versioned releases that the sandbox serves (facts: platform calendar). */
export const DATED_VERSIONS = ['2026-03', '2026-09'] as const;

/**
 * All paths of one endpoint: `/{api}/{version}{rest}` for each dated release, and the v3 twins
 * `/{family}/v3/{name}{rest}` and `/{family}/{name}/v3{rest}`.
 */
export function apiPaths(api: string, rest = ''): string[] {
  const [family = '', name] = api.split('/');
  const twins =
    name === undefined
      ? [`/${family}/v3${rest}`]
      : [`/${family}/v3/${name}${rest}`, `/${family}/${name}/v3${rest}`];
  return [...DATED_VERSIONS.map((version) => `/${api}/${version}${rest}`), ...twins];
}

/** Whether a call came in on a date-versioned path, where some fields are required that v3 leaves optional. */
export function isDated(path: string): boolean {
  return DATED_VERSIONS.some((version) => path.includes(`/${version}`));
}
