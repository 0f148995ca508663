import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const openReadingSettings = async (page: Page) => {
	await page.getByRole('button', { name: 'Confort de lecture' }).press('Enter');
	await expect(page.getByRole('dialog', { name: 'Confort de lecture' })).toBeVisible();
};

test(
	'reading settings enlarge and space the text, apply before scripts run, and can be reset',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto('/fr/challenges/horodateur');
		await page.locator('.editor[data-ready]').waitFor({ state: 'attached' });
		await openReadingSettings(page);
		expect(await findAccessibilityFaults(page)).toEqual([]);

		const chooseByRadio = (group: string, choice: string) =>
			page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).press('Space');
		await chooseByRadio('Taille du texte', '150 %');
		await chooseByRadio('Interligne', '2');
		await chooseByRadio('Espace entre les lettres', '12 %');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('button', { name: 'Confort de lecture' })).toBeFocused();

		const text = page.locator('.prose p').first();
		await expect(text).toHaveCSS('font-size', '24px');
		await expect(text).toHaveCSS('line-height', '48px');
		await expect(text).toHaveCSS('letter-spacing', '2.88px');
		await expect(text).toHaveCSS('word-spacing', '3.84px');
		const lines = page.locator('.monaco .view-lines').first();
		await expect(lines).toHaveCSS('font-size', '23px');
		await expect(lines).toHaveCSS('word-spacing', '0px');
		for (const width of [360, 1366]) {
			await page.setViewportSize({ width, height: 740 });
			const measureSidewaysOverflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			await expect.poll(measureSidewaysOverflow, `at ${width} pixels`).toBe(0);
			const bar = page.getByRole('banner');
			expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
		}

		// None of the page's scripts arrives, so what is drawn first, with its code, must be large already. (`reloads` keeps the page
		// from reloading itself.)
		await page.evaluate(() => sessionStorage.setItem('reloads', '3'));
		await page.route('**/_app/**/*.js', (route) => route.abort());
		await page.reload();
		await expect(text).toHaveCSS('font-size', '24px');
		await expect(page.locator('.editor textarea')).toHaveCSS('font-size', '23px');
		await page.unroute('**/_app/**/*.js');
		await page.goto('/fr/challenges');
		await expect(page.locator('html')).toHaveCSS('font-size', '24px');
		await openReadingSettings(page);
		await page.getByRole('button', { name: 'Revenir aux réglages habituels' }).press('Enter');
		await expect(page.locator('html')).toHaveCSS('font-size', '16px');
	}
);

test(
	'the ruler follows keys and pointer, and only a voice of this machine reads aloud',
	{ tag: '@soak' },
	async ({ page }) => {
		// Replaces the browser's voices, because the test machine has none.
		await page.addInitScript(() => {
			const voices = [
				{ name: 'network', lang: 'fr-FR', localService: false, default: true },
				{ name: 'own', lang: 'fr-FR', localService: true, default: false }
			];
			const spokenTexts: string[] = [];
			let currentUtterance: { onend?: () => void } | null = null;
			class Utterance {
				voice: { name: string } | null = null;
				onend?: () => void;
				constructor(readonly text: string) {}
			}
			const synthesis = Object.assign(new EventTarget(), {
				getVoices: () => voices,
				speak: (utterance: Utterance) => {
					spokenTexts.push(`${utterance.voice?.name ?? ''}: ${utterance.text}`);
					currentUtterance = utterance;
				},
				cancel: () => (currentUtterance = null)
			});
			Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
			Object.assign(window, {
				SpeechSynthesisUtterance: Utterance,
				said: spokenTexts,
				endSentence: () => currentUtterance?.onend?.()
			});
		});
		const readUtterances = () => page.evaluate((): unknown => Reflect.get(window, 'said'));
		const endSentence = () => page.evaluate(() => (Reflect.get(window, 'endSentence') as () => void)());

		await page.goto('/fr/challenges/horodateur');
		await page.locator('.editor[data-ready]').waitFor({ state: 'attached' });
		await page.getByRole('button', { name: 'Écouter' }).press('Enter');
		await expect.poll(readUtterances).toEqual(['own: Dix minutes à la pharmacie']);
		await endSentence();
		await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
		const personText = 'own: Nadia Kerven, chargée de mobilité à la mairie de Valcendre';
		await page.getByRole('button', { name: 'Reprendre' }).press('Enter');
		expect(await readUtterances()).toEqual(['own: Dix minutes à la pharmacie', personText, personText]);
		const readMarkedTexts = () => page.evaluate(() => [...(CSS.highlights.get('read-aloud') ?? [])].map(String));
		expect(await readMarkedTexts()).toEqual([personText.slice('own: '.length)]);
		await page.locator('.ways .on button').press('Enter');
		await expect(page.getByRole('button', { name: 'Écouter' })).toBeVisible();
		expect(await readMarkedTexts()).toEqual([]);
		await endSentence();
		expect(await readUtterances()).toHaveLength(3);

		await openReadingSettings(page);
		await page.getByRole('switch', { name: 'Règle de lecture' }).press('Space');
		await page.keyboard.press('Escape');
		const ruler = page.locator('.ruler');
		await expect(ruler).toHaveCSS('pointer-events', 'none');
		const measureRulerMiddle = async () => {
			const box = await ruler.boundingBox();
			return box ? box.y + box.height / 2 : NaN;
		};
		const heading = await page.locator('.task h2').boundingBox();
		for (let line = 0; line < 40; line++) await page.keyboard.press('ArrowUp');
		// The first line names the kind of step; the heading is the next line.
		await page.keyboard.press('ArrowDown');
		const first = await measureRulerMiddle();
		expect(first).toBeGreaterThan(heading?.y ?? NaN);
		expect(first).toBeLessThan((heading?.y ?? NaN) + (heading?.height ?? NaN));
		await page.mouse.move(300, 500);
		await expect.poll(measureRulerMiddle).toBeCloseTo(500, 0);
	}
);
