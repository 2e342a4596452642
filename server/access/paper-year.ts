import { type RawBuilder, sql } from 'kysely';

/** The fiscal year that a document is of, where `document` and `meeting` are joined: its own, else its meeting's. */
export const paperYear: RawBuilder<number> = sql<number>`coalesce(document.fiscal_year, meeting.fiscal_year)`;
