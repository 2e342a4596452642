import { paths } from '../../client/paths.ts';
import type { ReadingWords } from '../../faces/reading-face.ts';

const way = { href: paths.office, label: '会議体の一覧へ' };

/** The words of a page of one `what`, 会議 or 会議体: an official has no letter, so that a member's words would not help. */
export const wordsOf = (what: string): ReadingWords => ({
  failed: `${what}を読み込めませんでした`,
  missing: {
    heading: `この${what}は見つかりません`,
    message: '削除されたか、担当の会議体のものではありません。会議体の一覧から選び直してください。',
    way,
  },
});

/** The words of a part of a page that is an administrator's. */
export const administratorsWords = (failed: string): ReadingWords => ({
  failed,
  part: true,
  missing: {
    heading: 'この画面は管理者だけが使えます',
    message: '必要なときは、市の管理者にご相談ください。',
    way,
  },
});
