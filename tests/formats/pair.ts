/** Records a pair at one machine: works begun alone, made together, decided separately, and the parting. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { JOIN_CODE, prepareSchool } from '../bench/saves/school.ts';
import { startServer } from '../bench/server.ts';
import { Student } from '../e2e/student.ts';
import { snapshotDatabases } from '#lib/storage/testing/database-snapshot.ts';
import {
	recordStudentRows,
	beginProject,
	patientExpect,
	recordExchanges,
	waitUntilOnServer,
	openPage,
	locateSavedState,
	writeProgram
} from './recording-steps.ts';
import { takePseudonym } from '../join.ts';

interface JoinedStudent {
	page: Page;
	words: string;
}

async function joinClass(browser: Browser, base: string, pseudonym: string): Promise<JoinedStudent> {
	const page = await openPage(browser, base);
	await page.goto(`/fr/join?code=${JOIN_CODE}`);
	await takePseudonym(page, pseudonym);
	const words = (await page.locator('[data-words]').textContent()) ?? '';
	return { page, words };
}

async function formPair(page: Page, pseudonym: string, words: string): Promise<void> {
	await page.getByRole('button', { name: 'À deux' }).click();
	const fields = page.getByRole('dialog').getByRole('textbox');
	await fields.first().fill(pseudonym);
	await fields.last().fill(words);
	await fields.last().press('Enter');
	await patientExpect(page.locator('header summary .name')).toHaveText(['Loup', pseudonym]);
}

async function endPairInDialog(page: Page): Promise<void> {
	await page.locator('header').getByRole('button', { name: 'À deux' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Vous séparer' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Oui, chacun de son côté' }).click();
	await patientExpect(page.locator('header summary .name')).toHaveText(['Loup']);
}

/** Solves the challenge, lets each student of the pair decide, and goes on to the last step. */
async function solveAndDecideAsPair(page: Page): Promise<void> {
	const student = new Student(page, 'mouse');
	await patientExpect(student.locateStep('discover')).toBeVisible();
	await student.goToNextStep();
	await student.answer('30');
	await patientExpect(page.locator('.fact dd')).toHaveText('60');
	await page.locator('.ways button').first().click();
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	await patientExpect(student.locateStep('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.runProgram();
	await student.waitUntilAllPassed();
	await student.goToNextStep();
	await page.locator('.ways button', { hasText: 'Passer' }).click();
	for (const position of ['Le papier, pour que personne ne sache.', 'La plaque, parce que ma mère oublie le ticket.']) {
		await patientExpect(page.locator('.position textarea')).toHaveValue('');
		await page.locator('.position textarea').fill(position);
		await page.locator('.option button').last().click();
		await page.locator('.over button').first().click();
	}
	await student.goToNextStep();
	await patientExpect(student.locateStep('show')).toBeVisible();
	await waitUntilOnServer(page);
}

export async function recordPair(browser: Browser, folder: string): Promise<void> {
	const writeJson = (name: string, value: unknown) =>
		writeFile(join(folder, name), `${JSON.stringify(value, null, '\t')}\n`);
	const school = await prepareSchool('pglite', 1);
	const server = await startServer(await findFreePort(21_800), school.environment);
	const base = `http://localhost:${server.port}`;
	try {
		const { page } = await joinClass(browser, base, 'Loup');
		const { words } = await joinClass(browser, base, 'Renard');
		const recordedExchanges: object[] = [];
		recordExchanges(page, recordedExchanges);

		// A work that was begun alone, before the pair, stays with its author.
		await beginProject(page, 'Commencé seul');
		await writeProgram(page, "console.log('alone');\n");
		await waitUntilOnServer(page);
		await formPair(page, 'Renard', words);
		await writeProgram(page, "console.log('together');\n");
		await waitUntilOnServer(page);

		await beginProject(page, 'Chacun sa copie');
		await writeProgram(page, "console.log('apart soon');\n");
		await waitUntilOnServer(page);
		await endPairInDialog(page);
		await waitUntilOnServer(page);
		// A page that is open while the pair forms becomes the work of both students, so another page is opened.
		await page.goto('/fr/challenges/horodateur');
		await formPair(page, 'Renard', words);
		await solveAndDecideAsPair(page);

		await page.route('**/api/works/**', (route) => route.abort());
		await beginProject(page, 'Pas encore envoyé');
		await writeProgram(page, 'let both = 2;\n');
		await patientExpect(locateSavedState(page, 'waiting')).toBeVisible({ timeout: 60_000 });
		await writeJson('pair.json', await page.evaluate(snapshotDatabases));
		await writeJson('pair-exchanges.json', recordedExchanges);
		await recordStudentRows(school, join(folder, 'pair-server.txt'));
	} finally {
		await server.close();
		await school.close();
	}
}
