import { fail } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Assignment } from '#lib/domain/assignment.ts';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { listStudentsOfClass } from '#lib/server/classes/students.ts';
import { database } from '#lib/server/db/index.ts';
import { listTitledCheckDifferences } from '#lib/server/submissions/check-differences.ts';
import {
	assignNewerVersion,
	enqueueRejudgements,
	findComparedVersions,
	listRejudgements,
	makeVerdictsEffective,
	type ComparedVersions
} from '#lib/server/submissions/rejudge.ts';
import { wakeDispatcher } from '#lib/server/submissions/judging-process.ts';
import type { StoredVerdict } from '#lib/server/submissions/verdicts.ts';
import { enqueueSubmission } from '#lib/server/submissions/verdict-queue.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, schoolClass, assignment } = await demandAssignmentAccess(event, 'review.write');
	const versions = await findComparedVersions(database(), person, assignment);
	return {
		schoolClass,
		assignment,
		newer: versions?.newer ?? null,
		isAssigned: versions?.isAssigned ?? false,
		rows: versions ? await createComparisonRows(assignment, versions) : []
	};
};

async function createComparisonRows({ id, classId }: Assignment, versions: ComparedVersions) {
	const students = new Map(
		(await listStudentsOfClass(database(), classId)).map(({ membership, pseudonym, key }) => [
			membership,
			{ id: membership, pseudonym, key }
		])
	);
	const rejudgements = await listRejudgements(database(), id, versions);
	return Promise.all(
		rejudgements.map(
			async ({ submissionId, members, effectiveVerdict, verdictOfOlder, verdictOfNewer, differences }) => ({
				id: submissionId,
				members: members.flatMap((member) => students.get(member) ?? []),
				counts:
					effectiveVerdict &&
					(effectiveVerdict.challengeHash === versions.newer.hash ? ('new' as const) : ('old' as const)),
				before: verdictOfOlder && countPassedChecks(verdictOfOlder),
				other: verdictOfNewer && countPassedChecks(verdictOfNewer),
				differences: await listTitledCheckDifferences(database(), differences, versions, getLocale())
			})
		)
	);
}

/** Counts the passed and all checks; for a lesson without checks, the caught and all mutants. */
function countPassedChecks({ tally, caughtCount }: StoredVerdict): { passed: number; of: number } {
	if (tally.total > 0 || caughtCount === null) return { passed: tally.passed, of: tally.total };
	return { passed: caughtCount.caught, of: caughtCount.total };
}

export const actions: Actions = {
	async judge(event) {
		const { person, assignment } = await demandAssignmentAccess(event, 'review.write');
		const versions = await findComparedVersions(database(), person, assignment);
		if (!versions) return fail(409, { gone: true });
		const toJudge = await enqueueRejudgements(
			database(),
			assignment.id,
			versions.newer.hash,
			(submissionId, challengeHash, within) => enqueueSubmission(within, { submissionId, challengeHash }, null)
		);
		wakeDispatcher();
		return { judging: toJudge.length };
	},
	async count(event) {
		const { person, assignment } = await demandAssignmentAccess(event, 'review.write');
		const versions = await findComparedVersions(database(), person, assignment);
		if (!versions) return fail(409, { gone: true });
		const form = await event.request.formData();
		const submissionIds = form.getAll('submission').filter((id) => typeof id === 'string');
		const hash = form.get('which') === 'new' ? versions.newer.hash : versions.olderHash;
		return { counted: await makeVerdictsEffective(database(), assignment.id, hash, submissionIds) };
	},
	async assign(event) {
		const { person, assignment } = await demandAssignmentAccess(event, 'assignment.change');
		const versions = await findComparedVersions(database(), person, assignment);
		if (!versions || versions.isAssigned) return fail(409, { gone: true });
		await assignNewerVersion(database(), assignment.id, versions.newer.hash);
		return { assigned: versions.newer.version };
	}
};
