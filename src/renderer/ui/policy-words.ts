import type { WritePolicy } from '#contract/names.ts';

/** The rules in words, and what each means. */
export const POLICY_WORDS: Readonly<
  Record<WritePolicy, { readonly label: string; readonly meaning: string }>
> = {
  always: { label: 'Always', meaning: 'Each new state is written over what is there.' },
  'if-ours-was-last': {
    label: 'If ours was last',
    meaning: 'Written as long as nobody else changed what Baton wrote.',
  },
  'if-empty': { label: 'If empty', meaning: 'Written only where the field has no value yet.' },
  never: { label: 'Never', meaning: 'Baton leaves this field alone.' },
};

const ORDER: readonly WritePolicy[] = ['always', 'if-ours-was-last', 'if-empty', 'never'];

/** The rules to choose from, the most common first. */
export const POLICY_CHOICES = ORDER.map((value) => ({ value, label: POLICY_WORDS[value].label }));
