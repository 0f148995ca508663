import { expect, test as base, type Locator, type Page } from '../test.ts';
import { isSoakRun } from '../soak.ts';
import { pasteText } from '../paste.ts';
import { EDITOR_START_FILES } from './page/start.ts';
import { serveEditorPage, type ServedEditorPage } from './serve.ts';

const test = base.extend<object, { served: ServedEditorPage }>({
	served: [
		// Playwright needs this object pattern, even though nothing is read from it.
		async ({ browserName: _ }, use) => {
			const servedPage = await serveEditorPage();
			await use(servedPage);
			await servedPage.close();
		},
		{ scope: 'worker', timeout: 120_000 }
	]
});

/** What the page offers to its tests. */
interface EditorPageWindow {
	editor: { revealProblems(): void };
	declare(declarations: Record<string, string>): void;
}

// All tests run in one worker, because each worker builds the page.
test.describe.configure({ mode: 'default' });

const SOLUTION_LINE = 'return halfHours(minutes) * 50;';
const SOLVED_PROGRAM = EDITOR_START_FILES['main.ts'].replace('return 0;\n\n', `return 0;\n${SOLUTION_LINE}\n`);
const MISSING_LINE_OFFSET = EDITOR_START_FILES['main.ts'].indexOf('\n\n}') + 1;

async function readMainFile(page: Page): Promise<string> {
	const files = (await page.locator('main').getAttribute('data-files')) ?? '{}';
	return (JSON.parse(files) as Record<string, string>)['main.ts'] ?? '';
}

async function waitForMonaco(page: Page): Promise<void> {
	await expect(page.locator('main')).toHaveAttribute('data-monaco', 'true');
}

async function openEditor(page: Page, served: ServedEditorPage): Promise<void> {
	await page.goto(served.address);
	await waitForMonaco(page);
}

/** Delays Monaco's files until the returned function is called. */
async function holdMonaco(page: Page): Promise<() => void> {
	let releaseMonaco: () => void = () => undefined;
	const releaseSignal = new Promise<void>((resolve) => (releaseMonaco = resolve));
	await page.route(/session-[^/]*\.js/, async (route) => {
		await releaseSignal;
		await route.continue();
	});
	return releaseMonaco;
}

async function putCaret(page: Page, offset: number): Promise<void> {
	await page
		.locator('textarea')
		.first()
		.evaluate((area: HTMLTextAreaElement, at) => {
			area.focus();
			area.setSelectionRange(at, at);
		}, offset);
}

function locateHoverBox(page: Page): Locator {
	return page.locator('.monaco-hover:not(.hidden)').first();
}

/** Moves the pointer to the last place where Monaco shows `word`. */
async function hoverWord(page: Page, word: string): Promise<void> {
	const { x, y } = await page.evaluate((wanted) => {
		const walker = document.createTreeWalker(document.querySelector('.view-lines') ?? document, NodeFilter.SHOW_TEXT);
		let box: DOMRect | null = null;
		while (walker.nextNode()) {
			const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
			if (at < 0) continue;
			const range = document.createRange();
			range.setStart(walker.currentNode, at);
			range.setEnd(walker.currentNode, at + wanted.length);
			box = range.getBoundingClientRect();
		}
		if (!box) throw new Error(`${wanted} is not on the page`);
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}, word);
	await page.mouse.move(x, y - 40);
	await page.mouse.move(x, y, { steps: 3 });
}

/** Uses Monaco's own commands to go to the line after `if (minutes <= 20) return 0;`. */
async function goToMissingLine(page: Page): Promise<void> {
	await page.evaluate(() => {
		const { editor } = window as unknown as {
			editor: { goToPlace(place: { file: string; line: number; column: number }): void };
		};
		editor.goToPlace({ file: 'main.ts', line: 6, column: 1 });
	});
}

/** Number of runs. In each, Monaco arrives at another moment. */
const MONACO_ARRIVAL_RUN_COUNT = isSoakRun ? 20 : 1;

test.describe('before Monaco', () => {
	test('typed text stays, with caret and undo, when Monaco arrives', async ({ page, served }) => {
		for (let runNumber = 0; runNumber < MONACO_ARRIVAL_RUN_COUNT; runNumber += 1) {
			const releaseMonaco = await holdMonaco(page);
			await page.goto(served.address);
			await putCaret(page, MISSING_LINE_OFFSET);
			// Monaco arrives before, during or after the typing, at another moment in each run.
			const cutLength = (runNumber * 2) % SOLUTION_LINE.length;
			await page.keyboard.type(SOLUTION_LINE.slice(0, cutLength), { delay: 5 });
			releaseMonaco();
			await page.keyboard.type(SOLUTION_LINE.slice(cutLength), { delay: 25 });
			await waitForMonaco(page);
			expect(await readMainFile(page), `run ${runNumber}`).toBe(SOLVED_PROGRAM);
			// The caret is still at the end of the typed line, so the next key appears there.
			await page.keyboard.type('!');
			expect(await readMainFile(page), `caret, run ${runNumber}`).toBe(
				SOLVED_PROGRAM.replace(SOLUTION_LINE, `${SOLUTION_LINE}!`)
			);
			// Each undo removes one word, until the beginning and no further.
			for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('Control+z');
			expect(await readMainFile(page), `undo, run ${runNumber}`).toBe(EDITOR_START_FILES['main.ts']);
			for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('Control+y');
			expect(await readMainFile(page), `redo, run ${runNumber}`).toBe(
				SOLVED_PROGRAM.replace(SOLUTION_LINE, `${SOLUTION_LINE}!`)
			);
			await page.unrouteAll({ behavior: 'ignoreErrors' });
		}
	});

	test('text typed before the page is hydrated is kept', async ({ page, served }) => {
		await page.goto(`${served.address}?hydrate=wait`);
		await putCaret(page, MISSING_LINE_OFFSET);
		await page.keyboard.type('return 1;');
		await page.evaluate(() => dispatchEvent(new Event('hydrate')));
		await expect.poll(() => readMainFile(page)).toContain('return 0;\nreturn 1;\n');
		await waitForMonaco(page);
		await page.keyboard.type('!');
		expect(await readMainFile(page)).toContain('return 0;\nreturn 1;!\n');
	});

	test(
		'an undo in the early text field still holds in Monaco, and can be redone in Monaco',
		{ tag: '@soak' },
		async ({ page, served }) => {
			const releaseMonaco = await holdMonaco(page);
			await page.goto(served.address);
			await putCaret(page, MISSING_LINE_OFFSET);
			await page.keyboard.type('abc');
			await page.keyboard.press('Control+z');
			const undoneProgram = await readMainFile(page);
			expect(undoneProgram).not.toContain('abc');
			releaseMonaco();
			await waitForMonaco(page);
			expect(await readMainFile(page)).toBe(undoneProgram);
			await page.keyboard.press('Control+y');
			expect(await readMainFile(page)).toContain('return 0;\nabc\n');
		}
	);

	test('the text does not move when Monaco arrives', { tag: '@soak' }, async ({ page, served }) => {
		const releaseMonaco = await holdMonaco(page);
		await page.goto(served.address);
		await page.evaluate(() => document.fonts.ready);
		const measureTextPosition = async (text: string): Promise<{ x: number; y: number }> =>
			page.evaluate((wanted) => {
				const root = document.querySelector('.monaco .view-lines') ?? document.querySelector('.code pre');
				const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) {
					const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
					if (at < 0) continue;
					const range = document.createRange();
					range.setStart(walker.currentNode, at);
					range.setEnd(walker.currentNode, at + wanted.length);
					const { x, y } = range.getBoundingClientRect();
					return { x, y };
				}
				throw new Error(`${wanted} is not on the page`);
			}, text);
		await expect(page.locator('main')).toHaveAttribute('data-monaco', 'false');
		const placesBefore = [
			await measureTextPosition('halfHours'),
			await measureTextPosition('20'),
			await measureTextPosition('log')
		];
		releaseMonaco();
		await waitForMonaco(page);
		const placesAfter = [
			await measureTextPosition('halfHours'),
			await measureTextPosition('20'),
			await measureTextPosition('log')
		];
		for (const [index, { x, y }] of placesBefore.entries()) {
			expect(Math.abs((placesAfter[index]?.x ?? Infinity) - x)).toBeLessThan(1);
			expect(Math.abs((placesAfter[index]?.y ?? Infinity) - y)).toBeLessThan(1.5);
		}
	});
});

test.describe('problems', () => {
	const locateErrorUnderlines = (page: Page) => page.locator('.squiggly-error');

	const waitForTypeScript = (page: Page) => expect(page.locator('[data-typescript="ready"]')).toBeVisible();

	test(
		'typing the solution key by key shows no error on the way, nor at the end',
		{ tag: '@soak' },
		async ({ page, served }) => {
			await openEditor(page, served);
			await page.evaluate(() => {
				const textsWithErrors: string[] = [];
				Object.assign(window, { seen: textsWithErrors });
				new MutationObserver(() => {
					if (document.querySelector('.squiggly-error'))
						textsWithErrors.push(document.querySelector('.view-lines')?.textContent ?? '');
				}).observe(document.body, { subtree: true, childList: true, attributes: true });
			});
			await goToMissingLine(page);
			await waitForTypeScript(page);
			await page.keyboard.type(SOLUTION_LINE, { delay: 120 });
			await page.keyboard.press('Control+Enter');
			await expect(page.locator('main')).toHaveAttribute('data-runs', '1');
			expect(await readMainFile(page)).toBe(SOLVED_PROGRAM);
			await expect(page.locator('main')).toHaveAttribute('data-checked', 'true');
			// Once a mistake made on purpose is marked, every earlier mark has appeared, too. There must have been none.
			await page.keyboard.type(' wrong');
			await page.keyboard.press('Control+Enter');
			await expect(locateErrorUnderlines(page)).toBeVisible();
			const markedTexts = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
			// On a slow machine, the typing may pause within the word, which is then marked too early.
			const mistakeBeginning = `${SOLUTION_LINE} w`.replaceAll(' ', '\u00a0');
			expect(markedTexts.filter((text) => !text.includes(mistakeBeginning))).toEqual([]);
			await page.keyboard.press('Control+z');
			await expect(locateErrorUnderlines(page)).toHaveCount(0);
		}
	);

	for (const [language, plain, message] of [
		['fr', 'Rien ne s’appelle minuts. Tu voulais peut-être minutes.', "Le nom 'minuts' est introuvable"],
		['en', 'Nothing is called minuts. You may have meant minutes.', "Cannot find name 'minuts'"]
	] as const) {
		test(
			`are explained in plain words and in TypeScript’s words, in ${language}`,
			{ tag: language === 'en' ? ['@soak'] : [] },
			async ({ page, served }) => {
				await page.goto(`${served.address}?language=${language}`);
				await waitForMonaco(page);
				await goToMissingLine(page);
				await page.keyboard.type('return minuts;');
				await page.keyboard.press('Control+Enter');
				await locateErrorUnderlines(page).first().hover({ force: true });
				await expect(locateHoverBox(page)).toContainText(plain);
				await expect(locateHoverBox(page)).toContainText(message);
			}
		);
	}

	test(
		'are not marked once the declarations that arrive meanwhile explain them',
		{ tag: '@more' },
		async ({ page, served }) => {
			await openEditor(page, served);
			await goToMissingLine(page);
			await waitForTypeScript(page);
			await page.keyboard.type('return surprise(minutes);');
			await expect(locateErrorUnderlines(page)).toBeVisible();
			// TypeScript's answer takes longer on a slow machine, so the declarations come at different moments after the question.
			for (const delay of [0, 1, 2, 5, 10, 20, 40, 80]) {
				await page.evaluate(async (milliseconds) => {
					const { declare, editor } = window as unknown as EditorPageWindow;
					const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
					const countReports = () => Number(document.querySelector('main')?.dataset['reports']);
					declare({});
					await wait(0);
					const reportsBefore = countReports();
					editor.revealProblems();
					await wait(milliseconds);
					declare({ 'surprise.d.ts': 'declare function surprise(minutes: number): number;' });
					while (countReports() === reportsBefore) await wait(5);
				}, delay);
				await expect(page.locator('main pre')).not.toContainText('surprise');
			}
		}
	);

	test('are marked automatically after an edit, and not before', async ({ page, served }) => {
		await openEditor(page, served);
		await goToMissingLine(page);
		// TypeScript knows by now that the line is missing. Monaco would draw a mark of it in one of the next frames.
		await waitForTypeScript(page);
		await page.evaluate(async () => {
			for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
		});
		await expect(locateErrorUnderlines(page)).toHaveCount(0);
		await page.keyboard.type('a');
		await expect(locateErrorUnderlines(page).first()).toBeVisible();
	});
});

test(
	'typing over a fully selected text replaces it, also when the browser reports the selection late',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await openEditor(page, served);
		await goToMissingLine(page);
		await page.keyboard.press('Control+a');
		await pasteText(page, Array.from({ length: 100 }, (_, line) => `console.log(${line});`).join('\n'));
		await expect.poll(() => readMainFile(page)).toMatch(/console\.log\(99\);$/);
		await page.keyboard.press('Control+a');
		// Sends `selectionchange` late and repeatedly, as on a slow machine.
		await page.evaluate(async () => {
			const waitForAnimationFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
			for (const _ of [1, 2, 3]) {
				for (let frame = 0; frame < 10; frame += 1) await waitForAnimationFrame();
				document.dispatchEvent(new Event('selectionchange'));
			}
		});
		await page.keyboard.type('1');
		await expect.poll(() => readMainFile(page)).toBe('1');
	}
);

test('names of another file are suggested', { tag: '@soak' }, async ({ page, served }) => {
	await openEditor(page, served);
	await goToMissingLine(page);
	await page.keyboard.type('return half');
	// The list is asked for again until TypeScript has started.
	await expect(async () => {
		await page.keyboard.press('Control+Space');
		await expect(page.locator('.suggest-widget')).toContainText('halfHours', { timeout: 2000 });
	}).toPass();
	await page.keyboard.press('Tab');
	expect(await readMainFile(page)).toContain('return halfHours\n');
});

test(
	'documentation of our modules and of other files is shown on hover',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await openEditor(page, served);
		await page.locator('.view-line span', { hasText: 'halfHours' }).last().hover();
		await expect(locateHoverBox(page)).toContainText('How many half hours have started. Given to read.');
		await hoverWord(page, 'log');
		await expect(locateHoverBox(page)).toContainText('Écrit dans la console');
	}
);

test(
	'the switch and Ctrl+M decide whether Tab indents or moves on, and the choice is remembered',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await openEditor(page, served);
		const tabSwitch = page.getByRole('switch', { name: 'Tab' });
		await expect(tabSwitch).toHaveAttribute('aria-checked', 'false');
		await goToMissingLine(page);
		await page.keyboard.press('Tab');
		expect(await readMainFile(page)).toContain('return 0;\n  \n');
		await page.keyboard.press('Control+m');
		await expect(tabSwitch).toHaveAttribute('aria-checked', 'true');
		await page.keyboard.press('Tab');
		await expect(page.locator('.monaco-editor').first()).not.toHaveClass(/focused/);
		await page.reload();
		await expect(tabSwitch).toHaveAttribute('aria-checked', 'true');
		await tabSwitch.click();
		await waitForMonaco(page);
		await goToMissingLine(page);
		await page.keyboard.press('Tab');
		expect(await readMainFile(page)).toContain('return 0;\n  \n');
	}
);

test(
	'formatting, inserting a sign and replacing a file change the text, and replacing can be undone',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await openEditor(page, served);
		await goToMissingLine(page);
		await page.keyboard.type('return    minutes*2');
		await page.getByRole('button', { name: 'Format' }).click();
		await expect.poll(() => readMainFile(page)).toContain('\n  return minutes * 2\n');
		await page.getByRole('button', { name: /^Insérer\s;/ }).click();
		expect(await readMainFile(page)).toContain('\n  return minutes * 2;\n');
		await page.getByRole('button', { name: 'Replace' }).click();
		expect(await readMainFile(page)).toMatch(/^\/\/ replaced\n/);
		await page
			.locator('.monaco-editor')
			.first()
			.click({ position: { x: 300, y: 100 } });
		await page.keyboard.press('Control+z');
		expect(await readMainFile(page)).not.toContain('// replaced');
		expect(await readMainFile(page)).toContain('\n  return minutes * 2;\n');
	}
);

test('files are added, renamed and deleted, with clear errors, by keyboard', async ({ page, served }) => {
	await page.goto(served.address);
	await page.getByRole('button', { name: 'Ajouter un fichier' }).press('Enter');
	await page.keyboard.type('prix élevé');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('« prix élevé.ts » ne convient pas');
	// The typed name stays when the button is pressed again, and when another file is opened.
	const name = page.getByRole('textbox', { name: 'Nom du nouveau fichier' });
	await page.getByRole('button', { name: 'Ajouter un fichier' }).press('Enter');
	await page.getByRole('tab').last().click();
	await expect(name).toHaveValue('prix élevé');
	await name.fill('tools');
	await page.keyboard.press('Enter');
	const tab = page.getByRole('tab', { name: 'tools.ts' });
	await expect(tab).toBeFocused();
	await page.keyboard.press('F2');
	await page.keyboard.type('rates');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tab', { name: 'rates.ts' })).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Delete');
	await page.getByRole('button', { name: 'Supprimer', exact: true }).press('Enter');
	await expect(page.getByRole('tab')).toHaveCount(2);
	await waitForMonaco(page);
});

test(
	'a file locked by a step refuses typing and says why, and can still be replaced',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await page.goto(`${served.address}?locked=Seules+les+valeurs+changent.`);
		await waitForMonaco(page);
		await goToMissingLine(page);
		await page.keyboard.type('x');
		expect(await readMainFile(page)).toBe(EDITOR_START_FILES['main.ts']);
		await expect(page.getByText('Seules les valeurs changent.').first()).toBeVisible();
		await page.getByRole('button', { name: 'Replace' }).click();
		expect(await readMainFile(page)).toMatch(/^\/\/ replaced\n/);
	}
);

test('the editor works without violating the page’s content security policy', async ({ page, served }) => {
	const refusedRequests: string[] = [];
	page.on('console', (message) => {
		if (/Content Security Policy|Refused/.test(message.text())) refusedRequests.push(message.text());
	});
	page.on('pageerror', (error) => refusedRequests.push(error.message));
	await openEditor(page, served);
	await goToMissingLine(page);
	await page.keyboard.type('nothing');
	await page.keyboard.press('Control+Enter');
	await expect(page.locator('.squiggly-error').first()).toBeVisible();
	await page.keyboard.press('F1');
	await page.keyboard.type('Exécuter');
	await expect(page.getByText('Exécuter le programme').first()).toBeVisible();
	expect(refusedRequests).toEqual([]);
});

test(
	'the plain text editor shows the same files and errors, has the same keys, and can be switched off',
	{ tag: '@soak' },
	async ({ page, served }) => {
		await openEditor(page, served);
		const plainEditorSwitch = page.getByRole('switch', { name: 'Éditeur simple' });
		await plainEditorSwitch.click();
		const plainTextField = page.getByRole('textbox', { name: /main\.ts/ });
		await expect(page.locator('.monaco-editor').first()).toBeHidden();
		await plainTextField.evaluate((field: HTMLTextAreaElement, at) => {
			field.focus();
			field.setSelectionRange(at, at);
		}, MISSING_LINE_OFFSET);
		await page.keyboard.type('return halfHour(minutes) * 50;');
		await page.keyboard.press('Control+Enter');
		const problems = page.locator('main > pre');
		await expect(problems).toContainText('main.ts:6 Rien ne s’appelle halfHour. Tu voulais peut-être halfHours.');
		await page.keyboard.press('F8');
		expect(await plainTextField.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(
			MISSING_LINE_OFFSET + 'return '.length
		);
		await page.keyboard.press('Control+Shift+ArrowRight');
		await page.keyboard.type('halfHours');
		await expect(problems).toHaveText('');
		await page.getByRole('button', { name: 'Format' }).click();
		await expect.poll(() => readMainFile(page)).toContain('\n  return halfHours(minutes) * 50;\n');
		await page.reload();
		await expect(plainEditorSwitch).toHaveAttribute('aria-checked', 'true');
		await page.getByRole('tab', { name: 'given.ts' }).click();
		await expect(page.getByRole('textbox', { name: /given\.ts/ })).toHaveAttribute('readonly');
		await plainEditorSwitch.click();
		await expect(page.locator('.monaco-editor').first()).toBeVisible();
		await expect(plainTextField).toHaveCount(0);
	}
);
