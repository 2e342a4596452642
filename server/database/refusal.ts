/** The database cannot be used as it stands; the message is a Japanese sentence with the next step, to be printed as it is. */
export class DatabaseRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseRefusal';
  }
}
