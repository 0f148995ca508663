/** Gathers the teacher's page of a challenge, with the solution: its route must demand permission first. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import {
	COURSE_NAMES,
	courseOfProgrammeEntry,
	PROGRAMME,
	type Course,
	type ProgrammeId
} from '#lib/domain/programme.ts';
import type { TeacherText } from '#lib/domain/challenge.ts';
import { loadPrivatePart } from './load-private-part.ts';
import { findChallenge } from './index.ts';

export interface TeacherPage extends TeacherText {
	programme: { id: ProgrammeId; course: Course; courseName: string; theme: string; capacity: string }[];
	/** The author's program by path; its files replace those that the student opens. */
	solution: Files;
}

/** Finds the page by the hash of a version, or by a challenge's id for its latest version. */
export async function findTeacherPageContent(idOrHash: string, language: Language): Promise<TeacherPage | undefined> {
	const hash = (await findChallenge(idOrHash))?.hash ?? idOrHash;
	const privatePart = await loadPrivatePart(hash);
	if (privatePart === undefined) return undefined;
	const programme = privatePart.programme.map((id) => {
		const course = courseOfProgrammeEntry(id);
		const { theme, capacity } = PROGRAMME[id];
		const courseName = COURSE_NAMES[course][language];
		return { id, course, courseName, theme: theme[language], capacity: capacity[language] };
	});
	return { ...privatePart.teacher[language], programme, solution: privatePart.solution };
}
