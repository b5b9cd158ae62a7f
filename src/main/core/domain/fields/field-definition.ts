import type { FieldKey } from '#contract/names.ts';

/** One option of an enumeration in the CRM. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hidden: boolean;
  readonly displayOrder: number;
}

/** A contact property as the CRM has it. */
export interface FoundField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly FieldOption[];
  readonly archived: boolean;
}

/** A property as we would create it, and which existing ones may take its place. */
export interface FieldDefinition {
  readonly key: FieldKey;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly FieldOption[];
  /** Further internal names under which a portal may have it, best first. */
  readonly alsoNamed: readonly string[];
  /** The types that serve the purpose. An empty list of field types: any. */
  readonly fits: readonly { readonly type: string; readonly fieldTypes: readonly string[] }[];
}

/** Internal names of our fields in a connection; null where the portal has none. */
export type FieldMapping = Readonly<Record<FieldKey, string | null>>;
