import type { SandboxReply } from '../http/route.ts';
import type { CrmObject, Portal, PropertyDefinition, PropertyVersion } from '../portal/model.ts';
import { byWhom, contactName, ownerName, recordPath, timeText, valueText } from './crm-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { ourFields } from './our-fields.ts';
import { pageReply } from './page.ts';
import type { Notice } from './page.ts';
import { recordForms } from './record-forms.ts';
import { timeline } from './record-timeline.ts';

/** How many versions of a value the page shows. */
const SHOWN_VERSIONS = 10;

export interface RecordPage {
  readonly portal: Portal;
  readonly now: number;
  readonly contact: CrmObject;
  /** The address of this contact to which a mail was sent; null: none was. */
  readonly answersFrom: string | null;
  readonly notice: Notice | null;
  readonly status?: number;
}

/** Everything about one contact, and what a person can do with it. */
export function recordPage(page: RecordPage): SandboxReply {
  const { portal, contact, notice, now, status } = page;
  const { values } = contact;
  const name = contactName(contact);
  const facts = [values['jobtitle'], values['company']].filter((fact) => fact !== undefined).join(', ');
  return pageReply({
    title: name,
    place: 'none',
    notice,
    status: status ?? 200,
    time: timeText(portal, now),
    body: html`<p><a href="/crm">All contacts</a></p>
      <div class="head">
        <h1>${name}</h1>
        <span>${values['email'] ?? 'no e-mail'}</span
        >${facts !== '' && html`<span class="soft">${facts}</span>`}<span class="soft"
          >Contact ${contact.id} · Owner:
          <strong>${ownerName(portal, values['hubspot_owner_id'] ?? '')}</strong></span
        >
      </div>
      <div class="record">
        <div class="stack">${recordForms(portal, contact, page.answersFrom)}${fields(portal, contact)}</div>
        <section class="card stack" aria-labelledby="timeline">
          <div class="head">
            <h2 id="timeline">Timeline</h2>
            <a href="${recordPath(portal, contact.id)}">Reload</a>
          </div>
          ${timeline(portal, contact)}
        </section>
      </div>`,
  });
}

/** A contact in the recycle bin, which can come back. */
export function deletedPage(portal: Portal, contact: CrmObject, notice: Notice | null): SandboxReply {
  return pageReply({
    title: contactName(contact),
    place: 'none',
    notice,
    status: 404,
    body: html`<p><a href="/crm">All contacts</a></p>
      <div class="card stack">
        <h1>${contactName(contact)}</h1>
        <p>
          This contact was deleted on ${timeText(portal, contact.archivedAt ?? 0)} and lies in the recycle
          bin.
        </p>
        <form method="post" action="${`${recordPath(portal, contact.id)}/restore`}">
          <button class="main">Restore it</button>
        </form>
      </div>`,
  });
}

function fields(portal: Portal, contact: CrmObject): Html {
  const definitions = portal.properties.contacts;
  const ours = ourFields(portal).all.map((property) => property.name);
  const first = [...new Set(['hubspot_owner_id', 'hs_lead_status', ...ours])];
  const rest = Object.keys(contact.values)
    .filter((name) => !first.includes(name))
    .map((name) => ({ name, label: definitions.get(name)?.label ?? name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
    .map(({ name }) => name);
  const list = (names: readonly string[]): Html =>
    html`<dl>${names.map((name) => field(portal, contact, definitions.get(name), name))}</dl>`;
  return html`<section class="card stack" aria-labelledby="properties">
    <h2 id="properties">Properties</h2>
    ${list(first)}
    <details>
      <summary>All ${rest.length} other properties with a value</summary>
      ${list(rest)}
    </details>
  </section>`;
}

function field(
  portal: Portal,
  contact: CrmObject,
  property: PropertyDefinition | undefined,
  name: string,
): Html {
  const versions = contact.history.get(name) ?? [];
  const [last] = versions;
  const value = valueText(portal, property, contact.values[name] ?? '');
  const said = (version: PropertyVersion): Html =>
    html`<span class="when">${timeText(portal, version.timestamp)}</span> by ${byWhom(portal, version)}`;
  return html`<div>
    <dt>${property?.label ?? name}</dt>
    <dd>
      <span class="value">${value}</span>${
        last === undefined
          ? null
          : html`<details>
              <summary>${said(last)}</summary>
              <ol>
                ${versions.slice(0, SHOWN_VERSIONS).map((version) => html`<li><strong>${valueText(portal, property, version.value)}</strong>, ${said(version)}</li>`)}
              </ol>
              ${versions.length > SHOWN_VERSIONS && html`<small>${versions.length - SHOWN_VERSIONS} older ones</small>`}
            </details>`
      }
    </dd>
  </div>`;
}
