/** The habits of beginners, of Python, of French and of web pages that have a sentence of their own. */
import type { english } from './texts.en.ts';

/** One plain sentence a habit; `{0}`, `{1}` and so on stand for what the program has there. */
export type HabitTexts = Record<keyof typeof english, string>;
export type Habit = Exclude<keyof typeof english, 'notUnderstood'>;
