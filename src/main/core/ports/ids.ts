/** New ids: unique, unguessable, sortable by creation. */
export interface Ids {
  next(): string;
}
