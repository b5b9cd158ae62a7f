import type { Found } from './found.ts';

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|app|dev|eu|de|at|ch|fr|es|it|nl|pt|uk|us|info|biz|example|shop|cloud|tech)(?:\/[^\s<>"')\]]*)?(?![\p{L}\p{N}-])/giu;

/** Links and e-mail addresses, as they can be compared: without scheme, `www.` and a slash at the end. */
export function findLinks(text: string): readonly Found[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => {
    const words = match[0].replace(/[.-]+$/, '');
    return at('address', match.index, words, [words.toLowerCase()]);
  });
  const links = [...text.matchAll(LINK)]
    .map((match) => {
      const words = match[0].replace(/[.,;:!?]+$/u, '');
      return at('link', match.index, words, [bare(words)]);
    })
    .filter((link) => !addresses.some((each) => each.from < link.to && link.from < each.to));
  return [...addresses, ...links];
}

/** Where a link or an address leads: `acme.com`. */
export function hostOf(key: string): string {
  return (key.split('@').at(-1) ?? '').split(/[/?#:]/u)[0] ?? '';
}

function bare(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

function at(kind: 'address' | 'link', from: number, words: string, keys: readonly string[]): Found {
  return { kind, words, from, to: from + words.length, keys };
}
