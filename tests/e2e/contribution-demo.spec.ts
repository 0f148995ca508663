import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { expect, test, type Browser, type Page } from '../test.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { signUpTeacher } from './persons.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const TEXTS_BY_LANGUAGE = {
	fr: {
		works: 'Votre problème, en marche',
		another: 'Une autre règle, la vôtre',
		looked: 'Cas que quelqu’un regarde',
		example: 'Ajouter un exemple',
		try: 'Voir ce que dit le programme',
		says: 'Le programme renvoie :',
		expected: 'Et d’après vous, qu’est-ce qui est juste ?',
		add: 'Ajouter cet exemple',
		propose: 'Envoyer ma proposition',
		remark: 'Autre chose à dire de ce programme (facultatif)',
		reload: /^Cette version n’est plus celle/,
		sent: 'C’est envoyé.',
		taken: 'Reprise',
		wrong: 'C’est faux',
		because: 'C’est faux, parce que…',
		rest: 'Tout le reste est vrai',
		renewed: /^Une nouvelle version est arrivée/,
		save: 'Enregistrer mes réponses',
		saved: 'C’est enregistré.',
		firm: 'Mon entreprise seulement',
		write: 'L’entreprise à écrire',
		approve: 'Donner mon accord à cette version',
		first: /^Enregistrez d’abord vos réponses/,
		approved: /^Vous avez donné votre accord/,
		withdraw: 'Retirer mon accord',
		lapsed: /^Votre accord du .* ne vaut plus/,
		nine: '9,5'
	},
	en: {
		works: 'Your problem, at work',
		another: 'Another rule, your own',
		looked: 'Cas que quelqu’un regarde',
		example: 'Add an example',
		try: 'See what the program says',
		says: 'The program returns:',
		expected: 'And what is right, in your view?',
		add: 'Add this example',
		propose: 'Send my proposal',
		remark: 'Anything else to say of this program (optional)',
		reload: /^This version is no longer the one/,
		sent: 'It is sent.',
		taken: 'Taken over',
		wrong: 'It is wrong',
		because: 'It is wrong, because…',
		rest: 'All the rest is true',
		renewed: /^A new version arrived/,
		save: 'Save my answers',
		saved: 'It is saved.',
		firm: 'My firm alone',
		write: 'The firm to write',
		approve: 'Approve this version',
		first: /^Save your answers first/,
		approved: /^You gave your approval/,
		withdraw: 'Withdraw my approval',
		lapsed: /^Your approval of .* has lapsed/,
		nine: '9.5'
	}
} as const;

/** Returns the page of a teacher who has claimed a problem, and the private link of its contributor. */
async function claimProblem(
	browser: Browser,
	teacherName: string,
	wrong: string
): Promise<{ teacher: Page; link: string }> {
	const { page: teacher } = await signUpTeacher(browser, teacherName);
	await teacher.goto('/fr/problems/invite');
	await teacher.getByRole('button', { name: 'Faire un lien' }).click();
	const invitation = (await teacher.locator('[data-link]').inputValue()).split('/').at(-1) ?? '';
	const cases = [
		{ label: 'Température', good: '5 °C', bad: '9 °C' },
		{ label: 'Alarme', good: 'ok', bad: 'chaud' }
	];
	const card = {
		...EMPTY_PROBLEM_CARD,
		wrong,
		whom: 'Ceux qui attendent.',
		rule: 'Au-dessus de 8 degrés, il sonne.',
		cases
	};
	const answer = await teacher.request.post('/api/problems', {
		data: {
			format: 1,
			invitation,
			classId: null,
			language: 'fr',
			trade: 'health',
			place: 'Brest',
			name: 'Annick',
			contact: '',
			card
		}
	});
	const { link } = (await answer.json()) as { link: string };
	await teacher.goto('/fr/problems');
	await teacher.getByRole('link', { name: wrong }).click();
	await teacher.getByRole('button', { name: 'Prendre ce problème' }).click();
	await teacher.getByRole('link', { name: 'En faire un défi' }).click();
	return { teacher, link };
}

/** Begins a challenge with a scene of the kind `line` from the card, and shows it to the contributor. */
async function makeAndShowChallenge(teacher: Page): Promise<void> {
	await teacher.getByLabel('Scène').selectOption('line');
	await expect(teacher.getByLabel('Une fonction et son premier exemple')).toHaveValue(
		"alarme(temperature: 9) = 'chaud'"
	);
	await teacher.getByLabel('Qui a le problème ?').fill('Inès Varenne');
	await teacher.getByLabel('Que fait cette personne ?').fill('préparatrice');
	await teacher.getByRole('button', { name: 'Un petit défi complet' }).click();
	await teacher.waitForURL(/\/studio\/[\w-]{36}$/);
	await teacher.getByRole('button', { name: 'Montrer cette version' }).click();
	await expect(teacher.getByText(/^La personne a cette version sur sa page/)).toBeVisible();
}

async function openOnTelephone(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
	const page = await context.newPage();
	await page.goto(address);
	return page;
}

test(
	'a showing plays on the teller’s page without its source, and disappears when taken back',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { teacher, link } = await claimProblem(browser, 'Mme Montre', 'L’alarme de la pharmacie sonne trop tard.');
		await makeAndShowChallenge(teacher);
		const responseBodies: string[] = [];
		const page = await openOnTelephone(browser, '/fr');
		page.on('response', (response) => {
			if (!response.url().includes('/_app/'))
				void response.text().then(
					(body) => responseBodies.push(body),
					() => undefined
				);
		});
		const [program] = await Promise.all([
			page.waitForResponse(/\/api\/problems\/[0-9a-f]{48}\/program\?hash=/),
			page.goto(`/fr/follow/${link}`)
		]);
		expect(await program.text()).toContain('alarme');
		await expect(page.locator('[data-state="playing"]')).toBeVisible();
		// The contributor's browser got the compiled program; no page and no data contains its source.
		expect(responseBodies.filter((body) => /export function alarme\(temperature: number\)/.test(body))).toEqual([]);
		await teacher.getByRole('button', { name: 'Ne plus la montrer' }).click();
		await expect(teacher.getByRole('button', { name: 'Ne plus la montrer' })).toHaveCount(0);
		await page.reload();
		await expect(page.getByRole('heading', { name: TEXTS_BY_LANGUAGE.fr.works })).toHaveCount(0);
	}
);

for (const language of ['fr', 'en'] as const) {
	test(
		`a teller moves a value, adds an example, corrects a fact and approves, ${language}`,
		{ tag: '@soak' },
		async ({ browser }) => {
			const words = TEXTS_BY_LANGUAGE[language];
			const { teacher, link } = await claimProblem(browser, 'M. Essaie', `L’alarme du frigo se trompe (${language}).`);
			await makeAndShowChallenge(teacher);
			await expectAccessibleWithoutOverflow(teacher);

			const page = await openOnTelephone(browser, `/${language}/follow/${link}`);
			await expect(page.getByRole('heading', { name: words.works })).toBeVisible();
			const playingWork = page.locator('[data-state="playing"]');
			await expect(playingWork).toBeVisible();
			const shownSentence = await playingWork.locator('.bar p').textContent();
			await playingWork.locator('.hand input[type="range"]').focus();
			await page.keyboard.press('End');
			await expect(playingWork.locator('.bar p')).not.toHaveText(shownSentence ?? '');
			await page.getByText(words.another).click();
			await expect(page.getByLabel(words.looked)).toBeVisible();
			await expect(page.locator('.figures dd').first()).toBeVisible();
			await expectAccessibleWithoutOverflow(page);
			// A baker reads words and units, but no code.
			await expect(page.locator('main')).toContainText(/Température\s: de -4 à 14\s°C/);
			await expect(page.locator('main')).not.toContainText(/'ok'|\btemperature\b/);

			await page.getByText(words.example, { exact: true }).click();
			await page.getByLabel('Température (°C)', { exact: true }).fill(words.nine);
			await page.getByRole('button', { name: words.try }).click();
			await expect(page.getByText(words.says)).toContainText('chaud');
			await page.getByLabel(words.expected).fill('très chaud');
			await page.getByRole('button', { name: words.add }).click();
			await expectAccessibleWithoutOverflow(page);
			await page.getByRole('button', { name: words.propose }).click();
			await expect(page.getByText(words.sent)).toBeVisible();

			// Approving is possible only after the facts.
			await page.getByRole('button', { name: words.approve }).click();
			await expect(page.getByText(words.first)).toBeVisible();
			await page.getByLabel(words.wrong).first().check();
			await page.getByLabel(words.because).fill('Elle s’appelle autrement.');
			await page.getByRole('button', { name: words.rest }).click();
			await expectAccessibleWithoutOverflow(page);
			await page.getByRole('button', { name: words.save }).click();
			await expect(page.getByText(words.saved)).toBeVisible();

			await teacher.reload();
			const proposal = teacher.locator('[data-proposal]');
			await expect(proposal).toContainText('très chaud');
			await expect(teacher.locator('[data-wrong]')).toContainText('Elle s’appelle autrement.');
			await expectAccessibleWithoutOverflow(teacher);
			await proposal.getByRole('button', { name: 'Reprendre dans le brouillon' }).click();
			await expect(teacher.getByText(/^C’est dans le brouillon/)).toBeVisible();
			await expect(proposal).toHaveCount(0);
			await expect(teacher.getByText(/Votre brouillon a changé depuis\.$/)).toBeVisible();
			await teacher.getByRole('button', { name: 'Montrer cette version' }).click();
			await expect(teacher.getByText(/^La personne a cette version sur sa page/)).toBeVisible();

			// The contributor saves on the basis of the previous version. Marks on unchanged facts are kept, and the new example's fact is
			// highlighted.
			await page.getByLabel(words.wrong).first().locator('..').locator('..').getByRole('radio').first().check();
			await page.getByRole('button', { name: words.save }).click();
			await expect(page.getByText(words.renewed)).toBeVisible();
			await expect(page.locator('[data-again]')).toHaveCount(1);
			await expect(page.getByText(words.taken, { exact: true })).toBeVisible();
			await expectAccessibleWithoutOverflow(page);
			await page.getByRole('button', { name: words.rest }).click();
			await page.getByRole('button', { name: words.save }).click();
			await expect(page.getByText(words.saved)).toBeVisible();
			await page.getByLabel(words.firm).check();
			await page.getByLabel(words.write).fill('Pharmacie du port');
			await page.getByRole('button', { name: words.approve }).click();
			await expect(page.getByText(words.approved)).toBeVisible();
			await expectAccessibleWithoutOverflow(page);

			await teacher.reload();
			await expect(teacher.getByText(/^La personne a donné son accord/)).toBeVisible();
			await teacher.getByRole('button', { name: 'Écrire ce nom dans le défi' }).click();
			await expect(teacher.getByRole('button', { name: 'Écrire ce nom dans le défi' })).toHaveCount(0);
			await expect(teacher.locator('[data-check="current"]')).toBeVisible();
			await expect(teacher.getByText(/^La personne a donné son accord/)).toBeVisible();
			// After the approval was withdrawn, the studio says that the name must go, and removes it with one click.
			await page.getByRole('button', { name: words.withdraw }).click();
			await expect(page.getByText(words.approved)).toHaveCount(0);
			await teacher.reload();
			const removedField = teacher.locator('[data-name="to-remove"]');
			await expect(removedField).toContainText('Pharmacie du port');
			await expectAccessibleWithoutOverflow(teacher);
			await removedField.getByRole('button', { name: 'Retirer le nom du défi' }).click();
			await expect(removedField).toHaveCount(0);
			await page.getByLabel(words.firm).check();
			await page.getByLabel(words.write).fill('Pharmacie du port');
			await page.getByRole('button', { name: words.approve }).click();
			await expect(page.getByText(words.approved)).toBeVisible();
			await teacher.reload();
			await teacher.getByRole('button', { name: 'Écrire ce nom dans le défi' }).click();
			// The maker changes a text that the contributor had approved. The approval lapses, and both sides are told.
			await teacher.locator('[data-section="person"] summary').click();
			await teacher.locator('[data-section="person"]').getByRole('button', { name: 'text.fr.md' }).click();
			await teacher.keyboard.press('Control+Home');
			await teacher.keyboard.press('End');
			await teacher.keyboard.type(' du matin');
			await expect(teacher.getByText(/^L’accord du .* ne vaut plus/)).toBeVisible();
			await expect(removedField).toBeVisible();
			await teacher.getByRole('button', { name: 'Montrer cette version' }).click();
			await expect(teacher.getByText(/^La personne a cette version sur sa page/)).toBeVisible();
			// A proposal about the previous version is refused, and its text is still there after the reload that the page asks for.
			await page.getByLabel(words.remark).fill('Le dimanche, personne ne regarde.');
			const temperature = page.getByLabel('Température (°C)', { exact: true });
			if (!(await temperature.isVisible())) await page.getByText(words.example, { exact: true }).click();
			await temperature.fill(words.nine);
			await page.getByRole('button', { name: words.propose }).click();
			await expect(page.getByText(words.reload)).toBeVisible();
			await page.reload();
			await expect(page.getByText(words.lapsed)).toBeVisible();
			await expect(page.locator('[data-older]')).toBeVisible();
			await expect(page.getByLabel(words.remark)).toHaveValue('Le dimanche, personne ne regarde.');
			await expect(page.getByLabel('Température (°C)', { exact: true })).toHaveValue(words.nine);
			await expectAccessibleWithoutOverflow(page);
			await page.getByRole('button', { name: words.propose }).click();
			await expect(page.getByText(words.sent)).toBeVisible();
			await expect(page.locator('[data-older]')).toHaveCount(0);

			// A maker who gives the problem back is still told that the name must go.
			const folder = teacher.url();
			await teacher.getByRole('link', { name: `L’alarme du frigo se trompe (${language}).` }).click();
			await teacher.getByRole('button', { name: 'Rendre ce problème' }).click();
			await expect(teacher.getByRole('button', { name: 'Prendre ce problème' })).toBeVisible();
			await teacher.goto(folder);
			await expect(teacher.getByText('Vous n’avez plus ce problème')).toBeVisible();
			await removedField.getByRole('button', { name: 'Retirer le nom du défi' }).click();
			await expect(teacher.getByText('Vous n’avez plus ce problème')).toHaveCount(0);
		}
	);
}
