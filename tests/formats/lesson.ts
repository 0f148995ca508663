/** Records the whole database of a class, and a browser with a hand-in that was not sent. */
import { execFileSync } from 'node:child_process';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { schoolClass } from '#lib/server/db/schema/index.ts';
import { snapshotDatabases, type DatabaseSnapshot } from '#lib/storage/testing/database-snapshot.ts';
import { prepareLessons } from '../bench/board/lessons.ts';
import { startServer } from '../bench/server.ts';
import { RIGHT_PROGRAM, WRONG_PROGRAM } from '../e2e/class-lesson.ts';
import { Student } from '../e2e/student.ts';
import { patientExpect, waitUntilOnServer, openPage, locateSavedState } from './recording-steps.ts';
import { takePseudonym } from '../join.ts';

export interface RecordedLesson {
	/** The join code of the class. */
	code: string;
	assignment: string;
	/** The three words of each student. Loup has handed in; Renard's hand-in waits in the browser. */
	words: { loup: string; renard: string };
	/** Id of the hand-in that was not sent, and its program. */
	unsent: { id: string; program: string };
	databases: DatabaseSnapshot[];
	localStorage: Record<string, string>;
}

const JOIN_CODE = 'CDF346';

async function joinAndBegin(browser: Browser, base: string, pseudonym: string, assignmentId: string) {
	const page = await openPage(browser, base);
	await page.goto(`/fr/join?code=${JOIN_CODE}`);
	await takePseudonym(page, pseudonym);
	const words = (await page.locator('[data-words]').textContent()) ?? '';
	await page.goto(`/fr/assignments/${assignmentId}`);
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	const student = new Student(page, 'mouse');
	await patientExpect(student.locateStep('build')).toBeVisible();
	return { page, words, student };
}

async function handIn(page: Page, expectedState: 'waiting' | 'sending'): Promise<void> {
	await page.getByRole('button', { name: 'Rendre', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Rendre ton travail' });
	await dialog.getByLabel('Ta réponse').fill('100');
	await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
	await patientExpect(page.locator('[data-handing]')).toHaveAttribute('data-handing', expectedState);
}

export async function recordLesson(browser: Browser, folder: string): Promise<void> {
	const school = await prepareLessons('pglite', 1, 1, async ({ database }) => {
		await database.update(schoolClass).set({ joinCode: JOIN_CODE });
	});
	const assignment = school.lessons[0]?.assignment ?? '';
	const server = await startServer(await findFreePort(21_800), school.environment);
	const base = `http://localhost:${server.port}`;
	try {
		const loup = await joinAndBegin(browser, base, 'Loup', assignment);
		await loup.student.replaceWholeFile(WRONG_PROGRAM);
		await loup.student.runProgram();
		await waitUntilOnServer(loup.page);
		await handIn(loup.page, 'waiting');
		await patientExpect(loup.page.locator('[data-handing]')).toContainText(/Vérifications réussies\s: \d+ sur/);

		const renard = await joinAndBegin(browser, base, 'Renard', assignment);
		await renard.student.replaceWholeFile(WRONG_PROGRAM);
		await renard.student.runProgram();
		await waitUntilOnServer(renard.page);
		await renard.page.context().setOffline(true);
		const program = `// Written without a network.\n${RIGHT_PROGRAM}`;
		await renard.student.replaceWholeFile(program);
		await renard.student.runProgram();
		await renard.student.waitUntilAllPassed();
		await patientExpect(locateSavedState(renard.page, 'waiting')).toBeVisible();
		await handIn(renard.page, 'sending');
		const databases = await renard.page.evaluate(snapshotDatabases);
		const [waiting] = databases.flatMap(({ stores }) => stores.find(({ name }) => name === 'waiting')?.rows ?? []);
		const unsentId = (waiting as { sent: { id: string } }).sent.id;
		const recordedLesson: RecordedLesson = {
			code: JOIN_CODE,
			assignment,
			words: { loup: loup.words, renard: renard.words },
			unsent: { id: unsentId, program },
			databases,
			localStorage: await renard.page.evaluate(() => ({ ...localStorage }))
		};
		await writeFile(join(folder, 'lesson-browser.json'), `${JSON.stringify(recordedLesson, null, '\t')}\n`);
		execFileSync(process.execPath, ['--import', 'tsx', 'scripts/backup.ts'], {
			env: { ...process.env, ...school.environment },
			stdio: 'inherit'
		});
		const backups = join(school.environment['DATA_FOLDER'] ?? '', 'backups');
		await copyFile(join(backups, (await readdir(backups)).sort().at(-1) ?? ''), join(folder, 'lesson-server.gz'));
	} finally {
		await server.close();
		await school.close();
	}
}
