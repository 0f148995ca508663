/** Makes by HTTP a challenge of a problem that somebody told: shown, published, proposed, and given to a class. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { newStudioId } from '#lib/domain/identity.ts';
import { openHttpClient, postForm } from './adults.ts';
import {
	createContributorInvitation,
	fetchStoredPersonData,
	findProblemId,
	createProblemRequest,
	type ClassWithTeacher
} from './attacks/people.ts';

const VACCINE_FRIDGE_FOLDER = 'challenges/frigo-vaccins';
/** Ids of two options of the challenge's decision. `PREDICT_STEP_ID` is the id of one of its steps. */
export const CANCEL_OPTION_ID = 'cancel';
export const BORROW_OPTION_ID = 'borrow';
export const PREDICT_STEP_ID = 'predict';

export interface AssignedProblem {
	problem: string;
	/** The token of the contributor's private link. */
	link: string;
	challenge: string;
	assignment: string;
	/** The path of the assignment's page for teachers. */
	path: string;
}

/** Tells a problem by the teacher's invitation, and claims it for the teacher. */
export async function createClaimedProblem(
	{ teacher }: ClassWithTeacher,
	wrong: string
): Promise<Pick<AssignedProblem, 'problem' | 'link'>> {
	const answer = await (
		await openHttpClient()
	).post('/api/problems', { data: createProblemRequest(await createContributorInvitation(teacher), wrong) });
	const { link } = (await answer.json()) as { link: string };
	const problem = await findProblemId(teacher, wrong);
	await postForm(teacher, `/fr/problems/${problem}?/claim`, { class: '' });
	return { problem, link };
}

/** Lets the class's teacher make a challenge of a claimed problem, publish it, and give it to the class. */
export async function publishAndAssignProblem(
	classWithTeacher: ClassWithTeacher,
	wrong: string
): Promise<AssignedProblem> {
	const { teacher } = classWithTeacher;
	const { problem, link } = await createClaimedProblem(classWithTeacher, wrong);
	const [work, challenge] = [randomUUID(), newStudioId()];
	const requestFields = { format: 1, account: (await fetchStoredPersonData(teacher)).account.id };
	const files = readChallengeFiles(challenge);
	const postAndExpectKind = async (address: string, data: object, kind: string) => {
		const studioAnswer = (await (await teacher.post(address, { data })).json()) as { kind: string; hash?: string };
		expect(studioAnswer, address).toMatchObject({ kind });
		return studioAnswer.hash ?? '';
	};
	await postAndExpectKind(`/api/studio/problems/${problem}`, { ...requestFields, work }, 'tied');
	await postAndExpectKind(`/api/studio/showings/${work}`, { ...requestFields, files }, 'shown');
	const hash = await postAndExpectKind(
		'/api/studio/publications',
		{ ...requestFields, files, madeFrom: 'frigo-vaccins' },
		'published'
	);
	await postForm(teacher, `/fr/studio/${work}?/propose`, { hash, text: '' });

	const formAnswer = await postForm(
		teacher,
		`/fr/classes/${classWithTeacher.classId}/assignments/new?challenge=${challenge}`,
		{
			title: '',
			for: 'all'
		}
	);
	const assignment = /assignments\/([0-9a-f-]{36})/.exec(formAnswer.url())?.[1] ?? '';
	expect(assignment, 'the challenge given to the class').not.toBe('');
	return {
		problem,
		link,
		challenge,
		assignment,
		path: `/fr/classes/${classWithTeacher.classId}/assignments/${assignment}`
	};
}

/** Returns the files of the challenge's folder, with `id` in place of the challenge's own id. */
function readChallengeFiles(id: string): Record<string, string> {
	const paths = readdirSync(VACCINE_FRIDGE_FOLDER, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(
		paths.map((path) => [
			relative(VACCINE_FRIDGE_FOLDER, path),
			readFileSync(path, 'utf8').replace(/^id: frigo-vaccins$/m, `id: ${id}`)
		])
	);
}

/** Opens the debate, lets students choose, and closes the choices, so that the class talks. */
export async function runDebateChoices(
	{ teacher }: ClassWithTeacher,
	{ path }: Pick<AssignedProblem, 'path'>,
	choose: () => Promise<void>
): Promise<void> {
	await postForm(teacher, `${path}/debate?/open`, {});
	await choose();
	await postForm(teacher, `${path}/debate?/close`, {});
}
