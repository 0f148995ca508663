import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../test.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { parseOwnSubmissions } from '#lib/wire/own-submission.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { verdict } from '#lib/server/db/schema/index.ts';
import { prepareLessons, type BenchLesson } from '../bench/board/lessons.ts';
import { handInVersionId, workIdOfAccount, createHandInWorks } from '../bench/hand-ins/works.ts';
import { killOwnServer, startOwnServer } from './own-server.ts';

/** Moments of the kill, in milliseconds after the request. */
const KILL_DELAYS_MILLISECONDS = [0, 15, 60, 150];

class SubmittingBrowser {
	readonly sentHandIn: SentHandIn;
	readonly #address: string;
	readonly #cookie: string;

	constructor(port: number, { assignment, students }: BenchLesson, at: number) {
		const student = students[at];
		if (!student) throw new Error('There is no such student.');
		const { account, cookie } = student;
		this.#address = `http://localhost:${port}/api/assignments/${assignment}/submissions`;
		this.#cookie = cookie;
		this.sentHandIn = {
			format: handInApi.format,
			account,
			id: crypto.randomUUID(),
			work: workIdOfAccount(account),
			version: handInVersionId(account),
			replaces: null,
			prediction: '100',
			report: []
		};
	}

	async handIn(): Promise<boolean> {
		const response = await fetch(this.#address, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie: this.#cookie },
			body: JSON.stringify(this.sentHandIn)
		}).catch(() => undefined);
		return parseHandInAnswer(await response?.json().catch(() => undefined))?.kind === 'handed-in';
	}

	async readSubmissions(): Promise<{ ids: string[]; judged: boolean }> {
		const response = await fetch(this.#address, { headers: { cookie: this.#cookie } }).catch(() => undefined);
		const answer = parseOwnSubmissions(await response?.json().catch(() => undefined));
		const submissions = answer?.kind === 'submissions' ? answer.submissions : [];
		return { ids: submissions.map(({ id }) => id), judged: (submissions[0]?.verdict ?? null) !== null };
	}

	async waitUntilJudged(): Promise<void> {
		await expect.poll(() => this.readSubmissions()).toEqual({ ids: [this.sentHandIn.id], judged: true });
	}
}

const findJudgeProcessIds = async ({ pid = 0 }: ChildProcess): Promise<number[]> =>
	(await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(/\s+/).filter(Boolean).map(Number);

test('each hand-in gets exactly one verdict when the server or the judge is killed during it', async () => {
	const school = await prepareLessons('pglite', 1, KILL_DELAYS_MILLISECONDS.length + 1, createHandInWorks);
	const [lesson] = school.lessons;
	if (!lesson) throw new Error('There is no class.');
	const port = await findFreePort(23_300);
	let server = await startOwnServer(port, school.environment);
	try {
		for (const [at, moment] of KILL_DELAYS_MILLISECONDS.entries()) {
			const browser = new SubmittingBrowser(port, lesson, at);
			const handIn = browser.handIn();
			await pause(moment);
			await killOwnServer(server);
			await handIn;
			server = await startOwnServer(port, school.environment);
			expect(await browser.handIn()).toBe(true);
			expect(await browser.handIn()).toBe(true);
			await browser.waitUntilJudged();
		}
		const lastBrowser = new SubmittingBrowser(port, lesson, KILL_DELAYS_MILLISECONDS.length);
		const handIn = lastBrowser.handIn();
		const judges = await findJudgeProcessIds(server);
		expect(judges.length).toBeGreaterThan(0);
		for (const judge of judges) process.kill(judge, 'SIGKILL');
		expect(await handIn).toBe(true);
		await lastBrowser.waitUntilJudged();
	} finally {
		await killOwnServer(server);
		const connection = await openPglite(`${school.environment['DATA_FOLDER'] ?? ''}/database`);
		const verdicts = await connection.database.select({ id: verdict.submissionId }).from(verdict);
		await connection.close();
		await school.close();
		expect(verdicts).toHaveLength(KILL_DELAYS_MILLISECONDS.length + 1);
		expect(new Set(verdicts.map(({ id }) => id)).size).toBe(KILL_DELAYS_MILLISECONDS.length + 1);
	}
});
