/** Finds a title that no other project has. */
import { LONGEST_PROJECT_TITLE } from './project.ts';

/** Matches the number at the end of a title that was found here, but no year. */
const NUMBER = / \(\d{1,2}\)$/;
/** Matches half of a character that was cut in two. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** Returns the title, with the next free number in brackets when it is taken. Many projects may have no title. */
export function findFreeTitle(title: string, taken: readonly string[]): string {
	if (title === '' || !taken.includes(title)) return title;
	const base = title.replace(NUMBER, '');
	for (let number = 2; ; number++) {
		const mark = ` (${number})`;
		const free = base.slice(0, LONGEST_PROJECT_TITLE - mark.length).replace(HALF_CHARACTER, '') + mark;
		if (!taken.includes(free)) return free;
	}
}
