const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'medium' });

/** 'YYYY-MM-DD HH:MM:SS' in Japan, wherever the clock stands. */
export const secondInJapan = (moment: Date): string => inJapan.format(moment);

/** 'YYYY-MM-DD HH:MM' in Japan. */
export const minuteInJapan = (moment: Date): string => secondInJapan(moment).slice(0, 16);

/** 'YYYY-MM-DD' in Japan. */
export const dayInJapan = (moment: Date): string => secondInJapan(moment).slice(0, 10);
