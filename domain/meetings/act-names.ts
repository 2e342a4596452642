import { japaneseDate, japaneseTime } from '../japanese/date.ts';
import type { Act } from './act.ts';
import { attendanceNames, paperWishNames } from './reply.ts';

/** Each act as an official reads it. */
export const actNames: Record<Act, string> = {
  'portal-set-up': '初期設定',
  'signed-in': 'サインイン',
  'sign-in-refused': 'サインインの失敗',
  'signed-out': 'サインアウト',
  'official-invited': '職員の招待',
  'invitation-taken-up': '招待からの利用開始',
  'official-changed': '職員の変更',
  'official-reset': '職員のパスワードの再設定',
  'official-stopped': '職員の利用の停止',
  'official-reinstated': '職員の利用の再開',
  'password-changed': 'パスワードの変更',
  'password-proven': 'パスワードによる本人確認',
  'passkey-proven': 'パスキーによる本人確認',
  'proof-refused': '本人確認の失敗',
  'passkey-registered': 'パスキーの登録',
  'passkey-renamed': 'パスキーの名前の変更',
  'passkey-removed': 'パスキーの削除',
  'session-ended': '端末のサインアウト',
  'sessions-ended': 'すべての端末のサインアウト',
  'letter-opened': '委員が通知から開いた',
  'code-refused': '入力コードの誤り',
  'city-changed': '市の設定の変更',
  'ledger-settings-changed': '紙の計算の設定の変更',
  'committee-created': '会議体の作成',
  'committee-changed': '会議体の変更',
  'committee-deleted': '会議体の削除',
  'letter-sentences-changed': '開催通知の文の変更',
  'member-added': '委員の追加',
  'member-changed': '委員の変更',
  'members-reappointed': '委員の再任',
  'reappointment-undone': '再任の取り消し',
  'members-ordered': '委員の並べ替え',
  'member-retired': '委員の退任',
  'member-reinstated': '退任の取り消し',
  'member-deleted': '委員の削除',
  'member-erased': '委員の個人情報の消去',
  'meeting-created': '会議の作成',
  'meeting-changed': '会議の変更',
  'meeting-published': '公開',
  'meeting-unpublished': '公開の取りやめ',
  'publication-planned': '公開の予約',
  'publication-plan-cancelled': '公開の予約の取り消し',
  'planned-publication-failed': '予約した公開ができなかった',
  'meeting-deleted': '会議の削除',
  'letters-issued': '開催通知の発行',
  'message-issued': 'メールで送るリンクの発行',
  'messages-issued': '全員分のメールの文の発行',
  'letter-revoked': '通知の無効化',
  'reply-given': '委員による出欠と紙の希望の回答',
  'reply-entered': '出欠と紙の希望の記入',
  'document-uploaded': '資料の登録',
  'document-replaced': '資料の差替え',
  'document-changed': '資料の変更',
  'names-accepted': '資料の番号と題名の案の確定',
  'documents-ordered': '資料の並べ替え',
  'document-withdrawn': '資料の取り下げ',
  'document-restored': '資料を戻した',
  'revision-retried': '処理のやり直し',
  'revision-taken-back': '版の完全な取り消し',
  'revision-erased': '取り消した版の消去',
  'files-erased': '使われなくなったファイルの消去',
  'counterpart-chosen': '前年度の資料の指定',
  'counterpart-undone': '前年度の資料の指定の取り消し',
  'line-corrected': '対応の訂正',
  'line-correction-undone': '対応の訂正の取り消し',
  'hindrances-acknowledged': '比べにくいところの確認',
  'hindrances-opened-again': '比べにくいところの確認の取り消し',
  'register-corrected': '取組の一覧の訂正',
  'register-correction-undone': '取組の一覧の訂正の取り消し',
};

const details: Record<string, (value: string | number | boolean) => string> = {
  file: (value) => `ファイル：${value}`,
  letters: (value) => `${value}通`,
  members: (value) => `${value}人`,
  revokeEarlier: (value) => (value ? '以前の通知を無効にした' : ''),
  attendance: (value) => attendanceNames[value as keyof typeof attendanceNames] ?? '',
  paper: (value) => `紙：${paperWishNames[value as keyof typeof paperWishNames]}`,
  files: (value) => `${value}個`,
  bytes: (value) => `${Math.ceil(Number(value) / 1_000_000)}MB`,
  at: (value) => `公開の予定：${minuteText(String(value))}`,
  passkeysDemanded: (value) => (value ? '職員にパスキーを求める' : '職員にパスキーを求めない'),
  planned: (value) => (value ? '予約のとおり' : ''),
  shown: (value) => `新しく見せた資料：${value}点`,
};

// '2026-11-27 09:00' in Japan
function minuteText(minute: string): string {
  const [date = '', time = ''] = minute.split(' ');
  return `${japaneseDate(date, { weekday: false })}${japaneseTime(time)}`;
}

/** What more the trail knows of an act: 「ファイル：資料１.pdf」; '' where it is nothing for a person. */
export function describeDetail(detail: Readonly<Record<string, string | number | boolean>>): string {
  const parts = Object.entries(detail).map(([name, value]) => details[name]?.(value) ?? '');
  return parts.filter((part) => part !== '').join('、');
}
