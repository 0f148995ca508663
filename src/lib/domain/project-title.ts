/** Finds a title that no other project has. */
import { LONGEST_PROJECT_TITLE } from './project.ts';

/** Matches the number at the end of a title that was found here, but no year. */
const TITLE_NUMBER = / \(\d{1,2}\)$/;
/** Matches half of a character that was cut in two. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** Returns the title, with the next free number in brackets when it is taken. Many projects may have no title. */
export function findFreeTitle(title: string, takenTitles: readonly string[]): string {
	if (title === '' || !takenTitles.includes(title)) return title;
	const titleWithoutNumber = title.replace(TITLE_NUMBER, '');
	for (let number = 2; ; number++) {
		const numberMark = ` (${number})`;
		const freeTitle =
			titleWithoutNumber.slice(0, LONGEST_PROJECT_TITLE - numberMark.length).replace(HALF_CHARACTER, '') + numberMark;
		if (!takenTitles.includes(freeTitle)) return freeTitle;
	}
}
