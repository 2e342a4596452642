import type { Page } from 'playwright-core';
import { appearing } from './appearances.ts';
import { chooseInMenu, chooseRow, comeByLetter, openBeside, openChanges, openReader } from './member-ways.ts';
import type { Shown, State } from './state.ts';

const entry: State[] = [
  { name: 'entry', come: async (page, { origin }) => void (await page.goto(`${origin}/`)) },
  {
    name: 'entry-wrong-code',
    come: async (page, { origin }) => {
      await page.goto(`${origin}/`);
      await page.getByLabel('通知に書かれたコード（8文字）').fill('ABCD');
      await page.keyboard.press('Enter');
    },
  },
  ...(['revoked', 'expired', 'unknown'] as const).map((reason) => ({
    name: `key-${reason}`,
    come: async (page: Page, { origin }: Shown) => void (await page.goto(`${origin}/key/${reason}?committee=1`)),
  })),
  { name: 'not-found', come: async (page, { origin }) => void (await page.goto(`${origin}/nowhere`)) },
  { name: 'not-signed-in', come: async (page, { origin }) => void (await page.goto(`${origin}/meetings/1`)) },
  {
    name: 'document-missing',
    come: async (page, shown) => {
      await comeByLetter(page, shown);
      await page.goto(`${shown.origin}/documents/99999`);
    },
  },
];

const meeting: State[] = [
  { name: 'meeting', come: async (page, shown) => void (await comeByLetter(page, shown)) },
  {
    name: 'meeting-leave',
    come: async (page, shown) => {
      await comeByLetter(page, shown);
      await page.getByRole('button', { name: 'この端末での閲覧を終える' }).click();
    },
  },
  {
    name: 'meeting-coming',
    come: async (page, { links }) => {
      await page.goto(links.coming.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'meeting-other-committees',
    come: async (page, shown) => {
      await page.goto(shown.links.coming.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await comeByLetter(page, shown);
    },
  },
  {
    name: 'meeting-joined-pdf',
    come: async (page, shown) => {
      await comeByLetter(page, shown);
      await page.getByRole('link', { name: /１つのPDFで開く/ }).scrollIntoViewIfNeeded();
    },
  },
];

/** What the header offers on every page. */
const everywhere: State[] = [
  ...(['使い方', 'さがす'] as const).map((button) => ({
    name: button === 'さがす' ? 'find-dialog' : 'help-dialog',
    come: async (page: Page, shown: Shown) => {
      await comeByLetter(page, shown);
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').first().waitFor();
    },
  })),
  {
    name: 'help',
    come: async (page, shown) => {
      await comeByLetter(page, shown);
      await page.goto(`${shown.origin}/help`);
    },
  },
  ...(['', '?words=効果額', '?words=ない言葉'] as const).map((query, index) => ({
    name: ['search', 'search-found', 'search-none'][index]!,
    come: async (page: Page, shown: Shown) => {
      await comeByLetter(page, shown);
      await page.goto(`${shown.origin}/search${query}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  })),
];

const reader: State[] = [
  { name: 'reader', come: async (page, shown) => void (await openReader(page, shown)) },
  {
    name: 'reader-jump',
    come: async (page, shown) => {
      await openReader(page, shown);
      await page.getByRole('button', { name: /ページへ移動/ }).click();
    },
  },
  {
    name: 'reader-menu',
    come: async (page, shown) => {
      await openReader(page, shown);
      await page.getByRole('button', { name: 'メニュー' }).click();
    },
  },
  {
    name: 'reader-earlier-version',
    come: async (page, shown) => {
      const { id, revisions } = await openReader(page, shown);
      await page.goto(`${shown.origin}/documents/${id}?revision=${revisions.find((one) => one.number === 1)!.id}`);
      await page.locator('ui-page-view .picture[data-state=shown] img').first().waitFor();
    },
  },
  {
    name: 'reader-zoomed',
    come: async (page, shown) => {
      await openReader(page, shown);
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('+');
    },
  },
  {
    name: 'reader-whole-screen',
    come: async (page, shown) => {
      await openReader(page, shown);
      await chooseInMenu(page, '画面いっぱいに見る');
    },
  },
  {
    name: 'reader-print',
    come: async (page, shown) => {
      await openReader(page, shown);
      await chooseInMenu(page, '印刷する');
      await page.getByRole('heading', { name: /印刷/ }).waitFor();
    },
  },
  {
    name: 'reader-two-pages',
    come: async (page, shown) => {
      await openReader(page, shown);
      // a phone has no room for two
      const { width, height } = page.viewportSize()!;
      if (width > height) await chooseInMenu(page, /2ページ/);
    },
  },
  {
    name: 'reader-search',
    come: async (page, shown) => {
      await openReader(page, shown, '?page=4&words=実績');
      await page.getByRole('search', { name: 'この資料の中' }).waitFor();
    },
  },
  {
    name: 'reader-versions',
    come: async (page, shown) => {
      await openReader(page, shown);
      await page
        .getByRole('button', { name: /ほかの版を見る/ })
        .first()
        .click();
    },
  },
  {
    name: 'wording',
    come: async (page, shown) => {
      const { id } = await openReader(page, shown);
      await page.goto(`${shown.origin}/documents/${id}/wording?page=4`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];

const notes: State[] = [
  {
    name: 'reader-notes',
    come: async (page, shown) => {
      await openReader(page, shown);
      await page.getByRole('button', { name: '書き込み', exact: true }).click();
      await page.getByRole('toolbar').waitFor();
    },
  },
  {
    name: 'notes',
    come: async (page, shown) => {
      await comeByLetter(page, shown);
      await page.goto(`${shown.origin}/notes`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
];

const beside: State[] = [
  { name: 'beside', come: async (page, shown) => void (await openBeside(page, shown)) },
  {
    name: 'beside-row',
    come: async (page, shown) => {
      await openBeside(page, shown);
      await chooseRow(page);
      await page.getByRole('combobox', { name: '列' }).selectOption({ label: '実績額 本年度' });
    },
  },
  {
    name: 'beside-marks',
    come: async (page, shown) => {
      await openBeside(page, shown);
      await page.getByRole('button', { name: /印を付ける/ }).click();
    },
  },
  {
    name: 'beside-alone',
    come: async (page, shown) => {
      await openBeside(page, shown);
      await page.getByRole('button', { name: /いっしょに|連動/ }).click();
    },
  },
  {
    name: 'beside-picker',
    come: async (page, shown) => {
      await openBeside(page, shown);
      await page.getByRole('button', { name: /並べる資料を/ }).click();
    },
  },
  {
    name: 'years',
    come: async (page, shown) => {
      await openBeside(page, shown);
      await chooseRow(page);
      await page.getByRole('link', { name: '年ごとの推移' }).click();
      await page.getByRole('table').first().waitFor();
    },
  },
];

const lists: State[] = [
  { name: 'changes', come: openChanges },
  {
    name: 'changes-none',
    come: async (page, shown) => {
      await openChanges(page, shown);
      await page.getByLabel('ことばでさがす').fill('ない言葉');
    },
  },
  {
    name: 'register',
    come: async (page, shown) => {
      const { committee } = await comeByLetter(page, shown);
      await page.goto(`${shown.origin}/committees/${committee.id}/register`);
      await page.getByRole('table').waitFor();
    },
  },
];

const plain: readonly State[] = [...entry, ...meeting, ...everywhere, ...reader, ...notes, ...beside, ...lists];
const shownOtherwise = [
  'entry',
  'meeting',
  'meeting-coming',
  'reader',
  'reader-notes',
  'beside-row',
  'changes',
  'register',
];

/** Every screen of a member, in its states. */
export const memberStates: readonly State[] = [
  ...plain,
  ...plain
    .filter(({ name }) => shownOtherwise.includes(name))
    .flatMap((state) => [appearing(state, 'contrast'), appearing(state, 'text-size')]),
];
