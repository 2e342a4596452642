import type { Page } from 'playwright-core';
import type { Document, DocumentSummary } from '../../contract/documents.ts';
import type { Meeting } from '../../contract/meetings.ts';
import type { Shown } from './state.ts';

export async function comeByLetter(page: Page, { links }: Shown): Promise<Meeting> {
  await page.goto(links.member.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return read<Meeting>(page, `/api/meetings/${new URL(page.url()).pathname.split('/').at(-1)}`);
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(new URL(path, page.url()).href)).json()) as T;
}

const paper = ({ documents }: Meeting, number: string): DocumentSummary =>
  documents.find((one) => one.kind === 'material' && one.number === number)!;

/** 資料１ open in the reader. */
export async function openReader(page: Page, shown: Shown, query = '?page=4'): Promise<Document> {
  const { id } = paper(await comeByLetter(page, shown), '1');
  await page.goto(`${shown.origin}/documents/${id}${query}`);
  await page.locator('ui-page-view .picture[data-state=shown] img').first().waitFor();
  return read<Document>(page, `/api/documents/${id}`);
}

/** 資料１ beside that of the year before. */
export async function openBeside(page: Page, shown: Shown): Promise<DocumentSummary> {
  const document = paper(await comeByLetter(page, shown), '1');
  await page.goto(`${shown.origin}/documents/${document.id}/beside/${document.counterpart?.documentId}?page=4`);
  await page.getByRole('link', { name: /一覧/ }).first().waitFor({ timeout: 60_000 });
  await page.locator('.rows button').first().waitFor({ state: 'attached' });
  return document;
}

export async function chooseInMenu(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'メニュー' }).click();
  await page.locator('ui-dialog').getByRole('button', { name }).click();
}

export async function chooseRow(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^計、計画額/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '選んだ行' }).waitFor();
}

export async function openChanges(page: Page, shown: Shown): Promise<void> {
  const document = paper(await comeByLetter(page, shown), '1');
  await page.goto(`${shown.origin}/documents/${document.id}/beside/${document.counterpart?.documentId}/changes`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
}
