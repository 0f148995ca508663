/** Hands in work by HTTP as a browser does, for tests of what happens afterwards. */
import { randomUUID } from 'node:crypto';
import { expect, type Browser } from '@playwright/test';
import { BrowserlessStudent, giveAssignment } from './given-assignments.ts';
import { createClassInBrowser, signUpTeacher, type SignedInAdult } from './persons.ts';
import { parseOwnSubmissions } from '#lib/wire/own-submission.ts';

export interface ClassLesson {
	teacher: SignedInAdult;
	code: string;
	classId: string;
	assignment: string;
	/** Path of the assignment's pages. */
	path: string;
}

/** Makes a class with an assignment. `what` is the query of the form's address. */
export async function createClassLesson(
	browser: Browser,
	className: string,
	what = 'challenge=horodateur'
): Promise<ClassLesson> {
	const teacher = await signUpTeacher(browser, 'Mme Relit');
	const code = await createClassInBrowser(teacher, className);
	const classPath = new URL(teacher.page.url()).pathname;
	const { path, id } = await giveAssignment(teacher.page, classPath, what);
	return { teacher, code, classId: classPath.split('/').at(-1) ?? '', assignment: id, path };
}

export interface WorkingStudent {
	student: BrowserlessStudent;
	workId: string;
	/** Id of the version that was saved last. */
	version: string | null;
}

export async function createWorkingStudent(
	{ code }: Pick<ClassLesson, 'code'>,
	pseudonym: string
): Promise<WorkingStudent> {
	return { student: await BrowserlessStudent.join(code, pseudonym), workId: randomUUID(), version: null };
}

interface HandInContent {
	files: Record<string, string>;
	decision?: { option: string; position: string };
	/** The lesson's steps and answers, as a browser saves them with the work. */
	steps?: unknown;
	/** The answer to the hand-in question. */
	prediction?: string;
	/** The report of the browser's checks, which need not be true. */
	report?: { step: string; check: string; status: 'pass' | 'fail' | 'error' }[];
	project?: { title: string; card: null };
}

/** Saves a work and hands it in. Resolves to the submission's id. */
export async function handIn(
	workingStudent: WorkingStudent,
	lesson: Pick<ClassLesson, 'assignment'>,
	piece: HandInContent
): Promise<string> {
	const { workId: work } = workingStudent;
	const { requests: api, account } = workingStudent.student;
	const at = `/api/assignments/${lesson.assignment}`;
	const { told } = (await (await api.get(at)).json()) as {
		told: { subject: { kind: string; id?: string; hash?: string } };
	};
	const { subject } = told;
	const pinnedChallenge =
		subject.kind === 'challenge' ? { id: subject.id, version: '1.0.0', hash: subject.hash } : null;
	const version = randomUUID();
	const answer = await api.put(`/api/works/${work}`, {
		data: {
			format: 1,
			account,
			work: { id: work, kind: subject.kind, challenge: pinnedChallenge, language: 'fr', createdAt: 1_700_000_000_000 },
			head: version,
			expected: workingStudent.version,
			versions: [
				{
					id: version,
					work,
					parent: workingStudent.version,
					savedAt: Date.now(),
					files: piece.files,
					steps: piece.steps ?? null,
					decision: piece.decision ?? null,
					project: piece.project ?? null
				}
			]
		}
	});
	expect(await answer.json()).toMatchObject({ kind: 'stored' });
	const isFirst = workingStudent.version === null;
	workingStudent.version = version;
	if (isFirst) await api.put(`${at}/work`, { data: { format: 1, account, work } });
	const id = randomUUID();
	const handInAnswer = await api.post(`${at}/submissions`, {
		data: {
			format: 1,
			account,
			id,
			work,
			version,
			replaces: null,
			prediction: piece.prediction ?? null,
			report: piece.report ?? null
		}
	});
	const { kind, ownSubmissions } = (await handInAnswer.json()) as { kind: string; ownSubmissions: unknown };
	expect(kind).toBe('handed-in');
	expect(parseOwnSubmissions(ownSubmissions)).toMatchObject({
		submissions: expect.arrayContaining([expect.objectContaining({ id })])
	});
	return id;
}

export const RIGHT_PROGRAM = `export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return halfHours(minutes) * 50;
}

export function halfHours(minutes: number): number {
	return Math.ceil(minutes / 30);
}
`;
export const WRONG_PROGRAM = RIGHT_PROGRAM.replace('Math.ceil', 'Math.floor');
