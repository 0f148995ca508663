import { expect, test, type Browser, type Page } from '../test.ts';
import { pasteText } from '../paste.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { visitAsNewStudent } from './given-assignments.ts';
import { signUpInBrowser, createInvitation, createClassInBrowser, signUpCurator, signUpTeacher } from './persons.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const TEXTS_BY_LANGUAGE = {
	fr: {
		tell: 'Raconter un problème',
		wrong: 'Qu’est-ce qui ne va pas ?',
		whom: 'Pour qui est-ce un problème ?',
		rule: /^Quelle est la règle/,
		place: 'Ville ou commune (facultatif)',
		name: 'Votre nom (facultatif)',
		contact: 'Votre e-mail ou votre téléphone (facultatif)',
		send: 'Envoyer mon problème',
		empty: 'Tout effacer ici',
		undo: 'Annuler',
		short: 'Ce numéro semble incomplet.',
		phone: /^On dirait un numéro de téléphone/,
		keepCases: 'Enregistrer ces chiffres',
		sent: 'Votre réponse est envoyée.',
		asked: 'On vous a posé une question. Répondez plus bas.',
		making: 'M. Le Gall veut en faire un défi.',
		thanks: 'Merci. Votre problème est arrivé.',
		waits: 'Votre problème attend d’être lu',
		answer: 'Votre réponse',
		unsent: 'Ce n’est pas parti.',
		reply: 'Répondre',
		taken: 'M. Le Gall a pris votre problème',
		erase: 'Effacer mes coordonnées',
		yes: 'Oui, effacer',
		erased: /^C’est effacé/,
		complete: 'Compléter la carte',
		keep: 'Enregistrer la carte',
		kept: 'C’est enregistré.',
		copy: 'Copier',
		hold: 'Appuyez longuement sur le lien pour le copier.',
		before: 'Ouvrir sa page',
		forget: 'Oublier ici',
		warning: /^On dirait une adresse e-mail/,
		first: 'Ligne 1 : ce qu’on regarde'
	},
	en: {
		tell: 'Tell us about a problem',
		wrong: 'What goes wrong?',
		whom: 'Who has to live with it?',
		rule: /^What is the rule/,
		place: 'Town (optional)',
		name: 'Your name (optional)',
		contact: 'Your e-mail or telephone (optional)',
		send: 'Send my problem',
		empty: 'Clear everything here',
		undo: 'Undo',
		short: 'This number seems incomplete.',
		phone: /^This looks like a telephone number/,
		keepCases: 'Save these figures',
		sent: 'Your answer is sent.',
		asked: 'Somebody asked you a question. Answer below.',
		making: 'M. Le Gall wants to make a challenge of it.',
		thanks: 'Thank you. Your problem has arrived.',
		waits: 'Your problem is waiting to be read',
		answer: 'Your answer',
		unsent: 'It was not sent.',
		reply: 'Answer',
		taken: 'M. Le Gall has taken your problem',
		erase: 'Erase my contact',
		yes: 'Yes, erase them',
		erased: /^It is erased/,
		complete: 'Complete the card',
		keep: 'Save the card',
		kept: 'It is saved.',
		copy: 'Copy',
		hold: 'Press and hold the link to copy it.',
		before: 'Open its page',
		forget: 'Forget it here',
		warning: /^This looks like an e-mail address/,
		first: 'Row 1: what one looks at'
	}
} as const;
type Language = keyof typeof TEXTS_BY_LANGUAGE;

const PASTED_LIST_WITH_NAMES = 'Client\tPain\tQuantité\nMme Kerguelen\tSeigle\t3\nM. Le Bihan\tComplet\t12';

async function openTelephonePage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
	return context.newPage();
}

async function tellProblem(page: Page, language: Language, wrong: string): Promise<string> {
	const words = TEXTS_BY_LANGUAGE[language];
	await page.goto(`/${language}`);
	// A partner has a second link of this name in the bar.
	await page.getByRole('link', { name: words.tell }).first().click();
	await expect(page.locator('form[data-ready]')).toBeVisible();
	await page.getByLabel(words.wrong).fill(`${wrong} Écrivez à annick@four.example.`);
	await expect(page.getByText(words.warning)).toBeVisible();
	await page.getByLabel(words.wrong).fill(wrong);
	await expect(page.getByText(words.warning)).toHaveCount(0);
	await page.getByLabel(words.whom).fill('Moi, et ceux qui viennent à 11 heures.');
	await page.getByRole('button', { name: words.empty }).click();
	await expect(page.getByLabel(words.wrong)).toHaveValue('');
	await page.getByRole('button', { name: words.undo, exact: true }).click();
	await expect(page.getByLabel(words.wrong)).toHaveValue(wrong);
	// After a reload, the text that was begun is still there, and the page asks for what is missing.
	await page.reload();
	await expect(page.locator('form[data-ready]')).toBeVisible();
	await expect(page.getByLabel(words.wrong)).toHaveValue(wrong);
	await page.getByRole('button', { name: words.send }).click();
	await expect(page.getByLabel(words.rule)).toBeFocused();
	await expectAccessibleWithoutOverflow(page);
	await pasteText(page, PASTED_LIST_WITH_NAMES);
	await expect(page.getByRole('columnheader', { name: 'Client' })).toBeVisible();
	await expect(page.getByText('Kerguelen')).toHaveCount(0);
	await page.getByLabel(words.rule).fill('Comme la semaine d’avant, et dix de plus s’il fait beau.');
	await page.getByLabel(words.place).fill('Douarnenez');
	await page.getByLabel(words.name).fill('Annick');
	await page.getByLabel(words.contact).fill('02 98 00');
	await page.getByLabel(words.name).focus();
	await expect(page.getByText(words.short)).toBeVisible();
	await page.getByLabel(words.contact).fill('02 98 00 00 00');
	const [request] = await Promise.all([
		page.waitForRequest('**/api/problems'),
		page.getByRole('button', { name: words.send }).click()
	]);
	expect(request.postData()).not.toContain('Kerguelen');
	await expect(page.getByRole('heading', { name: words.thanks })).toBeFocused();
	await expectAccessibleWithoutOverflow(page);
	return page.locator('[data-link]').inputValue();
}

for (const language of ['fr', 'en'] as const) {
	test(
		`a baker tells a problem, a curator lets it in, a teacher asks and takes it, ${language}`,
		language === 'fr' ? {} : { tag: '@soak' },
		async ({ browser }) => {
			const words = TEXTS_BY_LANGUAGE[language];
			const wrong = `Le samedi il manque du pain, le mardi j’en jette (${language}).`;
			const baker = await openTelephonePage(browser);
			const link = await tellProblem(baker, language, wrong);
			// A browser that lets no page copy says how to copy by hand.
			await baker.evaluate(() => {
				const clipboard = { writeText: () => Promise.reject(new Error('refused')) };
				Object.defineProperty(navigator, 'clipboard', { value: clipboard });
			});
			await baker.getByRole('button', { name: words.copy }).click();
			await expect(baker.getByText(words.hold)).toBeVisible();
			// After a reload, a person who has not copied the link finds it again, until they let this browser forget it.
			await baker.reload();
			await baker.getByRole('link', { name: words.before }).click();
			await expect(baker.getByRole('heading', { name: words.waits })).toBeVisible();
			expect(baker.url()).toBe(link);
			await baker.goBack();
			await baker.getByRole('button', { name: words.forget }).click();
			await expect(baker.getByRole('link', { name: words.before })).toHaveCount(0);
			await baker.goto(link);
			await expect(baker.getByRole('heading', { name: words.waits })).toBeVisible();

			const curator = await signUpCurator(browser);
			const teacher = await signUpInBrowser(browser, await createInvitation(curator, 'à enseigner'), 'M. Le Gall');
			await createClassInBrowser(teacher, '2de du four');
			await teacher.page.goto('/fr/problems');
			await expect(teacher.page.getByText(wrong)).toHaveCount(0);

			await curator.page.goto('/fr/problems');
			await curator.page.getByRole('link', { name: wrong }).click();
			await curator.page.getByRole('button', { name: 'Laisser entrer' }).click();
			await expect(curator.page.getByRole('button', { name: 'Prendre ce problème' })).toBeVisible();
			await expectAccessibleWithoutOverflow(curator.page);

			await teacher.page.goto('/fr/problems?trade=other&place=douarnenez');
			await expectAccessibleWithoutOverflow(teacher.page);
			await teacher.page.getByRole('link', { name: wrong }).click();
			await expect(teacher.page.getByRole('heading', { level: 1, name: wrong })).toBeVisible();
			await expect(teacher.page.getByText('02 98 00 00 00')).toHaveCount(0);
			await teacher.page.getByLabel('Votre question').fill('Combien en jetez-vous le mardi ?');
			await teacher.page.getByRole('button', { name: 'Poser la question' }).click();
			await expect(teacher.page.getByRole('listitem').getByText('Combien en jetez-vous')).toBeVisible();

			await baker.goto(link);
			await expect(baker.getByText('Combien en jetez-vous le mardi ?')).toBeVisible();
			await expect(baker.getByText(words.asked)).toBeVisible();
			await baker.getByLabel(words.answer).fill('Appelez le 02 98 00 00 00.');
			await expect(baker.getByText(words.phone)).toBeVisible();
			await baker.getByLabel(words.answer).fill('Une trentaine.');
			await baker.getByText(words.complete).click();
			await baker.getByLabel(words.first).fill('Baguettes du mardi');
			// A reload loses neither the answer nor the figures, which were not sent.
			await baker.reload();
			await expect(baker.getByLabel(words.answer)).toHaveValue('Une trentaine.');
			await expect(baker.getByLabel(words.first)).toHaveValue('Baguettes du mardi');
			// When the network fails, no written text is lost.
			await baker.route('**/follow/**', (route) =>
				route.request().method() === 'POST' ? route.abort() : route.continue()
			);
			await baker.getByRole('button', { name: words.reply }).click();
			await expect(baker.getByText(words.unsent)).toBeVisible();
			await expect(baker.getByLabel(words.answer)).toHaveValue('Une trentaine.');
			await baker.unroute('**/follow/**');
			await baker.getByRole('button', { name: words.reply }).click();
			await expect(baker.getByRole('listitem').getByText('Une trentaine.')).toBeVisible();
			await expect(baker.getByRole('status').filter({ hasText: words.sent })).toBeVisible();
			await expect(baker.getByLabel(words.answer)).toHaveValue('');
			await expectAccessibleWithoutOverflow(baker);
			await baker.getByRole('button', { name: words.keepCases }).click();
			await expect(baker.getByRole('status').filter({ hasText: words.kept })).toBeVisible();
			await baker.getByRole('button', { name: words.keep }).click();

			await teacher.page.reload();
			await expect(teacher.page.getByText('Une trentaine.')).toBeVisible();
			await expect(teacher.page.getByText('Baguettes du mardi')).toBeVisible();
			await teacher.page.getByLabel('Avec', { exact: true }).selectOption({ label: '2de du four' });
			await teacher.page.getByRole('button', { name: 'Prendre ce problème' }).click();
			await expect(teacher.page.getByText('02 98 00 00 00')).toBeVisible();
			await expectAccessibleWithoutOverflow(teacher.page);

			await baker.reload();
			await expect(baker.getByRole('heading', { name: words.taken })).toBeVisible();
			await expect(baker.getByText(words.making)).toBeVisible();
			await baker.getByText(words.erase).click();
			await baker.getByRole('button', { name: words.yes }).click();
			await expect(baker.getByText(words.erased)).toBeVisible();
			await expectAccessibleWithoutOverflow(baker);
			await teacher.page.reload();
			await expect(teacher.page.getByText('02 98 00 00 00')).toHaveCount(0);
			await teacher.page.getByRole('link', { name: 'La fiche de 45 minutes' }).click();
			await expect(teacher.page.getByText('Tout le monde bouge une même valeur')).toBeVisible();
			await expectAccessibleWithoutOverflow(teacher.page);
		}
	);
}

test(
	'a problem told by a teacher’s invitation is on the board at once; an ended invitation says so',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'Mme Abgrall');
		await teacher.page.goto('/fr/problems/invite');
		await teacher.page.getByRole('button', { name: 'Faire un lien' }).click();
		const link = await teacher.page.locator('[data-link]').inputValue();
		await expect(teacher.page.getByRole('img', { name: 'Le code QR pour raconter un problème' })).toBeVisible();
		await expectAccessibleWithoutOverflow(teacher.page);
		const page = await openTelephonePage(browser);
		await page.goto(link);
		await expect(page.getByText('Mme Abgrall vous invite à raconter.')).toBeVisible();
		await expect(page.locator('form[data-ready]')).toBeVisible();
		for (const label of [TEXTS_BY_LANGUAGE.fr.wrong, TEXTS_BY_LANGUAGE.fr.whom, TEXTS_BY_LANGUAGE.fr.rule])
			await page.getByLabel(label).fill('Les bateaux attendent la marée, et la glace fond.');
		await page.getByRole('button', { name: TEXTS_BY_LANGUAGE.fr.send }).click();
		await expect(page.getByRole('heading', { name: TEXTS_BY_LANGUAGE.fr.thanks })).toBeVisible();
		await teacher.page.goto('/fr/problems');
		await expect(teacher.page.getByRole('link', { name: 'Les bateaux attendent' }).first()).toBeVisible();
		await teacher.page.goto('/fr/problems/invite');
		await teacher.page.getByRole('button', { name: 'Mettre fin au lien' }).click();
		await expect(teacher.page.getByText('Ce lien ne mène plus à rien.')).toBeVisible();
		await page.goto(link);
		await expect(page.getByText('Cette invitation a pris fin.')).toBeVisible();
	}
);

test(
	'a student tells the problem of someone they know, and their teacher offers it to the board',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'M. Cadiou');
		const code = await createClassInBrowser(teacher, '2de des voisins');
		const { page } = await visitAsNewStudent(browser, `/fr/join?code=${code}`, 'Loutre');
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto('/fr/me');
		await page.getByRole('link', { name: 'Raconter un problème' }).click();
		await expect(page.locator('form[data-ready]')).toBeVisible();
		const wrong = 'Ma voisine infirmière note tout trois fois.';
		await page.getByLabel(TEXTS_BY_LANGUAGE.fr.wrong).fill(wrong);
		await page.getByLabel(TEXTS_BY_LANGUAGE.fr.whom).fill('Elle, et ceux qui attendent.');
		await page.getByLabel(/^Quelle est la règle/).fill('Ce qui n’est pas écrit n’est pas fait.');
		await expectAccessibleWithoutOverflow(page);
		await page.getByRole('button', { name: 'Envoyer à mes profs' }).click();
		await expect(page.getByText('C’est envoyé. Tes profs vont le lire.')).toBeVisible();

		await teacher.page.goto('/fr/problems');
		await expect(teacher.page.getByText('Loutre, 2de des voisins')).toBeVisible();
		await teacher.page.getByRole('link', { name: wrong }).click();
		await expectAccessibleWithoutOverflow(teacher.page);
		await teacher.page.getByRole('button', { name: 'Proposer aux autres classes' }).click();
		await expect(teacher.page.getByLabel('Votre réponse')).toBeVisible();
		await expect(teacher.page.getByText('Loutre')).toHaveCount(0);
		await page.goto('/fr/me/tell');
		await expect(page.getByText('Un prof l’a proposé aux autres classes.')).toBeVisible();
	}
);

test(
	'a partner lands on their own page, finds the problem they told, and erases it',
	{ tag: '@soak' },
	async ({ browser }) => {
		const curator = await signUpCurator(browser);
		const partner = await signUpInBrowser(
			browser,
			await createInvitation(curator, 'comme partenaire'),
			'Criée du port'
		);
		await expect(partner.page).toHaveURL(/\/fr\/me$/);
		await expect(partner.page.getByRole('heading', { name: 'Les problèmes que vous avez racontés' })).toBeVisible();
		await expectAccessibleWithoutOverflow(partner.page);
		await tellProblem(partner.page, 'fr', 'La criée ferme avant le dernier bateau.');
		await partner.page.goto('/fr/me');
		await partner.page.getByRole('link', { name: 'La criée ferme avant le dernier bateau.' }).click();
		await expect(partner.page.getByRole('heading', { name: TEXTS_BY_LANGUAGE.fr.waits })).toBeVisible();
		await partner.page.getByText('Effacer tout le problème').click();
		await expectAccessibleWithoutOverflow(partner.page);
		await partner.page.getByRole('button', { name: 'Oui, tout effacer' }).click();
		await expect(partner.page.getByRole('heading', { name: 'Tout est effacé.' })).toBeFocused();
		await partner.page.goto('/fr/me');
		await expect(partner.page.getByRole('heading', { name: 'Les problèmes que vous avez racontés' })).toBeVisible();
		await expect(partner.page.getByRole('link', { name: 'La criée ferme avant le dernier bateau.' })).toHaveCount(0);
	}
);
