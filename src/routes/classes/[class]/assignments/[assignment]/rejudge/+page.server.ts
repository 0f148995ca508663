/** Has an assignment's submissions judged again with a newer version of the challenge. */
import { fail } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Assignment } from '#lib/domain/assignment.ts';
import { demandAssignment } from '#lib/server/assignments/require-assignment.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import { database } from '#lib/server/db/index.ts';
import {
	enqueueRejudgements,
	listRejudgements,
	makeVerdictsEffective,
	findNewerAssignableVersion,
	type NewerVersion
} from '#lib/server/submissions/rejudge.ts';
import { wakeDispatcher } from '#lib/server/submissions/judging-process.ts';
import type { StoredVerdict } from '#lib/server/submissions/verdicts.ts';
import { enqueueSubmission } from '#lib/server/submissions/verdict-queue.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, assignment } = await demandAssignment(event, 'review.write');
	const newer = await findNewerAssignableVersion(database(), person, assignment.subject);
	return { schoolClass, assignment, newer, rows: newer ? await createComparisonRows(assignment, newer) : [] };
};

async function createComparisonRows(assignment: Assignment, newer: NewerVersion) {
	if (assignment.subject.kind === 'project') return [];
	const { hash } = assignment.subject;
	const students = new Map(
		(await listStudentsOfClass(database(), assignment.classId)).map((one) => [one.membership, one.pseudonym])
	);
	const text = (await findPackage(database(), newer.hash))?.text[getLocale()];
	const older = (await findPackage(database(), hash))?.text[getLocale()];
	const checkTitleOf = (check: string, held: boolean) =>
		held
			? (text?.held?.[check] ?? older?.held?.[check] ?? check)
			: (text?.checks[check] ?? older?.checks[check] ?? check);
	const compared = await listRejudgements(database(), { id: assignment.id, hash }, newer.hash);
	return compared.map(
		({
			submissionId,
			members,
			effectiveVerdict: counting,
			verdictOfAssigned: before,
			verdictOfOther: other,
			differences
		}) => ({
			id: submissionId,
			who: members.map((member) => students.get(member) ?? '?').join(' + '),
			counts: counting === null ? null : counting.challengeHash === newer.hash ? ('new' as const) : ('old' as const),
			before: before && countPassedChecks(before),
			other: other && countPassedChecks(other),
			differences: differences.map(({ check, held, before, after }) => ({
				title: checkTitleOf(check, held),
				before: before ?? null,
				after: after ?? null
			}))
		})
	);
}

/** Counts the passed and all checks; for a lesson without checks, the caught and all mutants. */
function countPassedChecks({ tally, caughtCount }: StoredVerdict): { passed: number; of: number } {
	if (tally.total > 0 || caughtCount === null) return { passed: tally.passed, of: tally.total };
	return { passed: caughtCount.caught, of: caughtCount.total };
}

export const actions: Actions = {
	async judge(event) {
		const { person, assignment } = await demandAssignment(event, 'review.write');
		const newer = await findNewerAssignableVersion(database(), person, assignment.subject);
		if (!newer) return fail(409, { gone: true });
		const toJudge = await enqueueRejudgements(
			database(),
			assignment.id,
			newer.hash,
			(submissionId, challengeHash, within) => enqueueSubmission(within, { submissionId, challengeHash }, null)
		);
		wakeDispatcher();
		return { judging: toJudge.length };
	},
	async count(event) {
		const { person, assignment } = await demandAssignment(event, 'review.write');
		const newer = await findNewerAssignableVersion(database(), person, assignment.subject);
		if (!newer || assignment.subject.kind === 'project') return fail(409, { gone: true });
		const form = await event.request.formData();
		const submissionIds = form.getAll('submission').filter((id) => typeof id === 'string');
		const hash = form.get('which') === 'new' ? newer.hash : assignment.subject.hash;
		return { counted: await makeVerdictsEffective(database(), assignment.id, hash, submissionIds) };
	}
};
