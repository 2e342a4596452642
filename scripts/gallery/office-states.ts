import type { Page } from 'playwright-core';
import type { CommitteeList } from '../../contract/committees.ts';
import type { MeetingList } from '../../contract/meetings.ts';
import type { Shown, State } from './state.ts';

/** A committee and a meeting of it in which nothing is yet. */
interface Empty {
  readonly committee: number;
  readonly meeting: number;
}

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;
let session: Cookies | null = null;

async function signIn(page: Page, { origin, links }: Shown): Promise<void> {
  if (session) return page.context().addCookies(session);
  const { email, password } = links.secretariat;
  const answer = await page.request.post(`${origin}/api/session`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`);
  session = await page.context().cookies();
}

async function ask<T>(page: Page, url: string, data?: object): Promise<T> {
  const answer = data ? await page.request.post(url, { data }) : await page.request.get(url);
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const emptyName = '都市計画審議会';

async function emptyOnes(page: Page, { origin }: Shown): Promise<Empty> {
  const { committees } = await ask<CommitteeList>(page, `${origin}/api/committees`);
  const made = committees.find(({ name }) => name === emptyName);
  if (made) {
    const { meetings } = await ask<MeetingList>(page, `${origin}/api/committees/${made.id}/meetings`);
    return { committee: made.id, meeting: meetings[0]!.id };
  }
  const contact = { name: emptyName, department: '都市整備部都市計画課', phone: '012-345-6790', email: '' };
  const { id } = await ask<{ id: number }>(page, `${origin}/api/committees`, contact);
  const particulars = { title: '第１回都市計画審議会', heldOn: '2024-02-06', startsAt: '10:00', endsAt: null };
  const meeting = await ask<{ id: number }>(page, `${origin}/api/committees/${id}/meetings`, {
    ...particulars,
    place: '',
    agenda: [],
  });
  return { committee: id, meeting: meeting.id };
}

/** The committee of the demonstration and its newest meeting. */
async function fullOnes(page: Page, { origin }: Shown): Promise<Empty> {
  const { committees } = await ask<CommitteeList>(page, `${origin}/api/committees`);
  const { id } = [...committees].sort((a, b) => b.meetingCount - a.meetingCount)[0]!;
  const { meetings } = await ask<MeetingList>(page, `${origin}/api/committees/${id}/meetings`);
  return { committee: id, meeting: meetings[0]!.id };
}

/** Signed in at `path`, then what `act` does there. */
function at(
  name: string,
  path: (ones: Empty) => string,
  act?: (page: Page) => Promise<unknown>,
  which: typeof fullOnes = fullOnes,
): State {
  return {
    name,
    async come(page, shown) {
      await signIn(page, shown);
      await page.goto(shown.origin + path(await which(page, shown)));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
    },
  };
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const choose = (menu: RegExp, item: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
};
const committee = ({ committee }: Empty) => `/office/committees/${committee}`;
const meeting = ({ meeting }: Empty) => `/office/meetings/${meeting}`;
const replies = (ones: Empty) => `${meeting(ones)}/replies`;
const notices = (ones: Empty) => `${meeting(ones)}/notices`;

const entry: State[] = [
  { name: 'office-sign-in', come: async (page, { origin }) => void (await page.goto(`${origin}/office/sign-in`)) },
  {
    name: 'office-sign-in-refused',
    come: async (page, { origin }) => {
      await page.goto(`${origin}/office/sign-in`);
      await press('サインイン')(page);
    },
  },
];

/** Every screen of the secretariat, in its states. */
export const officeStates: readonly State[] = [
  ...entry,
  at('office-committees', () => '/office'),
  at('office-committees-add', () => '/office', press('会議体を登録')),
  at('office-committee', committee),
  at('office-committee-empty', committee, undefined, emptyOnes),
  at('office-committee-edit', committee, press(/問い合わせ先を編集/)),
  at('office-committee-meeting', committee, press('会議を登録')),
  at('office-committee-member', committee, press('委員を追加')),
  at('office-committee-paste', committee, press(/まとめて/)),
  at('office-committee-menu', committee, press(/さんのメニュー/)),
  at('office-committee-reappoint', committee, choose(/委員全員のメニュー/, '次の任期に再任')),
  at('office-committee-retire', committee, choose(/さんのメニュー/, /退任/)),
  at('office-meeting', meeting),
  at('office-meeting-empty', meeting, undefined, emptyOnes),
  at('office-meeting-edit', meeting, press(/協議事項を編集/)),
  at('office-meeting-menu', meeting, press(/のメニュー/)),
  at('office-meeting-document', meeting, press(/資料.*を編集/)),
  at('office-meeting-replace', meeting, press(/資料１.*の差替え$/)),
  at('office-meeting-withdraw', meeting, choose(/資料１.*のメニュー/, /取下げ/)),
  at('office-meeting-take-back', meeting, choose(/資料１.*のメニュー/, /版の完全な取り消し/)),
  at('office-meeting-hide', meeting, choose(/のメニュー/, '公開を取りやめる')),
  at('office-meeting-delete', meeting, choose(/のメニュー/, 'この会議を削除'), emptyOnes),
  at('office-meeting-plan', meeting, press('日時を決めて公開する'), emptyOnes),
  at('office-check', (ones) => `${meeting(ones)}/check`),
  at('office-check-empty', (ones) => `${meeting(ones)}/check`, undefined, emptyOnes),
  at('office-notices', notices),
  at('office-notices-empty', notices, undefined, emptyOnes),
  at('office-notices-preview', notices, async (page) => {
    await press(/全員分を印刷/)(page);
    await page
      .getByRole('img', { name: /開催通知/ })
      .first()
      .waitFor();
  }),
  at('office-notices-send', notices, choose(/さんのメニュー/, 'メールや画面で渡す')),
  at('office-wall', (ones) => `${meeting(ones)}/wall`),
  at('office-replies', replies),
  at('office-replies-empty', replies, undefined, emptyOnes),
  at('office-replies-enter', replies, press(/お返事を/)),
  at('office-city', () => '/office/city'),
  at('office-ledger', () => '/office/ledger'),
  at('office-ledger-settings', () => '/office/ledger', press('目標と数え方')),
  at('office-officials', () => '/office/officials'),
  at('office-officials-invite', () => '/office/officials', press('職員を招待')),
  at('office-account', () => '/office/account'),
  at('office-account-password', () => '/office/account', press(/パスワードを変/)),
  at('office-audit', () => '/office/audit'),
  { name: 'office-join', come: async (page, { origin }) => void (await page.goto(`${origin}/office/join`)) },
  at('office-register', (ones) => `${committee(ones)}/register`),
  at('office-register-correct', (ones) => `${committee(ones)}/register`, press(/^直す/)),
  at('office-register-join', (ones) => `${committee(ones)}/register`, press(/まとめる・隠す/)),
  at('office-missing', () => '/office/meetings/99999'),
];
