/** Fills a habit's sentence with the program's own names. */
import type { Explanation } from '../explanation.ts';
import type { Habit, HabitTexts } from './habit.ts';

export function explainHabit({ habit, names }: { habit: Habit; names: string[] }, texts: HabitTexts): Explanation {
	const meaning = texts[habit].replace(/\{(\d)\}/g, (_, at: string) => names[Number(at)] ?? '…');
	const [name = '', module = ''] = names;
	return { mistake: habit, meaning, advice: null, ...(habit === 'importGone' && { missingImport: { name, module } }) };
}
