import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { type Portal, startPortal } from '../../server/main.ts';

export interface Office {
  readonly portal: Portal;
  readonly base: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: script errors, console errors, breaches of the Content-Security-Policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** An empty portal on a folder of its own, and a browser before it. Needs the built web (npm run build). */
export async function openOffice(): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'kurabe-office-'));
  const port = String(await freePort());
  const base = `http://127.0.0.1:${port}`;
  const environment = { KURABE_DATA: folder, PORT: port, PUBLIC_URL: base, LOG_LEVEL: 'silent' };
  const portal = await startPortal(readConfiguration(environment));
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    portal,
    base,
    context,
    page,
    complaints,
    async close() {
      await browser.close();
      await portal.close();
      await rm(folder, { recursive: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(address)));
      });
  });
}

const axeScript = readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds on the page as it stands, a line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  // By the debugger, as the policy of the page allows no script but its own.
  await page.evaluate(await axeScript);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    interface Violation {
      id: string;
      nodes: { target: string[] }[];
    }
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

/** The accessible name of what the keyboard is on, through all shadow roots. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

/** A PDF of that many pages, each with a line of Latin text. */
export function smallPdf(pages: number, text: string): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 1; page <= pages; page += 1) {
    const content = `BT /F1 24 Tf 72 700 Td (${text} ${page}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${3 + page * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
