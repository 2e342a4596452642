import { Type } from 'typebox';
import type { ErrorCode } from '../domain/meetings/error-code.ts';

/** The one envelope of every refusal. `message` is a Japanese sentence with the next step. */
export const ErrorEnvelope = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.String(), requestId: Type.String() }),
});
export type ErrorEnvelope = Type.Static<typeof ErrorEnvelope>;

/** What the user reads: what happened, then what to do next. */
export const errorSentences: Record<ErrorCode, string> = {
  invalid_input: '入力に誤りがあります。赤い印の欄を直して、もう一度お試しください。',
  not_signed_in: 'サインインの期限が切れました。もう一度サインインしてください。',
  forbidden: 'この操作をする権限がありません。会議体の担当者または管理者にご相談ください。',
  not_found: 'お探しのページが見つかりません。前の画面に戻って、選び直してください。',
  wrong_password: 'メールアドレスまたはパスワードが違います。確かめて、もう一度入力してください。',
  too_many_attempts:
    '続けて何度も試されたため、しばらく受け付けられません。10分ほど待ってから、もう一度お試しください。',
  already_set_up: '初期設定は済んでいます。サインインしてください。',
  wrong_set_up_code: '初期設定のコードが違います。起動した端末に表示されたコードを入力してください。',
  unknown_code: 'コードが見つかりません。通知に書かれた8文字を、もう一度確かめて入力してください。',
  revoked_code: 'このコードは無効になりました。新しい通知が届いている場合は、そちらをお使いください。',
  expired_code: 'このコードの期限が過ぎました。通知に書かれた問い合わせ先にお電話ください。',
  cross_site: '別のサイトからの操作のため、受け付けませんでした。くらべの画面を開き直して、もう一度お試しください。',
  not_multipart: 'ファイルが届きませんでした。もう一度ファイルを選んでください。',
  too_large: 'ファイルが大きすぎます。資料を小さく分けて、もう一度選んでください。',
  empty_file: 'ファイルの中身が空です。元のファイルを開いて、PDFで保存し直してからアップロードしてください。',
  not_pdf:
    'PDFファイルではありません。WordやExcelで「名前を付けて保存」からPDFを選んで保存し、そのファイルをアップロードしてください。',
  password_needed: '開くのにパスワードが必要なPDFです。パスワードを外して保存し直してからアップロードしてください。',
  protection_unknown:
    '読み取れない方式で保護されたPDFです。元の文書から、保護を付けずにPDFで保存し直してからアップロードしてください。',
  changed_elsewhere: 'ほかの人が先に変更しました。画面を読み直して、内容を確かめてください。',
  not_published:
    '会議の資料は、まだ準備中です。公開されると、同じ通知からご覧いただけます。お急ぎのときは、通知に書かれた問い合わせ先にお電話ください。',
  nothing_to_publish: '公開する資料がありません。先に資料を追加してください。',
  documents_failed: '読み取れない資料があります。その資料を差し替えるか取り除いてから、公開してください。',
  no_members: '委員が選ばれていません。先に委員を登録するか、選んでください。',
  unprintable_text: '印刷できない文字が含まれています。その文字を置き換えてから、もう一度お試しください。',
  address_too_long: '住所が長く、封筒の窓に収まりません。住所に改行を入れるか短くしてから、もう一度お試しください。',
  letter_too_long: '通知が１ページに収まりません。添え書きを短くしてから、もう一度お試しください。',
  too_many_letters: '一度に印刷できる通知は300通までです。委員を分けて印刷してください。',
  printing_failed: '通知を印刷できませんでした。少し待ってから、もう一度お試しください。通知はまだ発行されていません。',
  in_use: 'これに結び付いたものが残っているため、削除できません。委員は「退任」、資料は「取下げ」にできます。',
  reply_closed:
    'お返事の受付は終わりました。変えたいことがあるときは、会議の画面の下にある問い合わせ先にお電話ください。',
  series_taken: 'この会議には、同じ系列の資料がすでにあります。差替えとして登録するか、別の系列を選んでください。',
  still_processing: 'この資料はまだ準備中です。少し待ってから、もう一度お試しください。',
  request_failed: '送られた内容を受け付けられませんでした。画面を読み直して、もう一度お試しください。',
  database_unavailable:
    'ただいまデータベースにつながりません。入力した内容は保存されていません。少し待ってから、もう一度お試しください。',
  no_space:
    '保存先に空きがないか書き込めないため、保存できませんでした。閲覧はできます。情報システムの担当者に、ディスクの空きを確かめるようお伝えください。',
  too_slow: '送信に時間がかかりすぎました。通信の状態を確かめて、もう一度お試しください。',
  overloaded: 'ただいま混み合っています。数秒待ってから、もう一度お試しください。',
  internal:
    '処理中に問題が起きました。入力した内容は保存されていないことがあります。少し待ってから、もう一度お試しください。',
};
