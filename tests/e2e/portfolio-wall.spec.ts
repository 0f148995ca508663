import { createFrenchTextTranslator } from '../message-texts.ts';
import { expect, test, type Browser } from '../test.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { joinClassInBrowser, createClassWithOpenWall, type WallLanguage } from './class-wall.ts';
import { readStoredCoverDescriptions } from './project-pages.ts';
import { saveScreenshotsByWidth } from './screenshots.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const PROJECT_PROGRAM =
	"describe('Un carré bleu.');\nfunction draw() {\n\tbackground('navy');\n\trect(20, 20, 60, 60);\n}\n";
const HOSTILE_SENTENCE = 'J’ai compris </blockquote><script>document.title = "broken"</script>';
const TELEPHONE_CONTEXT = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function showPortfolioOnWall(browser: Browser, language: WallLanguage): Promise<void> {
	const { translate } = createFrenchTextTranslator(language);
	const { board, code, classPath } = await createClassWithOpenWall(browser, language);

	const maker = await joinClassInBrowser(browser, code, 'Loutre', language);
	await maker.goto(`/${language}/projects/new?begin=sketch`);
	await maker.getByLabel(translate('Nom du projet')).fill('Mon carré');
	const student = new Student(maker, 'mouse');
	await student.replaceWholeFile(PROJECT_PROGRAM);
	await student.waitUntilSaved();
	// The picture is taken once the sketch has played for a moment.
	await expect.poll(() => readStoredCoverDescriptions(maker)).toEqual(['Un carré bleu.']);
	await maker.goto(`/${language}/me/portfolio`);
	await maker.getByRole('checkbox', { name: 'Mon carré' }).check();
	await maker.locator('[data-order] textarea').fill(HOSTILE_SENTENCE);
	const section = maker.locator('[data-class-section]');
	await section.getByRole('button', { name: translate('Montrer à Seconde du chat') }).click();
	await expect(section.getByText(translate('C’est fait : la classe voit ton portfolio.'))).toBeVisible();
	await expectAccessibleWithoutOverflow(maker);
	await saveScreenshotsByWidth(maker, 'portfolio');

	const mate = await joinClassInBrowser(browser, code, 'Hibou', language, TELEPHONE_CONTEXT);
	await mate.goto(`/${language}/me`);
	await mate.getByRole('link', { name: translate('Voir le mur') }).click();
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshotsByWidth(mate, 'wall-with-portfolio');
	const nameOfPortfolio = translate('Portfolio : Loutre');
	await mate.getByRole('link', { name: nameOfPortfolio }).click();
	await expect(mate.getByRole('heading', { name: nameOfPortfolio, level: 1 })).toBeVisible();
	const article = mate.locator('article');
	await expect(article).toContainText('Mon carré');
	await expect(article).toContainText(HOSTILE_SENTENCE);
	await expect(article.getByRole('img', { name: 'Un carré bleu.' })).toHaveJSProperty('complete', true);
	await expect(article).not.toContainText('rect(20');
	expect(mate.workers()).toHaveLength(0);
	await expectAccessibleWithoutOverflow(mate);
	await saveScreenshotsByWidth(mate, 'portfolio-of-classmate');

	await mate.getByText(translate('Signaler'), { exact: true }).click();
	await mate.getByRole('button', { name: translate('Signaler et masquer') }).click();
	await expect(mate.getByText(translate('C’est signalé et masqué. Ton prof décidera.'))).toBeVisible();
	await expect(mate.getByRole('link', { name: nameOfPortfolio })).toHaveCount(0);

	await section.getByRole('link', { name: translate('Voir ce que la classe voit') }).click();
	await expect(
		maker.getByText(
			translate(
				'Ton portfolio est signalé. Toi et ton prof le voyez encore. Ton prof décidera s’il revient sur le mur.'
			)
		)
	).toBeVisible();

	await board.goto(classPath);
	await board.getByRole('link', { name: translate('Mur'), exact: true }).click();
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshotsByWidth(board, 'wall-of-teacher');
	await board.getByRole('link', { name: nameOfPortfolio }).click();
	await expect(
		board.getByText(translate('Signalé par Hibou. La classe ne le voit plus, jusqu’à votre décision.'))
	).toBeVisible();
	await expectAccessibleWithoutOverflow(board);
	await saveScreenshotsByWidth(board, 'portfolio-of-teacher');
	await board.getByRole('button', { name: translate('Montrer à la classe') }).click();
	await expect(board.getByText(translate('La classe voit ce portfolio.'))).toBeVisible();
	await mate.reload();
	await expect(mate.getByRole('link', { name: nameOfPortfolio })).toBeVisible();

	await maker.getByRole('link', { name: translate('Changer mon portfolio') }).click();
	await section.getByText(translate('Retirer du mur'), { exact: true }).first().click();
	await section.getByRole('button', { name: translate('Retirer du mur') }).click();
	// The pressed button is gone, so the focus is on the message about what was done.
	await expect(section.getByText(translate('Ton portfolio n’est plus sur le mur.'))).toBeFocused();
	await mate.reload();
	await expect(mate.getByText(translate('Rien n’est affiché pour le moment.'))).toBeVisible();
	expect(await maker.title()).not.toContain('broken');
}

for (const language of ['fr', 'en'] as const)
	test(
		`a portfolio is shown to the class, reported, shown again and taken off, ${language}`,
		{ tag: '@soak' },
		({ browser }) => showPortfolioOnWall(browser, language)
	);
