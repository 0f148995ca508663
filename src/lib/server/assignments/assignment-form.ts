/** Reads the form of an assignment from a page's request. */
import { readAssignmentForm, type AssignmentSubject } from '#lib/domain/assignment.ts';
import type { Language } from '#lib/domain/language.ts';
import { localTimeZone, parseTimeZone } from '#lib/domain/dates.ts';
import { rubricInLanguage, type Rubric } from '#lib/domain/rubric.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import type { Database } from '#lib/server/db/database.ts';

interface AssignmentFormContext {
	classId: string;
	subject: AssignmentSubject['kind'];
	/** The assignment's rubric before this change. */
	rubric: Rubric;
	language: Language;
}

/** Parses the form. When fields are wrong, the result also holds the typed values, to fill the form again. */
export async function readSubmittedAssignmentForm(
	database: Database,
	data: FormData,
	{ classId, subject, rubric, language }: AssignmentFormContext
) {
	const students = (await listStudentsOfClass(database, classId)).map(({ membership }) => membership);
	// Without a script the browser sends no time zone: dates are then read in the server's zone.
	const zone = parseTimeZone(data.get('zone')) ?? localTimeZone();
	const result = readAssignmentForm(data, { subject, students, rubric, language, zone });
	if (result.kind === 'form') return result;
	const { problems, typed } = result;
	return { kind: 'wrong' as const, problems, typed: { ...typed, rubric: rubricInLanguage(typed.rubric, language) } };
}
