import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { describeOwnFile } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { EMPTY_REVIEW } from '#lib/domain/review.ts';
import type { PinnedChallenge } from '#lib/domain/work.ts';
import {
	signUpByLink,
	makeInvitationLink,
	createEmailAddress,
	openHttpClient,
	ADULT_PASSWORD,
	postForm
} from '../adults.ts';

export async function signUpClientByLink(link: string): Promise<APIRequestContext> {
	return (await signUpByLink(link, 'Quelqu’un')).client;
}

export async function createInvitedAdult(curator: APIRequestContext, role: string): Promise<APIRequestContext> {
	return signUpClientByLink(await makeInvitationLink(curator, role));
}

export async function createApplicant(): Promise<APIRequestContext> {
	const client = await openHttpClient();
	const email = createEmailAddress();
	await postForm(client, '/fr/sign-up', { name: 'Quelqu’un', email, password: ADULT_PASSWORD, application: '' });
	await postForm(client, '/fr/sign-in?/password', { email, password: ADULT_PASSWORD });
	return client;
}

export interface ClassWithTeacher {
	teacher: APIRequestContext;
	classId: string;
	code: string;
	/** Id of a class member who has never signed in. */
	memberId: string;
}

export async function createClassWithTeacher(curator: APIRequestContext): Promise<ClassWithTeacher> {
	const teacher = await createInvitedAdult(curator, 'teacher');
	const answer = await postForm(teacher, '/fr/classes/new', { name: 'Attaquée' });
	const id = new URL(answer.url()).pathname.split('/').at(-1) ?? '';
	const code = /code=([A-Z0-9]{6})/.exec(await answer.text())?.[1] ?? '';
	await postForm(teacher, `/fr/classes/${id}/students?/add`, { roster: 'Loup' });
	const page = await (await teacher.get(`/fr/classes/${id}`)).text();
	const memberId = /\/students\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
	return { teacher, classId: id, code, memberId };
}

export interface Student {
	client: APIRequestContext;
	account: string;
}

export async function joinClass({ code }: Pick<ClassWithTeacher, 'code'>, pseudonym = 'Renard'): Promise<Student> {
	const client = await openHttpClient();
	await postForm(client, '/fr/join?/first', { code, pseudonym });
	return { client, account: (await fetchStoredPersonData(client)).account.id };
}

interface StoredPersonData {
	account: { id: string };
}

/** Returns everything that the server stores about a person, except sign-ins and the times of reading. */
export async function fetchStoredPersonData(client: APIRequestContext): Promise<StoredPersonData> {
	const answer = await client.get('/fr/me/data/file');
	expect(answer.status()).toBe(200);
	const { exportedAt: _, signedIn: __, ...kept } = (await answer.json()) as StoredPersonData & Record<string, unknown>;
	return kept;
}

export interface LessonWithWork extends ClassWithTeacher {
	/** Id of an assignment that is given only to the author. */
	assignment: string;
	author: APIRequestContext;
	account: string;
	classmate: APIRequestContext;
	work: string;
	version: string;
	challenge: PinnedChallenge;
	submission: string;
	exhibit: string;
	portfolio: string;
	/** Id of a problem that came by the teacher's invitation, and that the teacher has claimed. */
	problem: string;
}

export async function createLessonWithWork(classWithTeacher: ClassWithTeacher): Promise<LessonWithWork> {
	const { client: author, account } = await joinClass(classWithTeacher);
	const { client: classmate } = await joinClass(classWithTeacher, 'Hibou');
	const page = await (await classWithTeacher.teacher.get(`/fr/classes/${classWithTeacher.classId}`)).text();
	const member = /\/students\/([0-9a-f-]{36})"(?:(?!\/students\/)[\s\S])*?Renard/.exec(page)?.[1] ?? '';
	expect(member, 'the author in the class').not.toBe('');
	const formAnswer = await postForm(
		classWithTeacher.teacher,
		`/fr/classes/${classWithTeacher.classId}/assignments/new?challenge=horodateur`,
		{
			title: '',
			for: 'some',
			member
		}
	);
	const assignment = /assignments\/([0-9a-f-]{36})/.exec(formAnswer.url())?.[1] ?? '';
	const { told } = (await (await author.get(`/api/assignments/${assignment}`)).json()) as {
		told: { subject: { id: string; hash: string } };
	};
	const challenge = { id: told.subject.id, version: '1.0.0', hash: told.subject.hash };
	const [work, version, submission] = [randomUUID(), randomUUID(), randomUUID()];
	const at = `/api/assignments/${assignment}`;
	const sendAsAuthor = async (method: string, address: string, data: object) => {
		const answer = await author.fetch(address, { method, data });
		expect(answer.status(), `${method} ${address} ${await answer.text()}`).toBe(200);
	};
	await sendAsAuthor('PUT', `${at}/work`, { format: 1, account, work });
	await sendAsAuthor('PUT', `/api/works/${work}`, createWorkRequest({ account, work, version, challenge }));
	await sendAsAuthor('PUT', `/api/works/${work}/files/${STORED_PICTURE.sha256}`, createPictureRequest(account));
	await sendAsAuthor('PUT', `${at}/progress`, {
		format: 1,
		account,
		step: 'build',
		done: [],
		passed: 0,
		checks: 0
	});
	await sendAsAuthor('POST', `${at}/submissions`, createHandInRequest({ account, work, version, submission }));
	// Waits for the verdict, after which nothing changes by itself any more.
	await expect
		.poll(async () => (await (await author.get(`${at}/submissions`)).text()).includes('"verdict":{'))
		.toBe(true);
	const exhibit = await hangExhibit(classWithTeacher, { client: author, account });
	const portfolio = await hangPortfolio(classWithTeacher, { client: author, account }, { work, version });
	const problem = await createClaimedProblem(classWithTeacher.teacher);
	const targets = { assignment, work, version, challenge, submission, exhibit, portfolio, problem };
	return { ...classWithTeacher, ...targets, author, account, classmate };
}

export const createPortfolioRequest = (account: string, workId: string, version: string) => ({
	format: 1,
	account,
	works: [{ work: workId, version, sentence: 'On a appris.', cover: null }]
});

/** Puts a portfolio of this student, with one work, on the open wall. Resolves to the portfolio's id. */
async function hangPortfolio(
	classWithTeacher: ClassWithTeacher,
	{ client, account }: Student,
	{ work, version }: { work: string; version: string }
): Promise<string> {
	const portfolioAnswer = await client.put(`/api/walls/${classWithTeacher.classId}/portfolio`, {
		data: createPortfolioRequest(account, work, version)
	});
	expect(portfolioAnswer.status(), await portfolioAnswer.text()).toBe(200);
	return ((await portfolioAnswer.json()) as { portfolio: string }).portfolio;
}

/** Opens the class's wall, and hangs a project of this student with a picture on it. Resolves to the exhibit's id. */
export async function hangExhibit(
	classWithTeacher: ClassWithTeacher,
	{ client, account }: Student,
	changedFields: object = {}
): Promise<string> {
	await postForm(classWithTeacher.teacher, `/fr/classes/${classWithTeacher.classId}/wall?/open`, {});
	const [work, version] = [randomUUID(), randomUUID()];
	const workAnswer = await client.put(`/api/works/${work}`, {
		data: createWorkRequest({ account, work, version, challenge: null })
	});
	expect(workAnswer.status(), await workAnswer.text()).toBe(200);
	const fileAnswer = await client.put(`/api/works/${work}/files/${STORED_PICTURE.sha256}`, {
		data: createPictureRequest(account)
	});
	expect(fileAnswer.status(), await fileAnswer.text()).toBe(200);
	const exhibitAnswer = await client.put(`/api/walls/${classWithTeacher.classId}/works/${work}`, {
		data: { ...createExhibitRequest({ account, version }), ...changedFields }
	});
	expect(exhibitAnswer.status(), await exhibitAnswer.text()).toBe(200);
	return ((await exhibitAnswer.json()) as { exhibit: string }).exhibit;
}

export const createExhibitRequest = ({ account, version }: Pick<LessonWithWork, 'account' | 'version'>) => ({
	format: 1,
	account,
	version,
	question: 'On comprend ?',
	cover: { content: toBase64(ONE_PIXEL_PNG), description: 'Une salade.' }
});

export async function createContributorInvitation(teacher: APIRequestContext): Promise<string> {
	const page = await (await postForm(teacher, '/fr/problems/invite?/make', { class: '' })).text();
	return /\/tell\/([0-9a-f]{48})/.exec(page)?.[1] ?? '';
}

export const createProblemRequest = (invitation: string | null, wrong = 'Il reste du pain.') => ({
	format: 1,
	invitation,
	classId: null,
	language: 'fr',
	trade: 'food',
	place: 'Brest',
	name: 'Annick',
	contact: '02 98 00 00 00',
	card: { ...EMPTY_PROBLEM_CARD, wrong, whom: 'Pour moi.', rule: 'Comme hier.' }
});

async function createClaimedProblem(teacher: APIRequestContext): Promise<string> {
	const wrong = `Il reste du pain ${randomUUID()}.`;
	await (
		await openHttpClient()
	).post('/api/problems', { data: createProblemRequest(await createContributorInvitation(teacher), wrong) });
	const id = await findProblemId(teacher, wrong);
	await postForm(teacher, `/fr/problems/${id}?/claim`, { class: '' });
	return id;
}

export async function findProblemId(teacher: APIRequestContext, wrong: string): Promise<string> {
	const page = await (await teacher.get('/fr/problems')).text();
	const textBefore = page.slice(0, page.indexOf(wrong));
	const id = [...textBefore.matchAll(/\/problems\/([0-9a-f-]{36})/g)].at(-1)?.[1] ?? '';
	expect(id, 'the problem on the board').not.toBe('');
	return id;
}

type WorkRequestIds = Pick<LessonWithWork, 'account' | 'work' | 'version'> & { challenge: PinnedChallenge | null };

/** Returns the request by which a browser sends a work with one version. Without a challenge, the work is a project. */
export const createWorkRequest = ({ account, work, version, challenge }: WorkRequestIds) => ({
	format: 1,
	account,
	work: {
		id: work,
		kind: challenge ? 'challenge' : 'project',
		challenge,
		language: 'fr',
		createdAt: 1_700_000_000_000
	},
	head: version,
	expected: null,
	versions: [
		{
			id: version,
			work,
			parent: null,
			savedAt: 1_700_000_000_000,
			files: { 'main.ts': 'export const salad = 1;', 'salad.png': formatOwnFile(STORED_PICTURE) },
			steps: null,
			decision: { option: 'paper', position: 'Rien à garder.' },
			project: challenge ? null : { title: 'Salade', card: null }
		}
	]
});

/** The picture that every stored work names. */
export const STORED_PICTURE = describeOwnFile(
	ONE_PIXEL_PNG,
	{ type: 'image/png', width: 1, height: 1 },
	{ kind: 'mine' }
);

const createPictureRequest = (account: string) => ({ format: 1, account, content: toBase64(ONE_PIXEL_PNG) });

const createHandInRequest = ({
	account,
	work,
	version,
	submission
}: Pick<LessonWithWork, 'account' | 'work' | 'version' | 'submission'>) => ({
	format: 1,
	account,
	id: submission,
	work,
	version,
	replaces: null,
	prediction: null,
	report: null
});

/** Files of a folder in the studio, which the server accepts before it tries to pack them. */
const STUDIO_FOLDER_FILES = { 'challenge.yaml': 'format: 1\n', 'text.fr.md': '# Le pain\n' };

const REVIEW_ROUTE = '/classes/[class]/assignments/[assignment]/review';

/** Returns a valid body for each request that takes JSON, by method and route. */
export const validRequestBodiesOf = (lesson: LessonWithWork, account: string): Record<string, object> => {
	const requestFields = { format: 1, account };
	const at = '/api/assignments/[assignment]';
	const decision = { option: 'paper', position: '' };
	return {
		'PUT /api/works/[work]': createWorkRequest({ ...lesson, account }),
		'PUT /api/works/[work]/files/[file]': createPictureRequest(account),
		'PUT /api/works/[work]/separation': requestFields,
		'PUT /api/walls/[class]/works/[work]': createExhibitRequest({ ...lesson, account }),
		'PUT /api/walls/[class]/portfolio': createPortfolioRequest(account, lesson.work, lesson.version),
		'POST /api/pair': { ...requestFields, class: lesson.classId, pseudonym: 'Loup', words: 'un deux trois' },
		[`PUT ${at}/work`]: { ...requestFields, work: lesson.work },
		[`PUT ${at}/progress`]: { ...requestFields, step: 'build', done: ['a'], passed: 1, checks: 2 },
		[`PUT ${at}/help`]: { ...requestFields, wanted: true },
		[`PUT ${at}/choice`]: { ...requestFields, by: account, moment: 'before', decision },
		'POST /api/problems': { ...createProblemRequest(null), classId: lesson.classId },
		'PUT /api/problems/[link]': { format: 1, card: createProblemRequest(null).card },
		'PUT /api/problems/[link]/photo': { format: 1, photo: null },
		'POST /api/studio/beginnings': {
			...requestFields,
			answers: {
				id: 'le-pain',
				language: 'fr',
				kind: 'table',
				person: 'food: Annick Le Goff, boulangère',
				example: 'loaves(guests: 9) = 2'
			}
		},
		'POST /api/studio/checks': {
			...requestFields,
			name: 'le-pain',
			files: STUDIO_FOLDER_FILES,
			isWhole: false,
			known: null
		},
		'POST /api/studio/links/[work]': requestFields,
		'DELETE /api/studio/links/[work]': requestFields,
		'POST /api/studio/problems/[problem]': { ...requestFields, work: lesson.work },
		'POST /api/studio/publications': { ...requestFields, files: STUDIO_FOLDER_FILES, madeFrom: null },
		'POST /api/studio/showings/[work]': { ...requestFields, files: STUDIO_FOLDER_FILES },
		'DELETE /api/studio/showings/[work]': requestFields,
		[`PUT ${at}/comments/[comment]`]: { ...requestFields, done: true },
		[`PUT ${REVIEW_ROUTE}/[submission]/text`]: { ...requestFields, revision: 0, text: EMPTY_REVIEW, move: 'accept' },
		[`POST ${REVIEW_ROUTE}/comments`]: { kind: 'keep', text: 'Bien.' },
		[`POST ${at}/trials`]: {
			...requestFields,
			step: 'catch',
			examples: [{ function: 'status', given: ['2'], returns: 'ok' }]
		},
		[`POST ${at}/submissions`]: createHandInRequest({ ...lesson, account, submission: 'another' })
	};
};

/**
 * Returns the address of a route, with the ids of this lesson; a parameter for which the lesson has no id gets an unknown one.
 */
export const addressOfRoute = (route: string, lesson: LessonWithWork): string =>
	(/^\/(?:api|machine|openid)\//.test(route) ? '' : '/fr') +
	route
		.replace('/challenges/[id]', '/challenges/horodateur')
		.replace('[class]', lesson.classId)
		.replace('[member]', lesson.memberId)
		.replace('[assignment]', lesson.assignment)
		.replace('[submission]', lesson.submission)
		.replace('[exhibit]', lesson.exhibit)
		.replace('[portfolio]', lesson.portfolio)
		.replace('[work]', lesson.work)
		.replace('[problem]', lesson.problem)
		.replace('[file]', STORED_PICTURE.sha256)
		.replace(/\[\w+\]/g, '0e0f6f3c-57a1-4a1c-9a53-1f0f6c1f8a11');

/** Removes the nonces of a page, which differ in every answer, so that two answers can be compared. */
export const removeNonces = (page: string): string => page.replace(/nonce-[^']+|nonce="[^"]+"/g, '');
