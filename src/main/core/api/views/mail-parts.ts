import { ownWords } from '../../domain/replies/reply-text.ts';

/** A mail's own words, and what stands around them: what it quotes, and a signature. */
export function mailParts(text: string): { text: string; isOwn: boolean }[] {
  const own = ownWords(text);
  const start = text.indexOf(own);
  if (own === '' || start === -1) return [{ text, isOwn: true }];
  const parts = [
    { text: text.slice(0, start), isOwn: false },
    { text: own, isOwn: true },
    { text: text.slice(start + own.length), isOwn: false },
  ];
  return parts.filter((part) => part.text.trim() !== '');
}
