import type { DifferenceKind, WatchedKey } from '#contract/names.ts';
import type { FieldOption, FoundField } from './field-definition.ts';

export { DIFFERENCE_KINDS, WATCHED_KEYS } from '#contract/names.ts';
export type { DifferenceKind, WatchedKey } from '#contract/names.ts';

/** A property as it was when it was last accepted: what it is compared with from then on. */
export interface WatchedField {
  readonly key: WatchedKey;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  /** Made by us; any other is never altered, but for options that a person asks for. */
  readonly isOurs: boolean;
  /** Values of options that we need and that were there. */
  readonly options: readonly string[];
}

/** One thing about a property that somebody changed in the CRM. */
export interface FieldDifference {
  readonly key: WatchedKey;
  readonly property: string;
  readonly kind: DifferenceKind;
  /** The value of the option; empty for the other kinds. */
  readonly option: string;
  readonly was: string;
  readonly is: string;
}

/** What the portal must have for a property to be used. */
export interface FieldNeeds {
  /** Whether a type serves the purpose. */
  fits(found: FoundField): boolean;
  readonly options: readonly FieldOption[];
  /** The options are needed even if they were never there. */
  readonly needsAll: boolean;
  /** People choose them on the record, so a hidden one is of no use. */
  readonly areChosen: boolean;
}

/** What differs from what was accepted; empty: nothing. An unusable property is told once, without its details. */
export function differencesOf(
  watched: WatchedField,
  found: FoundField | null,
  needs: FieldNeeds,
): readonly FieldDifference[] {
  const { key, name } = watched;
  const difference = (kind: DifferenceKind, was: string, is: string, option = ''): FieldDifference => ({
    key,
    property: name,
    kind,
    option,
    was,
    is,
  });
  if (found === null || found.archived) return [difference('gone', watched.label, '')];
  const shapes = [shapeOf(watched), shapeOf(found)] as const;
  if (!needs.fits(found)) return [difference('type', ...shapes)];
  const isStock = key === 'contactStatus';
  return [
    ...optionDifferences(watched, found, needs).map(({ kind, option, label }) =>
      difference(kind, label, '', option),
    ),
    ...(!isStock && shapes[0] !== shapes[1] ? [difference('shape', ...shapes)] : []),
    ...(!isStock && watched.label !== found.label ? [difference('label', watched.label, found.label)] : []),
    ...(!isStock && watched.groupName !== found.groupName
      ? [difference('group', watched.groupName, found.groupName)]
      : []),
  ];
}

/** What a property is compared with from now on: as it was accepted, with the needed options that were seen since. */
export function stillWatched(
  watched: WatchedField,
  found: FoundField | null,
  needs: Pick<FieldNeeds, 'options'>,
): WatchedField {
  const seen = found === null ? [] : presentOf(found, needs.options);
  const options = [...new Set([...watched.options, ...seen])].toSorted((a, b) => a.localeCompare(b));
  return { ...watched, options };
}

/** A property as it is now, accepted. */
export function accepted(
  key: WatchedKey,
  found: FoundField,
  isOurs: boolean,
  needs: Pick<FieldNeeds, 'options'>,
): WatchedField {
  const { name, label, type, fieldType, groupName } = found;
  return stillWatched({ key, name, label, type, fieldType, groupName, isOurs, options: [] }, found, needs);
}

/** The difference that keeps a value from being written; null: none does. */
export function blockOf<D extends FieldDifference>(
  differences: readonly D[],
  key: WatchedKey,
  value: string,
): D | null {
  return (
    differences.find(
      (each) =>
        each.key === key &&
        (each.kind === 'gone' ||
          each.kind === 'type' ||
          (each.kind === 'option' && value !== '' && isSame(each.option, value))),
    ) ?? null
  );
}

/** What can be done about a difference by a button. */
export type Remedy = 're-create' | 'add-option' | 'show-option' | 'restore-label' | 'move-back';

/** The button of a difference; null: we must not. `keeps`: it can be accepted as it is now. */
export function remedyOf(
  difference: FieldDifference,
  isOurs: boolean,
): { readonly remedy: Remedy | null; readonly keeps: boolean } {
  switch (difference.kind) {
    case 'gone':
      return { remedy: isOurs ? 're-create' : null, keeps: false };
    case 'type':
      return { remedy: null, keeps: false };
    case 'option':
      return { remedy: 'add-option', keeps: false };
    case 'hidden-option':
      return { remedy: isOurs ? 'show-option' : null, keeps: false };
    case 'shape':
      return { remedy: null, keeps: true };
    case 'label':
      return { remedy: isOurs ? 'restore-label' : null, keeps: true };
    case 'group':
      return { remedy: isOurs ? 'move-back' : null, keeps: true };
  }
}

interface OptionDifference {
  readonly kind: 'option' | 'hidden-option';
  readonly option: string;
  readonly label: string;
}

function optionDifferences(
  watched: WatchedField,
  found: FoundField,
  needs: FieldNeeds,
): readonly OptionDifference[] {
  if (found.type !== 'enumeration') return [];
  return needs.options.flatMap(({ value, label }): OptionDifference[] => {
    const there = found.options.find((option) => isSame(option.value, value));
    if (there === undefined) {
      const isMissed = needs.needsAll || watched.options.some((option) => isSame(option, value));
      return isMissed ? [{ kind: 'option', option: value, label }] : [];
    }
    const isHidden = needs.areChosen && there.hidden;
    return isHidden ? [{ kind: 'hidden-option', option: there.value, label }] : [];
  });
}

function presentOf(found: FoundField, options: readonly FieldOption[]): readonly string[] {
  return options.flatMap(
    ({ value }) => found.options.find((option) => isSame(option.value, value))?.value ?? [],
  );
}

function shapeOf({ type, fieldType }: Pick<FoundField, 'type' | 'fieldType'>): string {
  return `${type}, ${fieldType}`;
}

/** The CRM's own spelling of a status counts (domain.md section 1: `In_Progress` for IN_PROGRESS). */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
