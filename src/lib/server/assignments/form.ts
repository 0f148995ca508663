/** Reads the form of an assignment from a page's request. */
import { readAssignmentForm, type AssignmentSubject } from '#lib/domain/assignment.ts';
import type { Language } from '#lib/domain/language.ts';
import { localTimeZone, parseTimeZone } from '#lib/domain/local-time.ts';
import { rubricInLanguage, type Rubric } from '#lib/domain/rubric.ts';
import { studentsOf } from '#lib/server/classes/students.ts';
import type { Database } from '#lib/server/db/database.ts';

interface FormContext {
	classId: string;
	subject: AssignmentSubject['kind'];
	/** The rubric before the change. */
	rubric: Rubric;
	language: Language;
}

/** Parses the form. With problems, it also returns the typed values, so that the teacher loses nothing. */
export async function readSubmittedForm(
	database: Database,
	data: FormData,
	{ classId, subject, rubric, language }: FormContext
) {
	const students = (await studentsOf(database, classId)).map(({ membership }) => membership);
	// Without a script the browser sends no time zone: use the server's.
	const zone = parseTimeZone(data.get('zone')) ?? localTimeZone();
	const read = readAssignmentForm(data, { subject, students, rubric, language, zone });
	if (read.kind === 'form') return read;
	const { problems, typed } = read;
	return { kind: 'wrong' as const, problems, typed: { ...typed, rubric: rubricInLanguage(typed.rubric, language) } };
}
