/** Finds a title that no other project has. */
import { LONGEST_PROJECT_TITLE } from './project.ts';

/** Matches a number in brackets, as added here, at the end of a title; a year has too many digits to match. */
const TITLE_NUMBER_PATTERN = / \(\d{1,2}\)$/;
/** Matches half of a character that was cut in two. */
const HALF_CHARACTER_PATTERN = /[\ud800-\udbff]$/;

/** Returns the title; when it is taken, adds the next free number in brackets. Any number of projects may have an empty title. */
export function findFreeTitle(title: string, takenTitles: readonly string[]): string {
	if (title === '' || !takenTitles.includes(title)) return title;
	const titleWithoutNumber = title.replace(TITLE_NUMBER_PATTERN, '');
	for (let number = 2; ; number++) {
		const numberMark = ` (${number})`;
		const freeTitle =
			titleWithoutNumber.slice(0, LONGEST_PROJECT_TITLE - numberMark.length).replace(HALF_CHARACTER_PATTERN, '') +
			numberMark;
		if (!takenTitles.includes(freeTitle)) return freeTitle;
	}
}
