import type { SandboxReply } from '../http/route.ts';
import type { CrmObject, Portal } from '../portal/model.ts';
import {
  activeOwners,
  contactName,
  ownerLabel,
  ownerName,
  recordPath,
  timeText,
  valueText,
} from './crm-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { ourFields } from './our-fields.ts';
import { NOBODY, ownerOptions } from './owner-select.ts';
import { option, pageReply } from './page.ts';
import type { Notice } from './page.ts';

const PAGE_SIZE = 50;
/** Contacts chosen in a list are fields of this name and their number: a form keeps one value a name. */
export const CHOSEN = 'contact-';

/** Which part of the contacts a list shows. */
export interface ListView {
  readonly search: string;
  /** Owner id, `nobody`, or '' for all. */
  readonly owner: string;
  /** From 1. */
  readonly page: number;
}

/** The view of a query string; what is not understood is left out. */
export function readView(query: URLSearchParams): ListView {
  const page = Number(query.get('page') ?? '1');
  return {
    search: (query.get('search') ?? '').trim().slice(0, 200),
    owner: query.get('owner') ?? '',
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

/** The list's address; `more` are parameters that are no part of the view. */
export function listPath(view: ListView, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  if (view.search !== '') query.set('search', view.search);
  if (view.owner !== '') query.set('owner', view.owner);
  if (view.page > 1) query.set('page', String(view.page));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size === 0 ? '/crm' : `/crm?${query.toString()}`;
}

/** The contacts, last modified first. */
export function contactsPage(
  portal: Portal,
  now: number,
  view: ListView,
  notice: Notice | null,
  status = 200,
): SandboxReply {
  const found = findContacts(portal, view);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return pageReply({
    title: 'Contacts',
    place: 'contacts',
    notice,
    status,
    time: timeText(portal, now),
    body: html`<div class="head">
        <h1>Contacts</h1>
        <span class="soft">${found.length.toLocaleString('en')} found</span>
      </div>
      ${filterForm(portal, view)}
      ${found.length === 0 ? html`<p class="card">No contact matches. <a href="/crm">Show all contacts</a></p>` : chooser(portal, shown, { ...view, page }, pages)}`,
  });
}

/** The ids that a posted list form has ticked. */
export function chosenIds(form: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(form)
    .filter((name) => name.startsWith(CHOSEN))
    .map((name) => name.slice(CHOSEN.length));
}

/** The view that a posted list form came from. */
export function viewOf(form: Readonly<Record<string, string>>): ListView {
  return readView(new URLSearchParams(form['view'] ?? ''));
}

function filterForm(portal: Portal, { search, owner }: ListView): Html {
  const owners = [...activeOwners(portal), ...[...portal.owners.values()].filter(({ archived }) => archived)];
  return html`<form method="get" action="/crm" role="search" class="card">
    <label class="grow"
      >Search name, e-mail, company<input type="search" name="search" value="${search}"
    /></label>
    <label
      >Owner<select name="owner">
        ${option('', 'Anybody', owner)}${option(NOBODY, 'Nobody', owner)}${owners.map((each) => option(each.id, ownerLabel(each), owner))}
      </select></label
    >
    <button>Filter</button>
    ${search !== '' || owner !== '' ? html`<a href="/crm">Clear</a>` : null}
  </form>`;
}

function chooser(portal: Portal, contacts: readonly CrmObject[], view: ListView, pages: number): Html {
  const { status } = ourFields(portal);
  const leadStatus = portal.properties.contacts.get('hs_lead_status');
  const row = (contact: CrmObject): Html => {
    const { id, values } = contact;
    const name = contactName(contact);
    const connection = status === null ? '' : (values[status.name] ?? '');
    return html`<tr>
      <td class="tick">
        <label
          ><input type="checkbox" name="${CHOSEN}${id}" value="1" aria-label="${`Choose ${name}`}"
        /></label>
      </td>
      <th scope="row">
        <a href="${recordPath(portal, id)}">${name}</a><br /><small
          >${values['email'] ?? 'no e-mail'}${values['company'] === undefined ? '' : ` · ${values['company']}`}</small
        >
      </th>
      <td>${ownerName(portal, values['hubspot_owner_id'] ?? '')}</td>
      <td>
        ${values['hs_lead_status'] === undefined ? '' : valueText(portal, leadStatus, values['hs_lead_status'])}
      </td>
      <td>${connection}</td>
      <td class="when">${timeText(portal, contact.updatedAt)}</td>
    </tr>`;
  };
  const turn = (to: number, label: string): Html | null =>
    to >= 1 && to <= pages ? html`<a href="${listPath({ ...view, page: to })}">${label}</a>` : null;
  return html`<form method="post" action="/crm/assign" class="card stack">
    <input type="hidden" name="view" value="${listPath(view).slice('/crm?'.length)}" />
    <div class="row">
      <label
        >Assign selected to<select name="owner" required>
          ${option('', 'Choose an owner', '')}${ownerOptions(portal)}
        </select></label
      >
      <button class="main">Assign selected</button>
    </div>
    <div class="scroll">
      <table class="contacts">
        <thead>
          <tr>
            <td class="tick"></td>
            <th scope="col">Contact</th>
            <th scope="col">Owner</th>
            <th scope="col">Lead Status</th>
            <th scope="col">Lead Connection Status</th>
            <th scope="col">Last modified</th>
          </tr>
        </thead>
        <tbody>
          ${contacts.map(row)}
        </tbody>
      </table>
    </div>
    <nav class="pages" aria-label="Pages of the list">
      ${turn(view.page - 1, 'Previous')}<span>Page ${view.page} of ${pages}</span
      >${turn(view.page + 1, 'Next')}
    </nav>
  </form>`;
}

function findContacts(portal: Portal, { search, owner }: ListView): CrmObject[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const ownerId = owner === NOBODY ? '' : owner;
  const fits = ({ archivedAt, values }: CrmObject): boolean => {
    if (archivedAt !== null) return false;
    if (owner !== '' && (values['hubspot_owner_id'] ?? '') !== ownerId) return false;
    if (words.length === 0) return true;
    const { firstname = '', lastname = '', email = '', company = '' } = values;
    const text = `${firstname} ${lastname} ${email} ${company}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return [...portal.objects.contacts.values()]
    .filter(fits)
    .sort((a, b) => b.updatedAt - a.updatedAt || Number(b.id) - Number(a.id));
}
