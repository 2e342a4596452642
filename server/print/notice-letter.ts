/** The place of the envelope's window on the sheet, in millimetres from the top left corner of the unfolded A4 sheet. */
export interface EnvelopeWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A window of 長形３号 envelopes as many makers cut it; the city sets its own. */
export const USUAL_WINDOW: EnvelopeWindow = { x: 20, y: 14, width: 90, height: 45 };

/** What one member's 開催通知 says. Dates and numbers arrive as the city writes them: the print room knows no calendar. */
export interface NoticeLetter {
  /** あ行第１２３号; empty where the city gives none. */
  readonly documentNumber: string;
  /** 令和６年１月９日 */
  readonly date: string;
  /** One line each: あおば市長, then the name. */
  readonly senderLines: readonly string[];
  readonly addressee: {
    /** ９９０－００００, printed after 〒; empty where it is handed over. */
    readonly postalCode: string;
    readonly addressLines: readonly string[];
    readonly name: string;
    /** 様 */
    readonly honorific: string;
  };
  /** 行財政改革懇談会 */
  readonly committeeName: string;
  /** 令和５年度第１回行財政改革懇談会; the title is made of it: 「…の開催について（通知）」 */
  readonly meetingTitle: string;
  /** 令和６年１月２３日（火） */
  readonly heldOn: string;
  /** 午後２時から午後４時まで */
  readonly heldTime: string;
  readonly place: string;
  /** 一部公開（個人に関する情報を扱うため）; empty where nothing was said. */
  readonly openness: string;
  /** Each with its number as it is to stand, and how far it is indented: 0 to 3. */
  readonly agendaItems: readonly { readonly label: string; readonly level: number; readonly title: string }[];
  readonly materials: readonly { readonly label: string; readonly title: string }[];
  /** Upper case: HTTPS://HOST/M/XXXXXXXXXXXXXXXX */
  readonly url: string;
  /** ABCD-EFGH */
  readonly code: string;
  readonly contact: {
    readonly department: string;
    readonly person: string;
    readonly telephone: string;
    readonly email: string;
  };
  readonly window: EnvelopeWindow;
  /** 「…を下記のとおり開催しますので、…」 */
  readonly body: string;
  /** A paragraph of the city's own before it. */
  readonly greeting?: string;
  /** What to do for paper: 「紙の資料を御希望の方は、…」 */
  readonly paperNote?: string;
}
