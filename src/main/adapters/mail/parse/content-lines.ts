/** A line of a calendar: `NAME;PARAMETER=value:value` (RFC 5545, 3.1). Names are in upper case. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands there, still escaped. */
  readonly value: string;
}

/** More lines than any honest event has; the rest of a hostile one is left out. */
const MOST_LINES = 5_000;
const LONGEST_LINE = 16_000;
const MOST_PARAMETERS = 30;

/** The lines of a calendar, folded ones put together again; what is no such line is left out. */
export function contentLines(text: string): readonly ContentLine[] {
  const unfolded: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = unfolded.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) {
      const known = unfolded[last] ?? '';
      if (known.length < LONGEST_LINE) unfolded[last] = known + line.slice(1);
      continue;
    }
    if (unfolded.length >= MOST_LINES) break;
    unfolded.push(line);
  }
  return unfolded.flatMap((line) => readLine(line.slice(0, LONGEST_LINE)) ?? []);
}

/** A text value without its escapes (RFC 5545, 3.3.11), its control characters gone, cut to a length. */
export function textValue(value: string, longest: number): string {
  return value
    .slice(0, longest * 2)
    .replaceAll(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .trim()
    .slice(0, longest);
}

/** The colon that ends the parameters may stand in quotation marks before. */
function readLine(line: string): ContentLine | null {
  const parts: string[] = [];
  let begin = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') quoted = !quoted;
    if (quoted || (sign !== ';' && sign !== ':')) continue;
    parts.push(line.slice(begin, at));
    begin = at + 1;
    if (sign === ':') return asLine(parts, line.slice(begin));
    if (parts.length > MOST_PARAMETERS) return null;
  }
  return null;
}

function asLine([name = '', ...parameters]: readonly string[], value: string): ContentLine | null {
  if (!/^[\w-]{1,60}$/.test(name)) return null;
  const named = parameters.map((parameter): [string, string] => {
    const equals = parameter.indexOf('=');
    return [parameter.slice(0, equals).toUpperCase(), parameter.slice(equals + 1).replaceAll('"', '')];
  });
  return { name: name.toUpperCase(), parameters: new Map(named), value };
}
