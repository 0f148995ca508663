import { error, fail, redirect } from '@sveltejs/kit';
import type { AssignmentSubject } from '#lib/domain/assignment.ts';
import { localTimeZone, formatFormDate, parseFormDate } from '#lib/domain/dates.ts';
import { rubricInLanguage, type Rubric, type BilingualText } from '#lib/domain/rubric.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	findAssignableChallenge,
	createAssignment,
	type AssignedChallengePart,
	readSubmittedAssignmentForm
} from '#lib/server/assignments/assignments.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listCatalogue } from '#lib/server/studio/catalogue/catalogue.ts';
import { listChallengesPublishedBy } from '#lib/server/studio/publications.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { Actions, PageServerLoad } from './$types';

const DEFAULT_DUE_DAYS = 7;
const DEFAULT_DUE_HOUR = '18:00';

function computeDefaultDueDate(now: Date, zone: string): Date {
	const dueDay = formatFormDate(addDays(now, DEFAULT_DUE_DAYS), zone).slice(0, 10);
	return parseFormDate(`${dueDay}T${DEFAULT_DUE_HOUR}`, zone) ?? addDays(now, DEFAULT_DUE_DAYS);
}

interface ChosenAssignmentSubject {
	subject: AssignmentSubject;
	title: BilingualText | null;
	rubric: Rubric;
	hasCatchStep: boolean;
}

const readAssignedPart = (address: URL): AssignedChallengePart =>
	address.searchParams.get('part') === 'catch' ? 'catch' : 'whole';

async function findAssignmentSubject(address: URL, teacher: string): Promise<ChosenAssignmentSubject | null> {
	if (address.searchParams.has('project'))
		return { subject: { kind: 'project' }, title: null, rubric: [], hasCatchStep: false };
	const id = address.searchParams.get('challenge');
	if (id === null) return null;
	return (
		(await findAssignableChallenge(database(), id, teacher, readAssignedPart(address))) ?? error(404, m.give_unknown())
	);
}

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass } = await demandClassAccess(event, 'assignment.create');
	const chosenSubject = await findAssignmentSubject(event.url, person.id);
	if (!chosenSubject) {
		const ownChallenges = await listChallengesPublishedBy(database(), person.id);
		const catalogue = await listCatalogue(database(), getLocale());
		// Leave out the teacher's own challenges, which the page shows in another list.
		const choices = catalogue.filter(({ id }) => ownChallenges.every((one) => one.id !== id));
		return { schoolClass, choices, own: ownChallenges, chosen: chosenSubject };
	}
	return {
		schoolClass,
		choices: [],
		own: [],
		chosen: {
			subject: chosenSubject.subject.kind,
			title: chosenSubject.title?.[getLocale()] ?? null,
			part: readAssignedPart(event.url),
			hasCatchStep: chosenSubject.hasCatchStep,
			rubric: rubricInLanguage(chosenSubject.rubric, getLocale()),
			due: computeDefaultDueDate(new Date(), localTimeZone()),
			students: await listStudentsOfClass(database(), schoolClass.id)
		}
	};
};

export const actions: Actions = {
	async default(event) {
		const { person, schoolClass } = await demandClassAccess(event, 'assignment.create');
		const chosenSubject = await findAssignmentSubject(event.url, person.id);
		if (!chosenSubject) error(404, m.give_unknown());
		if (schoolClass.archivedAt) return fail(409, { archived: true });
		const { subject, rubric } = chosenSubject;
		const formResult = await readSubmittedAssignmentForm(database(), await event.request.formData(), {
			classId: schoolClass.id,
			subject: subject.kind,
			rubric,
			language: getLocale()
		});
		if (formResult.kind === 'wrong') return fail(400, { problems: formResult.problems, typed: formResult.typed });
		// Do not store a title that the teacher has not changed: each reader then sees the challenge's title in their language.
		const isTitleUnchanged =
			chosenSubject.title !== null && Object.values(chosenSubject.title).includes(formResult.form.title);
		const form = isTitleUnchanged ? { ...formResult.form, title: '' } : formResult.form;
		const id = await createAssignment(
			database(),
			{ classId: schoolClass.id, subject, form, teacher: person.id },
			new Date()
		);
		redirect(303, localizeHref(`/classes/${schoolClass.id}/assignments/${id}/settings?given`));
	}
};
