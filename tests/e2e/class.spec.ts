/** A class from its first teacher to its students: made, printed, joined, watched, left. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { app } from '../servers.ts';
import { faults } from './faults.ts';
import { arriveBy, invitationBy, newCurator, newTeacher } from './persons.ts';
import { wireOf } from './wire.ts';
import { begin, where, write } from './writing.ts';

// Offline has tests of its own: here each new browser would fill its cache once more.
test.use({ serviceWorkers: 'block' });

const NAMES = ['Éloïse Dupré-Lévêque', 'N’Golo Kouassi', 'Zénaïde Œuvrard'];
/** As a French spreadsheet saves it: Windows-1252, semicolons. */
const FILE = {
	name: 'classe.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(
		[...`Nom;Pseudonyme\r\n${NAMES[0]};Loup\r\n"${NAMES[1]}";Étoile\r\n${NAMES[2]};Renard roux\r\n`].map(
			(letter) => ({ Œ: 0x8c, '’': 0x92 })[letter] ?? letter.charCodeAt(0)
		)
	)
};

async function newClass(page: Page, name: string): Promise<string> {
	await page.goto('/fr/classes/new');
	await page.getByLabel('Nom de la classe').fill(name);
	await page.getByRole('button', { name: 'Créer la classe' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	return new URL(page.url()).pathname;
}

async function fillRoster(page: Page, address: string, lines: string[]): Promise<void> {
	await page.goto(`${address}/students`);
	await page.getByLabel('Un pseudonyme par ligne').fill(lines.join('\n'));
	await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
	await expect(page.locator('.cards li')).toHaveCount(lines.length);
}

/** On a machine of their own, with what the card says. */
async function join(browser: Browser, card: { code: string; pseudonym: string; words: string }): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`/fr/join?${new URLSearchParams({ code: card.code, pseudonym: card.pseudonym })}`);
	await page.getByLabel('Tes trois mots').fill(card.words);
	await page.getByRole('button', { name: 'Entrer' }).click();
	await expect(page.getByText(card.pseudonym, { exact: true })).toBeVisible();
	return page;
}

async function cardsOn(page: Page) {
	return page.locator('.cards li').evaluateAll((cards) =>
		cards.map((card) => {
			const textOf = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? '';
			return { code: textOf('.code'), pseudonym: textOf('.pseudonym'), words: textOf('.words') };
		})
	);
}

test('a class of three, from the first curator to students on two machines; no name leaves the teacher’s browser', async ({
	browser
}) => {
	const curator = await newCurator(browser);
	const { page } = await arriveBy(browser, await invitationBy(curator, 'enseignant·e'), 'Mme Martin');
	const wire = wireOf(page);
	const address = await newClass(page, 'Seconde 4');

	// A list with names: only the pseudonyms get into the field.
	await page.getByRole('link', { name: 'Ajouter des élèves' }).click();
	await page.locator('[data-roster-file]').setInputFiles(FILE);
	await expect(page.getByLabel('Un pseudonyme par ligne')).toHaveValue('Loup\nÉtoile\nRenard roux');
	await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
	await expect(page.locator('.cards li')).toHaveCount(3);
	await expect(page.locator('.cards')).toContainText(NAMES[0] ?? '');

	// On paper there are the cards and nothing else.
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Imprimer maintenant' })).toBeHidden();
	await expect(page.locator('.cards li').first()).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	const cards = await cardsOn(page);
	expect(new Set(cards.map(({ words }) => words)).size).toBe(3);
	for (const { words } of cards) expect(words.split(' ')).toHaveLength(3);
	expect(await faults(page)).toEqual([]);

	// Names on the pages, in the search and in the table.
	await page.getByRole('link', { name: 'Terminé' }).click();
	await page.getByRole('searchbox').fill('dupre');
	await expect(page.getByRole('listitem').filter({ hasText: NAMES[0] ?? '' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Étoile' })).toHaveCount(0);
	await page.getByRole('searchbox').fill('');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Liste pour tableur' }).click();
	expect(await readFile(await (await saving).path(), 'utf8')).toContain(`Loup;${NAMES[0]}`);
	await page.getByLabel('Les garder sur cette machine').check();
	expect(await faults(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText(NAMES[2] ?? '')).toBeVisible();

	// Two machines.
	const [first, second] = cards;
	if (!first || !second) throw new Error('There are no cards.');
	const loup = await join(browser, first);
	await join(browser, { ...second, words: second.words.toUpperCase() });
	await loup.goto(address);
	await expect(loup.getByText('Seconde 4')).toHaveCount(0);

	// What a teacher saw, the student reads.
	await page.getByRole('link', { name: 'Loup', exact: true }).click();
	await expect(page.getByRole('heading', { name: NAMES[0] ?? '' })).toBeVisible();
	await page.getByText('Valider', { exact: true }).first().click();
	await page.getByLabel('Ce que vous avez vu').first().fill('<b>a ralenti la ligne</b>');
	await page.getByRole('button', { name: 'Valider' }).first().click();
	await expect(page.getByRole('blockquote')).toHaveText('<b>a ralenti la ligne</b>');
	expect(await faults(page)).toEqual([]);
	await loup.goto('/fr/me');
	await expect(loup.getByText('<b>a ralenti la ligne</b>')).toBeVisible();
	expect(await faults(loup)).toEqual([]);

	// Out of the class, the student is told until when they have.
	await page.getByLabel('Oui, j’en suis sûr').check();
	await page.getByRole('button', { name: 'Retirer de la classe' }).click();
	// Back at the class, where the one who left is no more.
	await page.waitForURL((url) => !url.pathname.includes('/students/'));
	await expect(page.getByRole('link', { name: 'Loup', exact: true })).toHaveCount(0);
	await loup.reload();
	await expect(loup.getByText(/Ton compte s’arrête le/)).toBeVisible();

	expect(wire.count()).toBeGreaterThan(20);
	expect(await wire.with(['Loup', 'Renard roux'])).not.toEqual([]);
	expect(await wire.with([...NAMES, 'Dupré', 'Kouassi', 'dupre', FILE.name])).toEqual([]);
});

test('work follows a student of the class from one machine to the next, and no teacher into it', async ({
	browser
}) => {
	const { page } = await newTeacher(browser);
	const address = await newClass(page, 'Seconde 6');
	await page.goto(`${address}/students`);
	await page.locator('[data-roster-file]').setInputFiles(FILE);
	await expect(page.getByLabel('Un pseudonyme par ligne')).toHaveValue('Loup\nÉtoile\nRenard roux');
	await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
	await expect(page.locator('.cards li')).toHaveCount(3);
	const card = (await cardsOn(page)).find(({ pseudonym }) => pseudonym === 'Étoile');
	if (!card) throw new Error('There is no such card.');

	const first = await join(browser, card);
	const path = await begin(first, 'Salade du port');
	await write(first, 'let leaves = 12;');
	await expect(where(first, 'server')).toBeVisible();

	// The next week, at another machine.
	const second = await join(browser, card);
	await second.goto('/fr/me');
	await second.getByRole('link', { name: 'Salade du port' }).click();
	await expect(second.locator('.view-lines')).toContainText('leaves');
	await write(second, 'let leaves = 12;\nlet tomatoes = 3;');
	await expect(where(second, 'server')).toBeVisible();

	await first.goto(path);
	await expect(first.locator('.view-lines')).toContainText('tomatoes');
	await first.goto('/fr/me/data');
	await expect(first.getByText('« Salade du port »')).toBeVisible();
	expect((await page.request.get(path.replace('/fr/projects', '/api/works'))).status()).toBe(404);
});

test(
	'a colleague comes by a link, once; a card made again ends the old words',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await newTeacher(browser);
		const address = await newClass(page, 'Première 2');
		await fillRoster(page, address, ['Pixel']);
		const [old] = await cardsOn(page);
		await page.goto(`${address}/settings`);
		await page.getByRole('button', { name: 'Faire un lien pour un collègue' }).click();
		const link = await page.getByLabel('Lien').inputValue();
		expect(await faults(page)).toEqual([]);
		for (const path of [`${address}/code`, '/fr/classes', '/fr/classes/new', link]) {
			await page.goto(path);
			expect(await faults(page), path).toEqual([]);
		}

		const { page: other } = await newTeacher(browser, 'M. Diallo');
		expect((await other.goto(address))?.status()).toBe(404);
		await other.goto(link);
		await other.getByRole('button', { name: 'Rejoindre la classe' }).click();
		await expect(other.getByRole('heading', { level: 1, name: 'Première 2' })).toBeVisible();
		await page.goto(link);
		await expect(page.getByText('Ce lien a déjà servi')).toBeVisible();

		await other.getByRole('link', { name: 'Cartes' }).click();
		await other.getByLabel('Toute la classe').check();
		await other.getByRole('button', { name: 'Donner de nouveaux mots' }).click();
		await expect(other.locator('.cards li')).toHaveCount(1);
		const [fresh] = await cardsOn(other);
		if (!old || !fresh) throw new Error('There are no cards.');
		const student = await join(browser, fresh);
		await page.goto(`/fr/join?${new URLSearchParams({ code: old.code, pseudonym: 'Pixel' })}`);

		// Everything that is kept, as a file; then nothing.
		await student.goto('/fr/me/data');
		await expect(student.getByText('« Pixel »')).toBeVisible();
		expect(await faults(student)).toEqual([]);
		const saving = student.waitForEvent('download');
		await student.getByRole('link', { name: 'Le fichier (JSON)' }).click();
		const file: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
		expect(file).toMatchObject({ account: { role: 'student', email: null }, classes: [{ pseudonym: 'Pixel' }] });
		expect(JSON.stringify(file)).not.toContain(fresh.words);
		await student.getByLabel('Oui, supprimer mon compte').check();
		await student.getByRole('button', { name: 'Supprimer mon compte' }).click();
		await expect(student).toHaveURL(/\/fr$/);
		expect((await student.goto('/fr/me'))?.status()).toBe(401);
		await other.goto(address);
		await expect(other.getByText('Personne encore')).toBeVisible();
	}
);

test('what is wrong is refused in words and changes nothing', async ({ browser }) => {
	const { page } = await newTeacher(browser);
	const address = await newClass(page, '=HYPERLINK("http://x";"<script>alert(1)</script>")');
	await fillRoster(page, address, ['Loup']);
	// As a browser without our script sends it: an answer's status is then the form's.
	const headers = { origin: app, accept: 'text/html' };
	const post = async (path: string, form: Record<string, string>) =>
		(await page.request.post(path, { form, headers })).status();
	const rosters = [
		'',
		'\n;;\n',
		'Loup',
		'LOUP',
		'Camille Dupont;Renard',
		'=1+1',
		'<img src=x onerror=alert(1)>',
		'../../etc/passwd',
		'a\u0000b',
		'\uD800',
		'a\u202Eb',
		'x'.repeat(31),
		'x'.repeat(100_000),
		Array.from({ length: 60 }, (_, place) => `p${place}`).join('\n')
	];
	for (const roster of rosters) {
		expect(await post(`${address}/students?/add`, { roster }), JSON.stringify(roster.slice(0, 40))).toBe(400);
	}
	const asFile = { roster: { name: '../x.csv', mimeType: 'text/csv', buffer: Buffer.from('Renard') } };
	expect((await page.request.post(`${address}/students?/add`, { multipart: asFile, headers })).status()).toBe(400);
	expect((await page.request.post(`${address}/students?/add`, { data: { roster: 'Renard' }, headers })).status()).toBe(
		415
	);
	expect((await page.request.post(`${address}/students?/add`, { form: { roster: 'Renard' } })).status()).toBe(403);
	const huge = 'x'.repeat(600_000);
	expect(await post(`${address}/students?/add`, { roster: huge })).toBe(400);

	for (const name of ['', '   ', 'a\nb\u0000', 'x'.repeat(61)]) {
		expect(await post(`${address}/settings?/rename`, { name }), JSON.stringify(name)).toBe(400);
	}
	for (const days of ['', '31', '-30', '1e9', '30; drop table class', 'NaN', '3'.repeat(5000)]) {
		expect(await post(`${address}/settings?/keep`, { days }), days.slice(0, 30)).toBe(400);
	}
	expect(await post(`${address}/settings?/delete`, {})).toBe(400);
	expect(await post(`${address}/settings?/teacher`, { email: "' or 1=1 --" })).toBe(400);
	expect(await post(`${address}/cards?/renew`, { student: '../../1' })).toBe(400);
	for (const teacher of ['', 'nobody', 'a\u0000b'])
		expect(await post(`${address}/settings?/without`, { teacher })).toBe(400);
	expect(await post(`${address}/settings?/teacher`, { email: 'a\u0000b@c.fr' })).toBe(400);
	for (const path of ['..%2f..%2fx', 'none', '%00', 'a'.repeat(3000)]) {
		const member = `${address}/students/${path}`;
		expect(await post(`${member}?/remove`, { sure: 'on' }), path.slice(0, 20)).toBe(404);
		expect(await post(`${member}?/validate`, { piste: 'green', note: 'x' }), path.slice(0, 20)).toBe(404);
		expect((await page.request.get(`/fr/classes/${path}`)).status(), path.slice(0, 20)).toBe(404);
		expect((await page.request.get(`/fr/teach/${path}`)).status(), path.slice(0, 20)).toBeLessThan(500);
	}

	// All as it was, and markup is text.
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'=HYPERLINK("http://x";"<script>alert(1)</script>")'
	);
	await expect(page.getByRole('heading', { name: '1 élève' })).toBeVisible();
});
