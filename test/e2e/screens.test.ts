import { rm } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { createFakeApi } from '#test/support/fake-api.ts';
import type { FakeApi } from '#test/support/fake-api.ts';
import { LOOKS, WIDE, NARROW, axeFindings, wellMade } from '#test/support/looks.ts';
import { buildRenderer, serveRenderer } from '#test/support/serve-renderer.ts';
import type { ServedRenderer } from '#test/support/serve-renderer.ts';

const SCREENS = [
  { path: '/leads', title: 'Leads' },
  { path: '/leads/lead-7', title: 'a lead' },
  { path: '/attention', title: 'Needs attention' },
  { path: '/activity', title: 'Activity' },
  { path: '/assistants', title: 'Assistants' },
  { path: '/schedules', title: 'Schedules' },
  { path: '/crm-details', title: 'CRM Details' },
] as const;
/** The machine may be busy; what is waited for comes within this. */
const PATIENT = { timeout: 10_000 };

let folder = '';
let browser: Browser;
let api: FakeApi;
let served: ServedRenderer;

beforeAll(async () => {
  api = createFakeApi({ leads: 2_000 });
  [folder, browser] = await Promise.all([buildRenderer(), launchBrowser()]);
  served = await serveRenderer(folder, api);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
});

interface Window {
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
  readonly url?: string;
}

/** Opens the screens in a fresh window; what the browser complains about lands in `complaints`. */
async function open(path: string, window: Window = WIDE) {
  const { url = served.url, scheme = 'light', ...viewport } = window;
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENT.timeout);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}#${path}`);
  await settled(page);
  return { page, complaints, close: () => context.close() };
}

/** Waits until a screen stands and nothing on it is being read. */
async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2):visible').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Scrolls the grid or table to an expression of its own measures, such as `e.scrollHeight`. */
async function scrollTo(page: Page, role: 'grid' | 'table', top: string): Promise<void> {
  await page.evaluate(`{ const e = document.querySelector('[role="${role}"]'); e.scrollTop = ${top}; }`);
}

/** The role of what has the keyboard. */
function focusedRole(page: Page): Promise<string | null> {
  return page.evaluate<string | null>('document.activeElement.getAttribute("role")');
}

/** The row at a place in a list; 2 is the first below the head. */
function rowAt(page: Page, place: number): Locator {
  return page.locator(`[role="row"][aria-rowindex="${place}"]`);
}

describe.each(LOOKS)('screens at $width × $height', (look) => {
  it('read well in $scheme', async () => {
    const { page, complaints, close } = await open('/leads', look);
    for (const screen of SCREENS) {
      await page.goto(`${served.url}#${screen.path}`);
      await settled(page);
      const name = screen.title.replaceAll(' ', '-').toLowerCase();
      await wellMade(page, `${name}-${look.width}-${look.scheme}`, look.scheme);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the Leads table at 100,000 leads', () => {
  let many: ServedRenderer;
  beforeAll(async () => {
    many = await serveRenderer(folder, createFakeApi({ leads: 100_000 }));
  });
  afterAll(() => many.close());

  it('goes from the first to the last lead with the keyboard alone', async () => {
    const { page, complaints, close } = await open('/leads', { ...WIDE, url: many.url });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    for (let press = 0; press < 40 && (await focusedRole(page)) !== 'grid'; press++) {
      await page.keyboard.press('Tab');
    }

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const chosen = page.getByRole('region', { name: 'Chosen leads' });
    await chosen.getByText('3 chosen').waitFor();
    await page.keyboard.press('Control+a');
    await chosen.getByText('100,000 chosen: all that match').waitFor();
    await page.keyboard.press('Escape');
    await chosen.waitFor({ state: 'detached' });

    await page.keyboard.press('End');
    const last = rowAt(page, 100_001);
    await last.getByText('@').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(60);

    const name = await last.locator('bdi').first().textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Lead' }).getByRole('heading', { name: name! }).waitFor();
    expect(page.url()).toMatch(/#\/leads\/lead-\d+/);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Lead' }).waitFor({ state: 'detached' });
    await expect.poll(() => focusedRole(page), PATIENT).toBe('grid');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows rows wherever one jumps, and holds only those in view', async () => {
    const { page, close } = await open('/leads', { ...WIDE, url: many.url });
    for (const share of [0.5, 0.1, 0.93, 0.27]) {
      await scrollTo(page, 'grid', `e.scrollHeight * ${share}`);
      const index = Math.round(100_000 * share) + 4;
      await rowAt(page, index).getByText('@').waitFor();
      expect(await page.getByRole('row').count()).toBeLessThan(60);
    }
    await close();
  });
});

describe('the Leads table', () => {
  it('finds, filters and sorts', async () => {
    const { page, close } = await open('/leads');
    await page.getByRole('button', { name: 'Lead', exact: true }).press('Enter');
    await page.locator('[role="columnheader"][aria-sort="ascending"]').getByText('Lead').waitFor();
    const hot = page.getByRole('button', { name: /^Hot/ });
    const hotLeads = api.leads.filter((lead) => lead.state === 'Hot').length.toLocaleString('en');
    await hot.click();
    await page.getByText(`${hotLeads} match`).waitFor();
    await page.getByRole('searchbox').fill('no such lead');
    await page.getByText('No lead matches').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await page.getByText('2,000 in all').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await close();
  });

  it('acts on many leads and says which were skipped and why', async () => {
    const { page, close } = await open('/leads');
    await page.getByRole('searchbox').fill('Weber');
    await page.getByText('match', { exact: false }).first().waitFor();
    await page.getByRole('grid').press('Control+a');
    await page.getByRole('region', { name: 'Chosen leads' }).getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    const result = page.getByRole('dialog', { name: 'Done' });
    await result.getByText(/Follow-up stopped for [\d,]+ leads/).waitFor();
    await result.getByText('The follow-up has already ended.').waitFor();
    await result.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('region', { name: 'Chosen leads' }).waitFor({ state: 'detached' });
    expect(api.leads.some((lead) => lead.name.includes('Weber') && lead.followUp === 'Scheduled')).toBe(
      false,
    );
    await close();
  });

  it('shows a change without being asked again', async () => {
    const { page, close } = await open('/leads/lead-1');
    const panel = page.getByRole('complementary', { name: 'Lead' });
    await panel.getByText('New', { exact: true }).first().waitFor();
    api.leads[0]!.state = 'Engaged';
    api.push(['leads'], ['lead-1']);
    await panel.getByText('Opened at least one e-mail.').waitFor();
    expect(await panel.getByText('Accepted; starts by itself').count()).toBe(0);
    await close();
  });
});

describe('a notice', () => {
  it('appears wherever one is and leads to its lead', async () => {
    const { page, close } = await open('/activity');
    await page.getByRole('table').waitFor();
    api.notice('Ana Silva is hot: she agreed to meet.', 'lead-9');
    const said = page.getByRole('alert').filter({ hasText: 'Ana Silva is hot' });
    await said.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await said.getByRole('link', { name: 'Open the lead' }).click();
    await expect.poll(() => page.url(), PATIENT).toContain('#/leads/lead-9');
    await close();
  });
});

describe('one lead', () => {
  it('marks the deciding words of a reply and says why an action is not possible', async () => {
    const { page, close } = await open('/leads/lead-7');
    expect(await page.locator('mark').allTextContents()).toEqual(['Tomorrow 5 pm works', 'send an invite']);
    const pause = page.getByRole('button', { name: 'Pause until' });
    expect(await pause.getAttribute('aria-disabled')).toBe('true');
    await pause.focus();
    await page.getByRole('tooltip', { name: 'The follow-up has ended.' }).waitFor();
    await page.getByRole('button', { name: 'Mark as' }).press('Enter');
    const markHot = page.getByRole('menuitem', { name: 'Mark hot' });
    expect(await markHot.getAttribute('aria-disabled')).toBe('true');
    await markHot.getByText('It is already Hot.').waitFor();
    await close();
  });

  it('takes a note, and says what is wrong with an empty one', async () => {
    const { page, close } = await open('/leads/lead-8');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByLabel('Note', { exact: true }).press('Control+Enter');
    await page.getByText('Note: write a few words.').waitFor();
    await page.getByLabel('Note', { exact: true }).fill('Met at the fair.');
    await page.getByLabel('Note', { exact: true }).press('Control+Enter');
    await page.getByText('The note goes to the CRM record.').waitFor();
    expect(await page.getByLabel('Note', { exact: true }).count()).toBe(0);
    await close();
  });

  it('keeps the place in the list in a narrow window', async () => {
    const { page, close } = await open('/leads', NARROW);
    await scrollTo(page, 'grid', '44_000');
    await rowAt(page, 1_006).getByText('@').click();
    await page.getByRole('button', { name: 'All leads' }).click();
    await rowAt(page, 1_006).waitFor();
    expect(await page.evaluate('document.querySelector("[role=grid]").scrollTop')).toBe(44_000);
    await close();
  });
});

describe('Activity', () => {
  it('opens an entry, tries it again, and the list of what needs the user gets shorter', async () => {
    const { page, complaints, close } = await open('/activity');
    await page.getByText('5 waiting').waitFor();
    await page.getByRole('combobox', { name: 'Result' }).click();
    await page.getByRole('option', { name: 'Needs attention' }).click();
    await page.getByText('2 match.').waitFor();
    await page
      .getByRole('button', { name: /^Details/ })
      .first()
      .press('Enter');
    await page.getByRole('table').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('4 waiting').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('reads on as one scrolls', async () => {
    const { page, close } = await open('/activity');
    const lastPlace = async (): Promise<number> => {
      await scrollTo(page, 'table', 'e.scrollHeight');
      return Number(await page.getByRole('row').last().getAttribute('aria-rowindex'));
    };
    await expect.poll(lastPlace, PATIENT).toBeGreaterThan(300);
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await close();
  });
});

describe('when things are not as usual', () => {
  it('says what to do before there is any lead', async () => {
    const emptyServed = await serveRenderer(folder, createFakeApi({ leads: 0 }));
    const { page, complaints, close } = await open('/leads', {
      url: emptyServed.url,
      width: 900,
      height: 600,
    });
    await page.getByText('No leads yet').waitFor();
    await page.getByRole('link', { name: 'Open CRM Details' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${emptyServed.url}#/activity`);
    await page.getByText('Nothing has been written yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
    await emptyServed.close();
  });

  it('shows the sentence of a failure and a way to try again', async () => {
    const sentence = 'The database is locked by another program. Close it, then try again.';
    const failing = await serveRenderer(folder, createFakeApi({ leads: 10, failWith: sentence }));
    const { page, close } = await open('/leads', { ...WIDE, url: failing.url });
    const alert = page.getByRole('alert').filter({ hasText: sentence });
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await close();
    await failing.close();
  });

  it('says that the connection is lost, and goes on when it is back', async () => {
    const { page, close } = await open('/leads');
    served.cutOff();
    await page.getByRole('alert').getByText('Connection lost.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    served.letIn();
    await page.getByRole('button', { name: 'Try now' }).click();
    await page.getByRole('status').getByText('Connected').waitFor();
    await page.getByRole('searchbox').fill('Iyer');
    await page.getByText(/[\d,]+ match/).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  it('keeps the choice of dark or light', async () => {
    const { page, complaints, close } = await open('/leads');
    await page.getByRole('button', { name: 'Colours: As the system' }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.reload();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
