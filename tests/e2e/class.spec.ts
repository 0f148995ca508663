import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '../test.ts';
import { appOrigin, moveLinkToAppOrigin } from '../servers.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { ADULT_PASSWORD } from '../adults.ts';
import { signUpInBrowser, createInvitation, signUpCurator, signUpTeacher } from './persons.ts';
import { giveAssignment } from './given-assignments.ts';
import { Student } from './student.ts';
import { recordSentRequests, nameSpellingsOf, type SentRequests } from './sent-requests.ts';
import { pasteText } from '../paste.ts';
import { beginProject, locateSavedState, writeProgram } from './project-pages.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const REAL_NAMES = ['DUPRÉ-LÉVÊQUE Éloïse', 'KOUASSI N’Golo', 'ŒUVRARD Zénaïde'];
/** First names without surnames, some of them short: only the teacher can say that they are no pseudonyms. */
const FIRST_NAMES = ['Lou', 'Zoé', 'Maëlle'];
const PSEUDONYMS = ['Loup', 'Étoile', 'Duc roux'];
/** A list as a school's software and a French spreadsheet save it: Windows-1252, semicolons, columns that are not needed. */
const ROSTER_FILE = {
	name: 'Liste_Kouassi.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(
		[
			'Liste des élèves\r\nNom;Né(e) le;Prénom;Classe;Sexe\r\n',
			'"DUPRÉ-LÉVÊQUE";03/04/2010;Éloïse;2DE4;F\r\nKOUASSI;12/11/2010;N’Golo;2DE4;M\r\nŒUVRARD;01/01/2010;Zénaïde;2DE4;F\r\n3 élèves\r\n'
		]
			.flatMap((text) => [...text])
			.map((letter) => ({ Œ: 0x8c, '’': 0x92 })[letter] ?? letter.charCodeAt(0))
	)
};

/** Opens the list of names, sets the test's pseudonyms, and makes the cards. Resolves to the saved file of names. */
async function openRosterAndMakeCards(page: Page): Promise<string> {
	await page.locator('[data-roster-file]').setInputFiles(ROSTER_FILE);
	await expect(page.locator('[data-named="3"]')).toBeVisible();
	for (const [place, pseudonym] of PSEUDONYMS.entries()) {
		const field = page.getByLabel(`Pseudonyme de ${REAL_NAMES[place] ?? ''}`);
		await expect(field, 'one is proposed').not.toHaveValue('');
		await field.fill(pseudonym);
	}
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Enregistrer les noms et faire les cartes' }).click();
	const text = await readFile(await (await saving).path(), 'utf8');
	await expect(page.locator('.cards li')).toHaveCount(3);
	return text;
}

async function createClass(page: Page, name: string): Promise<string> {
	await page.goto('/fr/classes/new');
	await page.getByLabel('Nom de la classe').fill(name);
	await page.getByRole('button', { name: 'Créer la classe' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	return new URL(page.url()).pathname;
}

async function addPseudonymsToRoster(page: Page, address: string, lines: string[]): Promise<void> {
	await page.goto(`${address}/students`);
	await page.getByLabel('Un pseudonyme par ligne').fill(lines.join('\n'));
	await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
	await expect(page.locator('.cards li')).toHaveCount(lines.length);
}

interface StudentCard {
	code: string;
	pseudonym: string;
	words: string;
}

async function submitJoinForm(page: Page, { code, pseudonym, words }: StudentCard): Promise<void> {
	await page.goto(`/fr/join?${new URLSearchParams({ code, pseudonym })}`);
	await page.getByLabel('Tes trois mots').fill(words);
	await page.getByRole('button', { name: 'Entrer' }).click();
}

/** Joins with a card, in a new browser whose requests are recorded too. */
async function enterWithCard(browser: Browser, card: StudentCard, sentRequests?: SentRequests): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	sentRequests?.alsoRecord(page);
	await submitJoinForm(page, card);
	await expect(page.getByRole('banner').getByText(card.pseudonym, { exact: true })).toBeVisible();
	return page;
}

async function expectNoNameInRequests(sentRequests: SentRequests): Promise<void> {
	const names = [...nameSpellingsOf([...REAL_NAMES, ...FIRST_NAMES]), ROSTER_FILE.name];
	expect(await sentRequests.findContaining(names)).toEqual([]);
}

async function readCards(page: Page) {
	return page.locator('.cards li').evaluateAll((cards) =>
		cards.map((card) => {
			const textOf = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? '';
			return { code: textOf('.code'), pseudonym: textOf('.pseudonym'), words: textOf('.words') };
		})
	);
}

test('a class is made, joined by cards and left by a student, and no real name is sent', async ({ browser }) => {
	const curator = await signUpCurator(browser);
	const { page } = await signUpInBrowser(browser, await createInvitation(curator, 'à enseigner'), 'Mme Martin');
	const sentRequests = recordSentRequests(page);
	const address = await createClass(page, 'Seconde 4');

	// The page recognises a list with names, proposes pseudonyms and never sends the list. It never sends names either that are
	// typed or pasted in place of pseudonyms.
	await expect(page).toHaveTitle('Élèves · Seconde 4 · Braise');
	await page.getByRole('link', { name: 'Ajouter des élèves' }).click();
	await expect(page).toHaveTitle('Ajouter des élèves · Seconde 4 · Braise');
	const pseudonymField = page.getByLabel('Un pseudonyme par ligne');
	for (const names of [REAL_NAMES.join('\n'), 'Dupré;Éloïse\nKouassi;N’Golo']) {
		await pseudonymField.fill(names);
		await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
		await expect(page.getByText('Rien n’est parti.')).toBeVisible();
	}
	await page.getByRole('button', { name: 'Ce sont des noms' }).click();
	await expect(page.locator('[data-named="2"]')).toBeVisible();
	await page.getByRole('button', { name: 'Prendre une autre liste' }).click();
	// The question about pasted first names stays until it is answered, even when the teacher types on or sends.
	await pseudonymField.focus();
	await pasteText(page, FIRST_NAMES.join('\n'));
	await pseudonymField.press('Enter');
	await page.getByRole('button', { name: 'Ajouter et faire les cartes' }).click();
	await expect(page.getByRole('button', { name: 'Ce sont des noms' })).toBeFocused();
	await expect(page.getByText('Rien n’est parti.')).toBeVisible();
	await page.locator('[data-roster-file]').setInputFiles(ROSTER_FILE);
	await expect(page.locator('[data-named="3"]')).toBeVisible();
	for (const word of ['Éloïse', 'lévêque', 'KouassiPro']) {
		await page.locator('[data-pseudonym]').first().fill(word);
		await expect(page.getByText('ce pseudonyme contient un nom de la liste.')).toBeVisible();
		await page.getByRole('button', { name: 'Enregistrer les noms et faire les cartes' }).click();
	}
	expect(await findAccessibilityFaults(page)).toEqual([]);
	const rosterFileText = await openRosterAndMakeCards(page);
	for (const [place, pseudonym] of PSEUDONYMS.entries())
		expect(rosterFileText).toContain(`${pseudonym};${REAL_NAMES[place] ?? ''}`);
	await expect(page.locator('.cards')).toContainText(REAL_NAMES[0] ?? '');

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Imprimer maintenant' })).toBeHidden();
	await expect(page.locator('.cards li').first()).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	const cards = await readCards(page);
	expect(new Set(cards.map(({ words }) => words)).size).toBe(3);
	for (const { words } of cards) expect(words.split(' ')).toHaveLength(3);
	expect(await findAccessibilityFaults(page)).toEqual([]);

	await page.getByRole('link', { name: 'Terminé' }).click();
	await expect(page).toHaveTitle('Élèves · Seconde 4 · Braise');
	await page.getByRole('searchbox').fill('lévêque');
	await expect(page.getByRole('listitem').filter({ hasText: REAL_NAMES[0] ?? '' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Étoile' })).toHaveCount(0);
	await page.getByRole('searchbox').fill('');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Liste pour tableur' }).click();
	expect(await readFile(await (await saving).path(), 'utf8')).toContain(`Loup;${REAL_NAMES[0]}`);
	await page.getByLabel('Les garder sur cette machine').check();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.reload();
	await expect(page.getByText(REAL_NAMES[2] ?? '')).toBeVisible();

	const [first, second] = cards;
	if (!first || !second) throw new Error('There are no cards.');
	const loup = await enterWithCard(browser, first, sentRequests);
	await enterWithCard(browser, { ...second, words: second.words.toUpperCase() }, sentRequests);
	await loup.goto(address);
	await expect(loup.getByText('Seconde 4')).toHaveCount(0);

	await page.getByRole('link', { name: 'Loup', exact: true }).click();
	await expect(page.getByRole('heading', { name: REAL_NAMES[0] ?? '' })).toBeVisible();
	await page.getByText('Valider', { exact: true }).first().click();
	await page.getByLabel('Ce que vous avez vu').first().fill('<b>a ralenti la ligne</b>');
	await page.getByRole('button', { name: 'Valider' }).first().click();
	await expect(page.getByRole('blockquote')).toHaveText('<b>a ralenti la ligne</b>');
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await loup.goto('/fr/me');
	await expect(loup.getByText('<b>a ralenti la ligne</b>')).toBeVisible();
	expect(await findAccessibilityFaults(loup)).toEqual([]);

	// The name goes with its student to a new pseudonym.
	await page.getByLabel('Pseudonyme').fill('Loup gris');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { name: `Loup gris · ${REAL_NAMES[0] ?? ''}` })).toBeVisible();

	// After the removal, the page tells the student for how long they still have access.
	await page.getByLabel('Oui, je confirme').check();
	await page.getByRole('button', { name: 'Retirer de la classe' }).click();
	await page.waitForURL((url) => !url.pathname.includes('/students/'));
	await expect(page.getByText('L’élève ne fait plus partie de la classe.')).toBeFocused();
	await expect(page.getByRole('link', { name: 'Loup gris', exact: true })).toHaveCount(0);
	await loup.reload();
	await expect(loup.getByText(/Ton compte s’arrête le/)).toBeVisible();

	expect(sentRequests.count()).toBeGreaterThan(20);
	for (const text of ['Loup', 'Duc', 'Duc roux'])
		expect(await sentRequests.findContaining([text]), text).not.toEqual([]);
	await expectNoNameInRequests(sentRequests);
});

test(
	'a student’s project follows them to another machine, and their teacher cannot read it',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await signUpTeacher(browser);
		const address = await createClass(page, 'Seconde 6');
		await page.goto(`${address}/students`);
		await openRosterAndMakeCards(page);
		const card = (await readCards(page)).find(({ pseudonym }) => pseudonym === 'Étoile');
		if (!card) throw new Error('There is no such card.');

		const firstPage = await enterWithCard(browser, card);
		const path = await beginProject(firstPage, 'Salade du port');
		await writeProgram(firstPage, 'let leaves = 12;');
		await expect(locateSavedState(firstPage, 'server')).toBeVisible();

		const secondPage = await enterWithCard(browser, card);
		await secondPage.goto('/fr/me');
		await secondPage.getByRole('link', { name: 'Salade du port' }).click();
		await expect(secondPage.locator('.view-lines')).toContainText('leaves');
		await writeProgram(secondPage, 'let leaves = 12;\nlet tomatoes = 3;');
		await expect(locateSavedState(secondPage, 'server')).toBeVisible();

		await firstPage.goto(path);
		await expect(firstPage.locator('.view-lines')).toContainText('tomatoes');
		await firstPage.goto('/fr/me/data');
		await expect(firstPage.getByText('« Salade du port »')).toBeVisible();
		expect((await page.request.get(path.replace('/fr/projects', '/api/works'))).status()).toBe(404);
	}
);

test(
	'a link for a co-teacher works once, and a student’s new card invalidates the old words',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await signUpTeacher(browser);
		const address = await createClass(page, 'Première 2');
		await addPseudonymsToRoster(page, address, ['Pixel', 'Renard']);
		const [old] = await readCards(page);
		await page.goto(`${address}/settings`);
		await page.getByRole('button', { name: 'Faire un lien pour un collègue' }).click();
		const link = moveLinkToAppOrigin(await page.getByLabel('Lien').inputValue());
		expect(await findAccessibilityFaults(page)).toEqual([]);
		for (const path of [`${address}/code`, '/fr/classes', '/fr/classes/new', link]) {
			await page.goto(path);
			expect(await findAccessibilityFaults(page), path).toEqual([]);
		}

		const { page: other } = await signUpTeacher(browser, 'M. Diallo');
		expect((await other.goto(address))?.status()).toBe(404);
		await other.goto(link);
		await other.getByRole('button', { name: 'Rejoindre la classe' }).click();
		await expect(other.getByRole('heading', { level: 1, name: 'Première 2' })).toBeVisible();
		await page.goto(link);
		await expect(page.getByText('Ce lien a déjà servi')).toBeVisible();

		// New words for several students must be confirmed.
		await other.getByRole('link', { name: 'Cartes' }).click();
		await other.getByLabel('Toute la classe').check();
		await other.getByRole('button', { name: 'Donner de nouveaux mots' }).click();
		await expect(other.getByLabel('Oui, donner de nouveaux mots à 2 élèves')).toBeFocused();
		await other.getByLabel('Oui, donner de nouveaux mots à 2 élèves').check();
		await other.getByRole('button', { name: 'Donner de nouveaux mots' }).click();
		await expect(other.locator('.cards li')).toHaveCount(2);

		// The page asks before it is left with unprinted cards, because nobody can read these words again.
		const leaving = other.getByRole('link', { name: 'Élèves', exact: true }).click();
		const dialog = await other.waitForEvent('dialog');
		expect(dialog.message()).toContain('ne sont pas imprimées');
		await dialog.dismiss();
		await leaving;
		await expect(other.locator('.cards li')).toHaveCount(2);
		const [fresh] = await readCards(other);
		if (!old || !fresh) throw new Error('There are no cards.');
		const student = await enterWithCard(browser, fresh);
		const visitor = await (await browser.newContext()).newPage();
		await submitJoinForm(visitor, old);
		await expect(visitor.getByText('Ce pseudonyme et ces mots ne vont pas ensemble.')).toBeVisible();
		await expect(visitor.getByRole('banner').getByText('Pixel', { exact: true })).toHaveCount(0);

		await student.goto('/fr/me/data');
		await expect(student.getByText('« Pixel »')).toBeVisible();
		expect(await findAccessibilityFaults(student)).toEqual([]);
		const saving = student.waitForEvent('download');
		await student.getByRole('link', { name: 'Le fichier (JSON)' }).click();
		const file: unknown = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
		expect(file).toMatchObject({ account: { role: 'student', email: null }, classes: [{ pseudonym: 'Pixel' }] });
		expect(JSON.stringify(file)).not.toContain(fresh.words);
	}
);

test(
	'a student finds the assignment, continues earlier work in it, and can cancel deleting their account',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await signUpTeacher(browser);
		const sentRequests = recordSentRequests(page);
		const address = await createClass(page, 'Seconde 9');
		await page.goto(`${address}/students`);
		await openRosterAndMakeCards(page);
		const card = (await readCards(page)).find(({ pseudonym }) => pseudonym === 'Étoile');
		if (!card) throw new Error('There is no card.');
		const { id } = await giveAssignment(page, address, 'challenge=horodateur');

		const student = await (await browser.newContext()).newPage();
		sentRequests.alsoRecord(student);
		await student.goto('/fr/challenges/horodateur');
		const workingStudent = new Student(student, 'mouse');
		await expect(student.locator('.description')).toContainText('20');
		await workingStudent.goToNextStep();
		await workingStudent.answer('50');
		await workingStudent.waitUntilSaved();

		const tryToEnter = async () => {
			await student.goto(`/fr/join?${new URLSearchParams({ code: card.code, pseudonym: card.pseudonym })}`);
			await student.getByLabel('Tes trois mots').fill(card.words);
			await student.getByRole('button', { name: 'Entrer' }).click();
			await expect(student).toHaveURL(/\/fr\/me$/);
		};
		await tryToEnter();
		await expect(student.getByRole('banner').getByRole('link', { name: 'À faire' })).toBeVisible();
		expect(await findAccessibilityFaults(student)).toEqual([]);
		await student.goto('/fr/challenges');
		const challengeArticle = student.getByRole('article').filter({ hasText: 'Ta classe fait ce défi' });
		await expect(challengeArticle.getByRole('link')).toHaveAttribute('href', `/fr/assignments/${id}`);
		await student.goto('/fr/challenges/horodateur');
		await expect(student.getByRole('link', { name: /Ouvrir le travail demandé/ })).toBeVisible();
		await student.goto('/fr/me');
		await student.getByRole('link', { name: 'Commencer' }).click();
		await expect(student.getByText('Ce travail a été fait ici avant ta connexion.')).toBeVisible();
		// The page ties the work to the assignment once the server has the work.
		const workBound = student.waitForResponse((response) => response.url().endsWith(`/api/assignments/${id}/work`));
		await student.getByRole('button', { name: 'Oui, je continue' }).click();
		await expect(student.getByText('Ce travail a été fait ici avant ta connexion.')).toHaveCount(0);
		expect((await workBound).ok()).toBe(true);
		await expect(locateSavedState(student, 'server')).toBeVisible();
		await student.goto('/fr/me');
		await expect(student.getByRole('link', { name: 'Continuer' })).toBeVisible();

		// A deletion needs the three words, and happens after seven days.
		await student.goto('/fr/me/data');
		await student.getByLabel('Tes trois mots').fill('un deux trois');
		await student.getByRole('button', { name: 'Supprimer mon compte' }).click();
		await expect(student.getByText('Ce ne sont pas tes trois mots.')).toBeVisible();
		await student.getByLabel('Tes trois mots').fill(card.words);
		await student.getByRole('button', { name: 'Supprimer mon compte' }).click();
		await expect(student.getByRole('heading', { name: 'La suppression est demandée' })).toBeVisible();
		expect(await findAccessibilityFaults(student)).toEqual([]);
		expect((await student.goto('/fr/me'))?.status()).toBe(401);
		await page.goto(address);
		await expect(page.locator('[data-departures]')).toContainText('Étoile');
		await page.getByRole('link', { name: 'Voir et imprimer sa fiche' }).click();
		await expect(page.getByText('Étoile').first()).toBeVisible();
		await page.goto(address);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await tryToEnter();
		await expect(student.getByText(/Ton compte sera supprimé le/)).toBeVisible();
		await student.getByRole('button', { name: 'Garder mon compte' }).click();
		await expect(student.getByText(/Ton compte sera supprimé le/)).toHaveCount(0);
		await page.reload();
		await expect(page.getByRole('link', { name: 'Étoile' })).toBeVisible();
		await expect(page.locator('[data-departures]')).toHaveCount(0);
		await expectNoNameInRequests(sentRequests);
	}
);

test(
	'a curator hands a class over and teachers who lose it are told; co-teachers cannot remove its maker',
	{ tag: '@soak' },
	async ({ browser }) => {
		const curator = await signUpCurator(browser);
		const firstTeacher = await signUpInBrowser(browser, await createInvitation(curator, 'à enseigner'), 'Mme Avant');
		const colleague = await signUpInBrowser(browser, await createInvitation(curator, 'à enseigner'), 'M. Entre');
		const lastTeacher = await signUpInBrowser(browser, await createInvitation(curator, 'à enseigner'), 'Mme Après');
		const sentRequests = recordSentRequests(firstTeacher.page);
		for (const { page } of [curator, colleague, lastTeacher]) sentRequests.alsoRecord(page);
		const address = await createClass(firstTeacher.page, 'Terminale 7');
		await firstTeacher.page.goto(`${address}/students`);
		await openRosterAndMakeCards(firstTeacher.page);
		await firstTeacher.page.goto(`${address}/settings`);
		await firstTeacher.page.getByLabel('Adresse de son compte').fill(colleague.email);
		await firstTeacher.page.getByRole('button', { name: 'Ajouter une ou un collègue' }).click();
		await expect(firstTeacher.page.getByText('M. Entre', { exact: true })).toBeVisible();
		expect(await findAccessibilityFaults(firstTeacher.page)).toEqual([]);

		// No other teacher can remove the one who made the class, through any route.
		await colleague.page.goto(`${address}/settings`);
		await expect(colleague.page.getByText('a créé cette classe')).toBeVisible();
		await expect(colleague.page.getByText('Retirer Mme Avant')).toHaveCount(0);
		const own = firstTeacher.page.getByRole('listitem').filter({ hasText: 'Mme Avant' });
		const maker = await own.locator('input[name="teacher"]').inputValue();
		const headers = { origin: appOrigin, accept: 'text/html' };
		const removeTeacher = (form: Record<string, string>) =>
			colleague.page.request.post(`${address}/settings?/removeTeacher`, { form, headers });
		for (const teacher of [maker, 'nobody'])
			for (const sure of [{}, { sure: 'on' }]) expect((await removeTeacher({ teacher, ...sure })).status()).toBe(400);
		// Another teacher cannot delete the class, and their page has no button for it.
		await expect(colleague.page.getByText('seule la personne qui l’a créée peut la supprimer')).toBeVisible();
		await expect(colleague.page.getByRole('button', { name: 'Supprimer la classe' })).toHaveCount(0);
		const deletion = colleague.page.request.post(`${address}/settings?/delete`, { form: { sure: 'on' }, headers });
		expect((await deletion).status()).toBe(400);

		const { page } = curator;
		await page.goto('/fr/people');
		const row = page.getByRole('listitem').filter({ hasText: 'Terminale 7' });
		await expect(row).toContainText('Mme Avant');
		await row.getByText('Confier cette classe').first().click();
		await row.getByLabel('À la place de').selectOption({ label: 'Mme Avant' });
		await row.getByLabel('À qui').selectOption(lastTeacher.email);
		await row.getByLabel('Oui, confier').check();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await row.getByRole('button', { name: 'Confier cette classe' }).click();
		await expect(page.getByText('La classe est confiée.')).toBeVisible();
		expect((await page.goto(address))?.status()).toBe(404);

		expect((await firstTeacher.page.goto(address))?.status()).toBe(404);
		await firstTeacher.page.goto('/fr/classes');
		await expect(firstTeacher.page.getByText(/a confié la classe «\sTerminale 7\s»/)).toBeVisible();
		expect(await findAccessibilityFaults(firstTeacher.page)).toEqual([]);
		await firstTeacher.page.getByRole('button', { name: 'J’ai lu' }).click();
		await expect(firstTeacher.page.getByText(/a confié la classe/)).toHaveCount(0);
		await lastTeacher.page.goto('/fr/classes');
		await expect(lastTeacher.page.getByText(/vous a confié la classe «\sTerminale 7\s»/)).toBeVisible();

		// A removal must be confirmed, and the removed teacher is told.
		await lastTeacher.page.goto(`${address}/settings`);
		await lastTeacher.page.getByText('Retirer M. Entre').first().click();
		await lastTeacher.page.getByLabel('Oui, retirer M. Entre').check();
		await lastTeacher.page.getByRole('button', { name: 'Retirer M. Entre' }).click();
		await expect(lastTeacher.page.getByText('M. Entre', { exact: true })).toHaveCount(0);
		await colleague.page.goto('/fr/classes');
		await expect(colleague.page.getByText(/Mme Après vous a retiré de la classe «\sTerminale 7\s»/)).toBeVisible();
		await expectNoNameInRequests(sentRequests);
	}
);

test(
	'deleting a teacher’s account needs the password, lists its classes, and can be cancelled afterwards',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page, email } = await signUpTeacher(browser, 'M. Départ');
		await createClass(page, 'Seconde 11');
		await page.goto('/fr/me/data');
		await expect(page.getByRole('link', { name: 'Exporter « Seconde 11 »' })).toBeVisible();
		await page.getByLabel('Mot de passe').fill('pas celui-là du tout');
		await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
		await expect(page.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible();
		await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
		await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
		await expect(page.getByRole('heading', { name: 'La suppression est demandée' })).toBeVisible();
		await page.goto('/fr/sign-in');
		await page.getByLabel('Adresse e-mail').fill(email);
		await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
		await page.getByRole('button', { name: 'Se connecter' }).click();
		await expect(page.getByText(/Votre compte sera supprimé le/)).toBeVisible();
		await page.getByRole('button', { name: 'Garder mon compte' }).click();
		await expect(page.getByText(/Votre compte sera supprimé le/)).toHaveCount(0);
		await page.goto('/fr/classes');
		await expect(page.getByRole('link', { name: 'Seconde 11' })).toBeVisible();
	}
);

test('wrong forms about a class are refused and change nothing', { tag: '@soak' }, async ({ browser }) => {
	const { page } = await signUpTeacher(browser);
	const address = await createClass(page, '=HYPERLINK("http://x";"<script>alert(1)</script>")');
	await addPseudonymsToRoster(page, address, ['Loup', 'Lynx']);
	// Sends the form as a browser without the app's scripts does, so that the answer has the form's status.
	const headers = { origin: appOrigin, accept: 'text/html' };
	const postAndGetStatus = async (path: string, form: Record<string, string> | FormData) =>
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
		expect(await postAndGetStatus(`${address}/students?/add`, { roster }), JSON.stringify(roster.slice(0, 40))).toBe(
			400
		);
	}
	const asFile = { roster: { name: '../x.csv', mimeType: 'text/csv', buffer: Buffer.from('Renard') } };
	expect((await page.request.post(`${address}/students?/add`, { multipart: asFile, headers })).status()).toBe(400);
	expect((await page.request.post(`${address}/students?/add`, { data: { roster: 'Renard' }, headers })).status()).toBe(
		415
	);
	expect((await page.request.post(`${address}/students?/add`, { form: { roster: 'Renard' } })).status()).toBe(403);
	const huge = 'x'.repeat(600_000);
	expect(await postAndGetStatus(`${address}/students?/add`, { roster: huge })).toBe(400);

	for (const name of ['', '   ', 'a\nb\u0000', 'x'.repeat(61)]) {
		expect(await postAndGetStatus(`${address}/settings?/rename`, { name }), JSON.stringify(name)).toBe(400);
	}
	for (const days of ['', '31', '-30', '1e9', '30; drop table class', 'NaN', '3'.repeat(5000)]) {
		expect(await postAndGetStatus(`${address}/settings?/keep`, { days }), days.slice(0, 30)).toBe(400);
	}
	expect(await postAndGetStatus(`${address}/settings?/delete`, {})).toBe(400);
	expect(await postAndGetStatus(`${address}/settings?/teacher`, { email: "' or 1=1 --" })).toBe(400);
	expect(await postAndGetStatus(`${address}/cards?/renew`, { student: '../../1' })).toBe(400);
	await page.goto(`${address}/cards`);
	const everyone = new FormData();
	for (const box of await page.locator('input[name="student"]').all())
		everyone.append('student', await box.inputValue());
	expect([...everyone.keys()]).toHaveLength(2);
	expect(await postAndGetStatus(`${address}/cards?/renew`, everyone)).toBe(400);
	for (const teacher of ['', 'nobody', 'a\u0000b'])
		expect(await postAndGetStatus(`${address}/settings?/removeTeacher`, { teacher })).toBe(400);
	expect(await postAndGetStatus(`${address}/settings?/teacher`, { email: 'a\u0000b@c.fr' })).toBe(400);
	for (const path of ['..%2f..%2fx', 'none', '%00', 'a'.repeat(3000)]) {
		const member = `${address}/students/${path}`;
		expect(await postAndGetStatus(`${member}?/remove`, { sure: 'on' }), path.slice(0, 20)).toBe(404);
		expect(await postAndGetStatus(`${member}?/validate`, { piste: 'green', note: 'x' }), path.slice(0, 20)).toBe(404);
		expect((await page.request.get(`/fr/classes/${path}`)).status(), path.slice(0, 20)).toBe(404);
		expect((await page.request.get(`/fr/teach/${path}`)).status(), path.slice(0, 20)).toBeLessThan(500);
	}

	// Nothing has changed, and markup appears as text.
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'=HYPERLINK("http://x";"<script>alert(1)</script>")'
	);
	await expect(page.getByRole('heading', { name: '2 élèves' })).toBeVisible();
});
