/** Records a pair at one machine: works begun alone, made together, decided separately, and the parting. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { freePort } from '../../scripts/test/free-port.ts';
import { JOIN_CODE, prepareSchool } from '../bench/saves/school.ts';
import { startServer } from '../bench/server.ts';
import { Student } from '../e2e/student.ts';
import { snapshotDatabases } from '#lib/storage/testing/database-snapshot.ts';
import { backUp, begin, expect, listen, onServer, open, where, write } from './hands.ts';
import { takePseudonym } from '../join.ts';

interface Joined {
	page: Page;
	words: string;
}

async function arrive(browser: Browser, base: string, pseudonym: string): Promise<Joined> {
	const page = await open(browser, base);
	await page.goto(`/fr/join?code=${JOIN_CODE}`);
	await takePseudonym(page, pseudonym);
	const words = (await page.locator('[data-words]').textContent()) ?? '';
	return { page, words };
}

async function sitDown(page: Page, pseudonym: string, words: string): Promise<void> {
	await page.getByRole('button', { name: 'À deux' }).click();
	const asked = page.getByRole('dialog').getByRole('textbox');
	await asked.first().fill(pseudonym);
	await asked.last().fill(words);
	await asked.last().press('Enter');
	await expect(page.locator('header summary .name')).toHaveText(['Loup', pseudonym]);
}

async function goApart(page: Page): Promise<void> {
	await page.locator('header').getByRole('button', { name: 'À deux' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Vous séparer' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Oui, chacun de son côté' }).click();
	await expect(page.locator('header summary .name')).toHaveText(['Loup']);
}

/** Goes to the last step; each student decides. */
async function decideEach(page: Page): Promise<void> {
	const student = new Student(page, 'mouse');
	await expect(student.step('discover')).toBeVisible();
	await student.next();
	await student.answer('30');
	await expect(page.locator('.fact dd')).toHaveText('60');
	await page.locator('.ways button').first().click();
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(student.step('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.run();
	await student.seesAllPassed();
	await student.next();
	await page.locator('.ways button', { hasText: 'Passer' }).click();
	for (const position of ['Le papier, pour que personne ne sache.', 'La plaque, parce que ma mère oublie le ticket.']) {
		await expect(page.locator('.position textarea')).toHaveValue('');
		await page.locator('.position textarea').fill(position);
		await page.locator('.option button').last().click();
		await page.locator('.over button').first().click();
	}
	await student.next();
	await expect(student.step('show')).toBeVisible();
	await onServer(page);
}

export async function recordPair(browser: Browser, folder: string): Promise<void> {
	const keep = (name: string, value: unknown) =>
		writeFile(join(folder, name), `${JSON.stringify(value, null, '\t')}\n`);
	const school = await prepareSchool('pglite', 1);
	const server = await startServer(await freePort(21_800), school.environment);
	const base = `http://localhost:${server.port}`;
	try {
		const { page } = await arrive(browser, base, 'Loup');
		const { words } = await arrive(browser, base, 'Renard');
		const exchanges: object[] = [];
		listen(page, exchanges);

		// A work that was begun alone, before the pair, stays with its author.
		await begin(page, 'Commencé seul');
		await write(page, "console.log('alone');\n");
		await onServer(page);
		await sitDown(page, 'Renard', words);
		await write(page, "console.log('together');\n");
		await onServer(page);

		await begin(page, 'Chacun sa copie');
		await write(page, "console.log('apart soon');\n");
		await onServer(page);
		await goApart(page);
		await onServer(page);
		// A page that is open while the pair forms becomes the work of both students, so another page is opened.
		await page.goto('/fr/challenges/horodateur');
		await sitDown(page, 'Renard', words);
		await decideEach(page);

		await page.route('**/api/works/**', (route) => route.abort());
		await begin(page, 'Pas encore envoyé');
		await write(page, 'let both = 2;\n');
		await expect(where(page, 'waiting')).toBeVisible({ timeout: 60_000 });
		await keep('pair.json', await page.evaluate(snapshotDatabases));
		await keep('pair-exchanges.json', exchanges);
		await backUp(school, join(folder, 'pair-server.txt'));
	} finally {
		await server.close();
		await school.close();
	}
}
