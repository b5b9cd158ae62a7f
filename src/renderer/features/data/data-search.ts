/** What the address of the page *Data* holds. */
export interface DataSearch {
  /** An address or CRM id to look a person up by. */
  readonly person?: string;
}

/** Reads it from an address; what is not understood is left out. */
export function readDataSearch(search: Record<string, unknown>): DataSearch {
  const { person } = search;
  const asked = typeof person === 'number' ? String(person) : person;
  return typeof asked === 'string' && asked !== '' ? { person: asked } : {};
}
