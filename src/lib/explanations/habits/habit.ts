/** Lists the habits of beginners, from Python, French and web pages, that have a sentence. */
import type { englishHabitTexts } from './texts.en.ts';

/** One plain sentence for each habit; `{0}`, `{1}` and so on stand for parts of the program. */
export type HabitTexts = Record<keyof typeof englishHabitTexts, string>;
export type Habit = Exclude<keyof typeof englishHabitTexts, 'notUnderstood'>;
