import type { SandboxReply } from '../http/route.ts';
import { PAGE_HEADERS } from './guard.ts';
import type { Html, HtmlValue } from './html.ts';
import { html } from './html.ts';

export const PRODUCT = 'Sandbox CRM — not HubSpot';

/** What a page says about the last thing that the user did. */
export interface Notice {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

export interface PageContent {
  /** Of the page; the product's name follows it. */
  readonly title: string;
  /** Which entry of the navigation is the current one. */
  readonly place: 'contacts' | 'users' | 'none';
  readonly body: HtmlValue;
  readonly notice?: Notice | null;
  /** Time of the portal, as text. */
  readonly time?: string;
  readonly status?: number;
}

/** A whole page with its headers. */
export function pageReply(content: PageContent): SandboxReply {
  const { title, body, notice, status } = content;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === '' ? PRODUCT : `${title} · ${PRODUCT}`}</title>
        <link rel="stylesheet" href="/crm/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        ${header(content)}
        <main id="main">${notice && noticeBox(notice)}${body}</main>
      </body>
    </html>`;
  return {
    status: status ?? 200,
    contentType: 'text/html; charset=utf-8',
    headers: PAGE_HEADERS,
    body: page.markup,
  };
}

/** After a form: the browser asks for the page again, and reloading it repeats nothing. */
export function redirect(to: string): SandboxReply {
  return { status: 303, headers: { ...PAGE_HEADERS, location: to } };
}

/** An option of a select. */
export function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? html` selected` : null}>${label}</option>`;
}

function header({ place, time }: PageContent): Html {
  const link = (to: string, label: string, isHere: boolean): Html =>
    html`<a href="${to}" ${isHere ? html` aria-current="page"` : null}>${label}</a>`;
  return html`<header class="top">
    <span class="product">${PRODUCT}</span>
    <nav aria-label="Pages">
      ${link('/crm', 'Contacts', place === 'contacts')}${link('/crm/users', 'Users', place === 'users')}
    </nav>
    ${time === undefined ? null : html`<span class="clock">CRM time <time>${time}</time></span>`}
  </header>`;
}

function noticeBox({ kind, text }: Notice): Html {
  return html`<p class="notice ${kind}" role="${kind === 'done' ? 'status' : 'alert'}">${text}</p>`;
}
