export const attendances = ['present', 'online', 'absent'] as const;
/** 出席, オンライン, 欠席. */
export type Attendance = (typeof attendances)[number];

export const paperWishes = ['none', 'all', 'some'] as const;
/** No paper, every document on paper, or the documents that are named. */
export type PaperWish = (typeof paperWishes)[number];

export const attendanceNames: Record<Attendance, string> = { present: '出席', online: 'オンライン', absent: '欠席' };
export const paperWishNames: Record<PaperWish, string> = { none: 'いらない', all: '全部', some: '一部' };

/** The last day, 'YYYY-MM-DD', on which members answer by themselves: the one the secretariat set, else the meeting's. */
export function lastReplyDay({ replyBy, heldOn }: { replyBy: string | null; heldOn: string }): string {
  return replyBy !== null && replyBy < heldOn ? replyBy : heldOn;
}
