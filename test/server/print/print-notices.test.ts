import { expect, test } from 'vitest';
import type { NoticeLetter } from '../../../server/print/notice-letter.ts';
import { PrintError } from '../../../server/print/print-error.ts';
import { drawSpecimen, printNotices } from '../../../server/print/print-notices.ts';
import { withPdf } from './drawn-pdf.ts';
import { letter, letterTo, numbered } from './letter.ts';

const squeezed = (text: string) => text.replace(/\s/g, '');
const pageTexts = (letters: NoticeLetter[]) =>
  printNotices(letters).then((pdf) =>
    withPdf(pdf, async (pages) => Array.from({ length: pages.pageCount }, (_, index) => squeezed(pages.text(index)))),
  );
const refusal = (letters: NoticeLetter[]) =>
  printNotices(letters).then(
    () => null,
    (error: unknown) => error,
  );

test('a letter says everything a 開催通知 must say', async () => {
  const [page] = await pageTexts([letter({ greeting: '時下ますます御清栄のこととお慶び申し上げます。' })]);
  for (const words of [
    'あ行第１２３号',
    '令和６年１月９日',
    '髙橋花子様',
    '令和５年度第１回行財政改革懇談会の開催について（通知）',
    '時下ますます御清栄',
    '行財政改革懇談会を下記のとおり開催しますので',
    '午後２時から午後４時まで',
    '(1)集中改革プランの進捗状況について',
    '資料１集中改革プラン進行管理シート',
    'この二次元コードはあなた専用です。ほかの方に渡さないでください。',
    'HTTPS://KAIGI.CITY.AOBA.EXAMPLE/M/0000000000000001',
    'https://kaigi.city.aoba.example/',
    'ABCD-EFGH',
    '以上',
    '企画部行政経営課',
  ]) {
    expect(page).toContain(words);
  }
});

test('no word of a material’s title is broken over two lines', async () => {
  const titles = ['集中改革プラン進行管理シート（令和５年度）', '取組実績', '施策一覧', '用語の説明'];
  const materials = titles.map((title, index) => ({ label: `資料${'１２３４'[index]}`, title }));
  const [text] = await withPdf(await printNotices([letter({ materials })]), async (pages) => [pages.text(0)]);
  expect(text!.replace(/[ \r]/g, '')).toMatch(/^シート（令和５年度）/mu);
});

test('the QR code read from the drawn page is the link, and lies clear of the folds', async () => {
  const long = 'の見直しと今後の財政負担の見通しについて';
  const letters = [0, 1, 2, 3, 5, 8, 12].map((items, n) =>
    letter({ agendaItems: numbered(Array.from({ length: items }, (_, i) => `第${i}期計画${long}`)) }, n),
  );
  const found = await withPdf(await printNotices(letters), (pages) =>
    Promise.all(letters.map((_, index) => pages.codes(index))),
  );
  found.forEach((codes, index) => {
    expect(codes.map(({ text }) => text)).toEqual([letters[index]!.url]);
    const { top, bottom } = codes[0]!;
    expect(bottom - top).toBeGreaterThan(17);
    for (const fold of [99, 198]) expect(bottom < fold - 3 || top > fold + 3, `${top}–${bottom} mm`).toBe(true);
  });
}, 30_000);

test('60 letters are one PDF with one page each, in order', async () => {
  const letters = Array.from({ length: 60 }, (_, n) => letterTo(`委員　第${n}号`, {}, n));
  const pages = await pageTexts(letters);
  expect(pages).toHaveLength(60);
  pages.forEach((page, n) => {
    expect(page).toContain(`委員第${n}号様`);
    expect(page).toContain(squeezed(letters[n]!.url));
  });
}, 30_000);

test('12 long agenda items with 10 long materials stay on one page, and the contact is still there', async () => {
  const agendaItems = Array.from(
    { length: 12 },
    (_, i) => `公共施設等総合管理計画に基づく第${i + 1}期個別施設計画の見直しと今後の財政負担の見通しについて`,
  );
  const materials = agendaItems.slice(0, 10).map((title, i) => ({ label: `資料${i + 1}`, title }));
  const [page, ...more] = await pageTexts([
    letter({ agendaItems: numbered(agendaItems), materials, paperNote: '紙の資料は下記へ。' }),
  ]);
  expect(more).toEqual([]);
  expect(page).toContain('企画部行政経営課');
  expect(page).toMatch(/ほか[０-９]+件（二次元コードから御覧ください。）/);
  expect(page).toContain('配布資料全１０件');
});

test('what Typst would take for its own signs is printed as it is typed', async () => {
  const signs = [
    '#panic()',
    '$x$',
    '*b*',
    '\\',
    '@ref',
    '//',
    '/*',
    '"',
    ']',
    '#{',
    '_u_',
    '`r`',
    '<l>',
    '= h',
    '\\u{41}',
  ];
  const marked = signs.map((sign) => `始${sign}終`);
  const letters = marked.map((text, n) =>
    letterTo(text, { place: text, agendaItems: numbered([text]), greeting: text }, n),
  );
  const pages = await pageTexts(letters);
  expect(pages).toHaveLength(signs.length);
  for (const [n, text] of marked.entries()) expect(pages[n]!.split(squeezed(text)), text).toHaveLength(5);
});

test('items stand under their own numbers, once', async () => {
  const agendaItems = [
    { label: '１', level: 0, title: '開会' },
    { label: '議案第12号', level: 1, title: '一般会計予算' },
    { label: '', level: 0, title: '閉会' },
  ];
  const [page] = await pageTexts([letter({ agendaItems })]);
  expect(page).toContain('１開会議案第12号一般会計予算閉会');
});

test('what is not known leaves no line with nothing after it', async () => {
  const { contact } = letter();
  const [page] = await pageTexts([letter({ place: '', contact: { ...contact, email: '' } })]);
  expect(page).not.toContain('メール');
  expect(page).toContain('場所別途御案内します。');
  expect((await pageTexts([letter()]))[0]).toContain('メールgyokei@city.aoba.example');
});

test('nothing is set below 12 points, however much a letter holds', async () => {
  const items = Array.from(
    { length: 12 },
    (_, i) => `公共施設等総合管理計画に基づく第${i + 1}期個別施設計画の見直しについて`,
  );
  const materials = items.map((title, i) => ({ label: `資料${i + 1}`, title }));
  const letters = [
    letter({ paperNote: '紙の資料は下記へ。' }),
    letter({ agendaItems: numbered(items.slice(0, 5)), materials: materials.slice(0, 4) }),
    letter({ agendaItems: numbered(items), materials }),
  ];
  const smallest = await withPdf(await printNotices(letters), async (pages) =>
    letters.map((_, i) => pages.smallestType(i)),
  );
  for (const points of smallest) expect(points).toBeGreaterThanOrEqual(12);
});

test('a specimen is a picture of the page with 見本 across it', async () => {
  const svg = (await drawSpecimen(letter())).toString();
  expect(svg.slice(0, 200)).toMatch(/^<svg [^>]*viewBox="0 0 595/);
  // the grey of 見本; nothing else on the letter has it
  expect(svg.includes('#e1e1e1')).toBe(true);
});

test('names keep their rare characters and variation selectors; control characters never arrive', async () => {
  const [page] = await pageTexts([letterTo('髙﨑𠮷葛󠄀\u0007\u202E山')]);
  expect(page).toMatch(/髙﨑𠮷葛\u{E0100}?山様/u);
});

test('a name that no font draws is refused with its characters, before anything is printed', async () => {
  const error = await refusal([letter(), letterTo('渡\uE001\uE001 太郎'), letterTo('山田😀'), letterTo('壊\uD842れ')]);
  expect(error).toBeInstanceOf(PrintError);
  expect(error).toMatchObject({
    code: 'unprintable',
    texts: [
      { text: '渡\uE001\uE001 太郎様', characters: ['\uE001'] },
      { text: '山田😀様', characters: ['😀'] },
      { text: '壊\uD842れ様', characters: ['\uFFFD'] },
    ],
  });
});

test('a long address is set smaller until the window holds all of it', async () => {
  const addressee = {
    ...letter().addressee,
    addressLines: [
      '青葉県あおば市大字川上字東川上一丁目１２番地３４号　あおば中央ニュータウン第三団地第１２街区',
      '１２号棟　１２０５号室　青葉県あおば市行政改革推進委員会連絡協議会気付',
    ],
  };
  const pdf = await printNotices([letter({ addressee }), letter()]);
  await withPdf(pdf, async (pages) => {
    const text = squeezed(pages.text(0));
    for (const line of addressee.addressLines) expect(text).toContain(squeezed(line));
    expect(pages.smallestType(0)).toBeLessThan(12);
    expect(pages.smallestType(0)).toBeGreaterThan(7);
    expect(pages.smallestType(1)).toBe(12);
  });
});

test('an address that does not fit the window says whose it is', async () => {
  const usual = letter().addressee;
  const crowded = {
    ...usual,
    name: '長井　住所',
    addressLines: Array.from({ length: 14 }, () => '大字長い町名字長い小字'),
  };
  expect(await refusal([letter(), letter({ addressee: crowded })])).toMatchObject({
    code: 'address-too-long',
    names: ['長井　住所'],
  });
});

test('a greeting longer than the page is refused', async () => {
  expect(await refusal([letter({ greeting: '日頃からお世話になっております。'.repeat(120) })])).toMatchObject({
    code: 'letter-too-long',
  });
});

test('links and codes of another form are refused', async () => {
  for (const wrong of [
    { url: 'https://kaigi.example/m/0000000000000001' },
    { url: 'HTTPS://A/M/1' },
    { code: 'ABCDEFGH' },
  ]) {
    expect(await refusal([letter(wrong)])).toMatchObject({ code: 'bad-link' });
  }
});

test('a print that takes too long, or is aborted, ends', async () => {
  const letters = Array.from({ length: 100 }, (_, n) => letter({}, n));
  await expect(printNotices(letters, { deadlineMilliseconds: 50 })).rejects.toMatchObject({ code: 'deadline' });
  const reason = new Error('the secretariat left');
  const controller = new AbortController();
  const printing = printNotices(letters, { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 50);
  await expect(printing).rejects.toBe(reason);
});
