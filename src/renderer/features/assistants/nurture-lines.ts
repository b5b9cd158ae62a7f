/** The facts in a text that was pasted: a line each, without empty ones and list marks. */
export function pastedFacts(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** `facts` with the one at `at` replaced by several. */
export function withPasted(facts: readonly string[], at: number, pasted: readonly string[]): string[] {
  const before = facts[at]?.trim() ?? '';
  return facts.toSpliced(at, 1, ...(before === '' ? [] : [before]), ...pasted);
}

/** `facts` with one moved to another place; the same when there is no such place. */
export function withFactMoved(facts: readonly string[], from: number, to: number): readonly string[] {
  const fact = facts[from];
  if (fact === undefined || to < 0 || to >= facts.length) return facts;
  return facts.toSpliced(from, 1).toSpliced(to, 0, fact);
}
