import { expect, it } from 'vitest';
import { referredName } from './referred-name.ts';

it.each([
  ['Please write to Ann Lee, ann@x.example.', 'ann@x.example', 'Ann Lee'],
  ['Please contact my colleague Ann Lee (ann.lee@x.example).', 'ann.lee@x.example', 'Ann Lee'],
  ['Wenden Sie sich an Frau Jörg-Meier <jm@x.example>', 'jm@x.example', 'Jörg-Meier'],
  ['Écrivez à Émile Zola : ez@x.example', 'ez@x.example', 'Émile Zola'],
  ['Write to ann.lee@x.example instead.', 'ann.lee@x.example', 'Ann Lee'],
  ['Contact: office@x.example', 'office@x.example', ''],
  ['', 'x1@x.example', ''],
])('who is named in “%s”', (text, address, name) => {
  expect(referredName(text, address)).toBe(name);
});
