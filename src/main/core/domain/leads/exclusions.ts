import type { FieldError } from '../schedules/field-error.ts';

const ADDRESS = /^[^\s@<>(),;:"*]+@[^\s@<>(),;:"*]+\.[^\s@<>(),;:"*]+$/;
const DOMAIN = /^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]{2,}$/;

/**
 * The patterns that exclude one of these addresses: the address itself, its domain, and each domain above it, which
 * excludes what is under it: `acme.com` stands for ana@acme.com and ana@mail.acme.com, `*.acme.com` for the second
 * alone. Lower case.
 */
export function patternsAgainst(addresses: readonly string[]): readonly string[] {
  const patterns = new Set<string>();
  for (const text of addresses) {
    const address = text.trim().toLowerCase();
    const domain = address.slice(address.lastIndexOf('@') + 1);
    if (address === '' || domain === '') continue;
    patterns.add(address);
    const labels = domain.split('.');
    labels.forEach((_, index) => {
      const above = labels.slice(index).join('.');
      patterns.add(above);
      if (index > 0) patterns.add(`*.${above}`);
    });
  }
  return [...patterns];
}

/** What of a pasted list is meant: addresses and domains, each once, in lower case; and what is neither. */
export function readPatterns(text: string): {
  readonly patterns: readonly string[];
  readonly errors: readonly FieldError[];
} {
  const patterns = new Set<string>();
  const errors: FieldError[] = [];
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  for (const word of words) {
    const pattern = word
      .toLowerCase()
      .replace(/^<(.*)>$/, '$1')
      .replace(/^@/, '')
      .replace(/^https?:\/\/(www\.)?([^/]+).*$/, '$2');
    if (ADDRESS.test(pattern) || DOMAIN.test(pattern)) patterns.add(pattern);
    else {
      const message = `"${word}" is neither an address such as ana@acme.com nor a domain such as acme.com.`;
      errors.push({ field: 'list', message });
    }
  }
  return { patterns: [...patterns], errors };
}

/** Why a person is not written to, for a note or a line. */
export function exclusionInWords(pattern: string): string {
  return `${pattern} is on the list "Never write to".`;
}
