import { error } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { loadStudentAssignment } from '#lib/classroom/assignment/open-assignment.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { StudentAssignment } from '#lib/wire/student-assignment.ts';
import { NO_NETWORK_MESSAGE, SIGNED_OUT_MESSAGE } from '#lib/offline/worker-messages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PageLoad } from './$types';

/** Loads the assignment of the present person: on the server when rendering a page for a person, else in the browser. */
export const load: PageLoad = async ({ data, fetch, parent }) => {
	const { person, kept } = await parent();
	// A kept page without a person means that the browser was closed since, which ended the session. Any other page learns in a
	// moment who is signed in.
	if (person === null && kept && browser) error(401, SIGNED_OUT_MESSAGE);
	if (person === null) return { ...data, assignment: null, isWorkUnsent: false, challenge: null };
	const loadResult = await loadStudentAssignment(data.id, person.id, fetch, browser);
	if (loadResult.kind === 'no-network') error(503, NO_NETWORK_MESSAGE);
	if (loadResult.kind === 'refused') error(loadResult.status, explainAssignmentRefusal(loadResult));
	const { assignment, isWorkUnsent } = loadResult;
	const challenge = await fetchPinnedChallenge(assignment, data.language, fetch);
	return { ...data, assignment, isWorkUnsent, challenge };
};

function explainAssignmentRefusal({ status, reason }: { status: number; reason: string }): string {
	if (reason === 'not-assigned') return m.assignment_not_given();
	if (status === 410) return m.assignment_removed();
	return status === 403 ? m.assignment_students_only() : m.assignment_not_yours();
}

async function fetchPinnedChallenge(
	{ subject }: StudentAssignment,
	language: 'fr' | 'en',
	fetchResponse: typeof fetch
): Promise<Challenge | null> {
	if (subject?.kind !== 'challenge' || subject.parts === null) return null;
	const response = await fetchResponse(subject.parts[language].page).catch(() => undefined);
	if (!response?.ok) error(503, NO_NETWORK_MESSAGE);
	return (await response.json()) as Challenge;
}
