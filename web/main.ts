import { beginFirst } from './app/early.ts';

// The answer and the screen's code travel together with the shell. No top-level await: the shell's code imports this script's.
beginFirst(location);
void import('./app/kurabe-app.ts');
