import type { CrmStep } from '#core/domain/crm/rights.ts';

/** What a call is made for; the names under which calls are counted. */
export type Purpose =
  | 'account'
  | 'users'
  | 'search'
  | 'look-through'
  | 'read'
  | 'note'
  | 'email'
  | 'task'
  | 'properties'
  | 'contact'
  | 'lookup'
  | 'fields'
  | 'lease';

/** Whose rights a call takes. */
export function stepOf(purpose: Purpose, isWrite: boolean): CrmStep {
  switch (purpose) {
    case 'account':
      return 'account';
    case 'users':
      return isWrite ? 'inviting' : 'users';
    case 'fields':
    case 'lease':
      return isWrite ? 'field-setup' : 'fields';
    case 'search':
    case 'look-through':
    case 'read':
    case 'lookup':
    case 'note':
    case 'email':
    case 'task':
    case 'properties':
    case 'contact':
      return isWrite ? 'contact-writing' : 'contacts';
  }
}
