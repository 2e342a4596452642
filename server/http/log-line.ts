const levels = { info: 30, warn: 40, error: 50, fatal: 60 };

/** A line of the log in the one form that requests have too (pino's JSON); a person at a terminal reads the sentence alone. */
export function logLine(level: keyof typeof levels, msg: string, fields: object = {}): void {
  const stream = level === 'info' ? process.stdout : process.stderr;
  const line = { level: levels[level], time: Date.now(), pid: process.pid, ...fields, msg };
  stream.write(`${stream.isTTY ? msg : JSON.stringify(line)}\n`);
}

/** What Node would print by itself, as plain text, in the same form: its warnings, and a defect that ends the process. */
export function logWholeProcess(): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => logLine('warn', `${name}: ${message}`));
  process.on('uncaughtException', (error) => {
    logLine('fatal', 'unexpected', { err: detailsOf(error) });
    process.exit(1);
  });
}

/** Without what hangs on an error: its connection, a row's values. */
export function detailsOf(error: unknown): { type: string; message: string; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return { type: error.name, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
