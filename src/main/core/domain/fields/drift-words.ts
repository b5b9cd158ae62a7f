import { remedyOf, type FieldDifference, type Remedy } from './drift.ts';

/** The words of each button. */
export const REMEDY_WORDS: Readonly<Record<Remedy, string>> = {
  're-create': 'Re-create',
  'add-option': 'Add option',
  'show-option': 'Show option',
  'restore-label': 'Restore label',
  'move-back': 'Move back',
};

/** Why a write waits, for Activity. `label` is the property's own. */
export function waitsFor(difference: FieldDifference, label: string): string {
  return `${label} waits: ${whatIsWrong(difference)}. Put that right on CRM Details, Fields.`;
}

function whatIsWrong({ kind, property, option, is }: FieldDifference): string {
  if (kind === 'option')
    return `option missing: the portal has no option "${option}" in ${property} any more`;
  if (kind === 'type') return `${property} is of another type in the CRM now (${is})`;
  return `${property} was deleted or archived in the CRM`;
}

/** One difference, or several missing options of one property, as the page tells it. */
export function differenceSentence(
  differences: readonly [FieldDifference, ...FieldDifference[]],
  label: string,
  isOurs: boolean,
): string {
  const [first] = differences;
  const options = differences.map(({ option }) => `"${option}"`).join(', ');
  const several = differences.length > 1;
  const { remedy } = remedyOf(first, isOurs);
  switch (first.kind) {
    case 'gone':
      return `"${label}" (${first.property}) was deleted or archived in the CRM, so nothing is written to it; its writes wait. ${
        remedy === null
          ? 'It is not a field that Baton made, so Baton does not bring it back: restore it in the CRM, or press Set up fields and Baton makes its own.'
          : 'Re-create brings it back with the values that the CRM still has.'
      }`;
    case 'type':
      return `"${label}" (${first.property}) is of type ${first.is} now; it was ${first.was}. Its writes wait. Baton never changes a type, because values could be lost: change it back in the CRM.`;
    case 'option':
      return `${several ? 'Options are' : 'An option is'} missing in "${label}" (${first.property}): ${options}. Writes of ${several ? 'these values' : 'this value'} wait, all others go on.`;
    case 'hidden-option':
      return `${several ? 'Options are' : 'An option is'} hidden in "${label}" (${first.property}): ${options}. People cannot choose ${several ? 'them' : 'it'}.`;
    case 'shape':
      return `"${label}" (${first.property}) is ${first.is} now; it was ${first.was}. Baton can still use it.`;
    case 'label':
      return `"${first.was}" (${first.property}) is called "${first.is}" now. Baton goes by the internal name, so nothing waits.${isOurs ? '' : ' It is not a field that Baton made, so Baton does not rename it.'}`;
    case 'group':
      return `"${label}" (${first.property}) was moved from the group ${first.was} to ${first.is}. Nothing waits.${isOurs ? '' : ' It is not a field that Baton made, so Baton does not move it.'}`;
  }
}
