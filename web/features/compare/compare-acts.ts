import type { ComparedLine } from '../../../contract/comparisons.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { pageName } from '../../../domain/meetings/page-name.ts';
import { noteAddress } from '../../client/navigation.ts';
import { announce } from '../../ui/announce.ts';
import { spokenCard } from './card-words.ts';
import type { CompareSession } from './compare-session.ts';
import { isAligned, knowsPartner, type Pairing } from './pairing.ts';
import type { Side } from './sides.ts';

/** What a person does with two papers side by side, said aloud. */

/** Chooses a line, or, while a pair is corrected, its counterpart. True where a line was chosen. */
export function chooseLine(
  session: CompareSession,
  side: Side,
  line: ComparedLine,
  point: { x: number; y: number } | null,
): boolean {
  const isChosen = session.choose(side, line, point) === 'choice';
  if (isChosen) speakChoice(session);
  else announce(`${line.place.label}を選びました。この2行を合わせますか。`);
  return isChosen;
}

export function chooseValue(session: CompareSession, value: number): void {
  const { choice } = session.state;
  if (choice) session.change({ choice: { ...choice, value } });
  speakChoice(session);
}

function speakChoice(session: CompareSession): void {
  const { choice } = session.state;
  if (!choice) return;
  const { side, line, value } = choice;
  const far = session.comparedSide(side) === 'newer' ? session.names.older : session.names.newer;
  const missing = `${far}の資料に、この行は見つかりません`;
  announce(spokenCard(line, line.values[value] ?? null, session.names, missing));
}

/** Goes to other pages, and notes them in the address. */
export function movePages(session: CompareSession, step: (pairing: Pairing) => Pairing): void {
  const before = session.state.pairing.places;
  const pairing = step(session.state.pairing);
  const { own, beside } = pairing.places;
  if (own === before.own && beside === before.beside) return;
  session.change({ pairing });
  announce(`${shownPageName(session, 'own')}、並べた資料は${shownPageName(session, 'beside')}`);
  if (session.paper('beside')) noteAddress(session.address.at(pairing.places));
}

export function toggleLink(session: CompareSession): void {
  session.toggleLink();
  announce(session.state.pairing.linked ? 'いまの並びで、いっしょにめくります。' : '別々にめくります。');
}

export function toggleMarks(session: CompareSession): void {
  session.toggleMarks();
  announce(session.state.marked ? '変わった数値に印を付けました。' : '印を消しました。');
}

/** What people say for the page that a side shows. */
function shownPageName(session: CompareSession, side: Side): string {
  const number = session.state.pairing.places[side];
  return pageName(session.paper(side)?.pages[number - 1] ?? { number, label: null });
}

/** Said over the other side where its page is only a neighbour of what belongs there, or was put there by its place. */
export function partnerNote(session: CompareSession): string {
  const { pairing } = session.state;
  if (!pairing.linked || !isAligned(pairing)) return '';
  if (!knowsPartner(pairing)) return '対応するページは見つかりません。近くのページを表示しています。';
  return session.isByPlace ? '画像のページです。位置をもとに並べています。' : '';
}

/** What the bar that turns both says. */
export interface Turning {
  readonly page: number;
  readonly pageCount: number;
  /** Printed on the page; empty where none is. */
  readonly label: string;
  readonly name: string;
  readonly note: string;
}

export function turningOf(session: CompareSession): Turning | null {
  const own = session.paper('own');
  const page = session.state.pairing.places.own;
  return (
    own && {
      page,
      pageCount: session.lengths.own,
      label: own.pages[page - 1]?.label ?? '',
      name: spokenName(own),
      note: `となりは${shownPageName(session, 'beside')}`,
    }
  );
}
