/** PostgreSQL's codes: connection lost or refused (08), shut down or crashed, full of connections, a replica before it takes over. */
const codes = /^(?:08...|57P0[1-5]|53300|25006)$/;
/** The system's, where a connection was not to be had. */
const systemCodes = /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|NOTFOUND)|EAI_\w+)$/;
/** Of pg and its pool, which have no code. */
const sentences =
  /^(?:Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed)|statement timeout|Cannot use a pool after calling end|LISTEN\/NOTIFY/;

/** True where the database cannot be reached or does not answer: nothing is wrong with the request, and later it will be served. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && (codes.test(code) || systemCodes.test(code))) return true;
  // the socket of a server that has ended
  if (syscall === 'connect') return true;
  return sentences.test(error.message) || (error.cause !== undefined && isOutage(error.cause));
}
