import { fail, redirect } from '@sveltejs/kit';
import { rubricInLanguage } from '#lib/domain/rubric.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	changeAssignment,
	closeAssignment,
	removeAssignment,
	reopenAssignment,
	readSubmittedAssignmentForm
} from '#lib/server/assignments/assignments.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { hasSubmissions, listAssignmentTitles } from '#lib/server/assignments/assignment-queries.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listAddressesForStudents } from '#lib/server/http/server-addresses.ts';
import { findComparedVersions } from '#lib/server/submissions/rejudge.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, assignment } = await demandAssignmentAccess(event, 'assignment.change');
	return {
		schoolClass,
		assignment,
		given: event.url.searchParams.has('given'),
		addresses: listAddressesForStudents(event.url),
		ownTitle: (await listAssignmentTitles(database(), assignment.id)).own,
		rubric: rubricInLanguage(assignment.rubric, getLocale()),
		students: await listStudentsOfClass(database(), schoolClass.id),
		versions: await findComparedVersions(database(), person, assignment),
		handedIn: await hasSubmissions(database(), assignment.id)
	};
};

export const actions: Actions = {
	async change(event) {
		const { schoolClass, assignment } = await demandAssignmentAccess(event, 'assignment.change');
		const formResult = await readSubmittedAssignmentForm(database(), await event.request.formData(), {
			classId: schoolClass.id,
			subject: assignment.subject.kind,
			rubric: assignment.rubric,
			language: getLocale()
		});
		if (formResult.kind === 'wrong') return fail(400, { problems: formResult.problems, typed: formResult.typed });
		const { challenge } = await listAssignmentTitles(database(), assignment.id);
		const form = challenge.includes(formResult.form.title) ? { ...formResult.form, title: '' } : formResult.form;
		await changeAssignment(database(), assignment.id, form);
		return { saved: true };
	},
	async close(event) {
		const { assignment } = await demandAssignmentAccess(event, 'assignment.change');
		await closeAssignment(database(), assignment.id, new Date());
	},
	async reopen(event) {
		const { assignment } = await demandAssignmentAccess(event, 'assignment.change');
		await reopenAssignment(database(), assignment.id);
	},
	async remove(event) {
		const { schoolClass, assignment } = await demandAssignmentAccess(event, 'assignment.change');
		if (!(await event.request.formData()).has('sure')) return fail(400, { unsure: true });
		if (!(await removeAssignment(database(), assignment.id))) return fail(409, { late: true });
		redirect(303, localizeHref(`/classes/${schoolClass.id}/assignments?removed`));
	}
};
