/** The form of an assignment, as it comes from a page. */
import { readAssignmentForm, type Subject } from '../../domain/assignment.ts';
import type { Language } from '../../domain/challenge.ts';
import { ownZone, parseZone } from '../../domain/local-time.ts';
import { rubricIn, type Rubric } from '../../domain/rubric.ts';
import { studentsOf } from '../classes/students.ts';
import type { Database } from '../db/database.ts';

interface Known {
	classId: string;
	subject: Subject['kind'];
	/** What the rubric was. */
	rubric: Rubric;
	language: Language;
}

/** What is wrong comes with what was typed, so that nothing of it is lost. */
export async function readForm(database: Database, data: FormData, { classId, subject, rubric, language }: Known) {
	const students = (await studentsOf(database, classId)).map(({ membership }) => membership);
	// Without a script the browser says no zone: then dates are written as the server's clock has them.
	const zone = parseZone(data.get('zone')) ?? ownZone();
	const read = readAssignmentForm(data, { subject, students, rubric, language, zone });
	if (read.kind === 'form') return read;
	const { problems, typed } = read;
	return { kind: 'wrong' as const, problems, typed: { ...typed, rubric: rubricIn(typed.rubric, language) } };
}
