import { beginFor } from './app/early.ts';

// The answer and the screen's code travel together with the shell.
beginFor(location);
await import('./app/kurabe-app.ts');
