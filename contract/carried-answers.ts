/** The parts of a screen's address, by their names in its pattern. */
export type ScreenParams = Readonly<Record<string, string>>;

/** The API path that a screen asks for first. */
export type FirstAnswer = (params: ScreenParams, query: URLSearchParams) => string;

const documentAnswer: FirstAnswer = ({ id }, query) => {
  const revision = query.get('revision');
  return `/api/documents/${id}${revision === null ? '' : `?revision=${revision}`}`;
};

/** The screens, by the pattern of their address, whose page brings along what they ask for first. */
export const carriedAnswers = {
  '/meetings/:id': ({ id }) => `/api/meetings/${id}`,
  '/documents/:id': documentAnswer,
  '/documents/:id/beside/:other?': documentAnswer,
} as const satisfies Record<string, FirstAnswer>;
