import { expect, type Locator, type Page } from '@playwright/test';
import { pasteText } from '../paste.ts';

export type InputDevice = 'mouse' | 'keyboard';

export class Student {
	readonly page: Page;
	readonly inputDevice: InputDevice;

	constructor(page: Page, inputDevice: InputDevice) {
		this.page = page;
		this.inputDevice = inputDevice;
	}

	get editor(): Locator {
		return this.page.locator('.editor textarea, .editor [role="textbox"]').first();
	}

	/** The plain text field, which touch screens have at first. */
	get #field(): Locator {
		return this.page.locator('.editor .frame textarea');
	}

	#isPlain(): Promise<boolean> {
		return this.page.getByRole('switch', { name: /^(Éditeur simple|Plain editor)/ }).isChecked();
	}

	locateStep(id: string): Locator {
		return this.page.locator(`[data-step="${id}"]`);
	}

	async press(target: Locator): Promise<void> {
		if (this.inputDevice === 'mouse') return target.click();
		await this.moveFocusTo(target);
		const url = this.page.url();
		await this.page.keyboard.press('Enter');
		// When the pressed element disappears, the focus must be somewhere, so that the next Tab goes on from there. A new page
		// begins at its top.
		const isFocusOnBody = () => this.page.evaluate(() => document.activeElement === document.body);
		// A page that is being left cannot be asked: the next try finds the new address.
		const isFocusLost = async () => this.page.url() === url && (await isFocusOnBody().catch(() => true));
		await expect.poll(isFocusLost, `the focus after ${String(target)}`).toBe(false);
	}

	/** Shows a panel, on a screen that is too narrow for all. */
	async showPanel(panel: 'task' | 'code' | 'stage' | 'results'): Promise<void> {
		const tab = this.page.locator(`.parts [data-part="${panel}"]`);
		if (await tab.isVisible()) await tab.click();
	}

	/**
	 * Moves the focus to the target with Tab, or with Shift+Tab to a target before the focus, because Tab would go through the
	 * browser's own buttons.
	 */
	async moveFocusTo(target: Locator): Promise<void> {
		await expect(target).toBeEnabled();
		for (let stops = 0; stops < 120; stops++) {
			const key = await target.evaluate((element) => {
				const focusedElement = document.activeElement ?? document.body;
				if (focusedElement === element) return null;
				const isBehind = element.compareDocumentPosition(focusedElement) & Node.DOCUMENT_POSITION_FOLLOWING;
				return isBehind ? 'Shift+Tab' : 'Tab';
			});
			if (key === null) return;
			await this.page.keyboard.press(key);
		}
		throw new Error(`Tab never reached ${String(target)}`);
	}

	async goToNextStep(): Promise<void> {
		await this.showPanel('task');
		await this.press(this.page.locator('.ways .on button'));
	}

	async answer(value: string): Promise<void> {
		await this.showPanel('task');
		const radio = this.page.getByRole('radio', { name: value, exact: true });
		if (this.inputDevice === 'mouse') await radio.click();
		else {
			await this.moveFocusTo(this.page.getByRole('radio').first());
			await this.page.keyboard.press('Space');
			for (let moves = 0; !(await radio.isChecked()) && moves < 8; moves++) await this.page.keyboard.press('ArrowDown');
		}
		await expect(radio).toBeChecked();
		await this.press(this.page.locator('.task form button[type="submit"]'));
	}

	/** Sets a dial by typing the number, or with arrow keys on the slider. */
	async setDial(id: string, value: number): Promise<void> {
		await this.showPanel('task');
		const slider = this.page.locator(`#dial-${id}`);
		if (this.inputDevice === 'mouse') {
			const numberField = slider.locator('xpath=following-sibling::input');
			// The number is typed, because in Firefox a value that a script sets fires no change event.
			await numberField.click();
			await numberField.press('Control+a');
			await numberField.pressSequentially(String(value));
			// A typed number counts at once, without leaving the field.
			await expect(slider).toHaveValue(String(value));
			await numberField.press('Enter');
		} else {
			await this.moveFocusTo(slider);
			await this.page.keyboard.press('Home');
			for (let moves = 0; (await slider.inputValue()) !== String(value) && moves < 60; moves++) {
				await this.page.keyboard.press('ArrowRight');
			}
		}
		await expect(slider).toHaveValue(String(value));
	}

	/** Places lines in the program, one after another. */
	async placeLines(lines: string[]): Promise<void> {
		await this.showPanel('task');
		for (const line of lines) {
			// A line such as a brace may be offered twice, so the first one is taken.
			const offered = this.page.locator('.pool li', { has: this.page.getByText(line, { exact: true }) }).first();
			await this.press(offered.locator('.text'));
			const placedLine = this.page
				.locator('.program ol li', { has: this.page.getByText(line, { exact: true }) })
				.last();
			await expect(placedLine).toBeVisible();
			// The focus moves to the line a moment later. A person waits for that as well.
			if (this.inputDevice === 'keyboard') await expect(placedLine.locator('.text')).toBeFocused();
		}
	}

	/** Clicks into the code, which starts TypeScript, and waits until TypeScript has checked the files. */
	async waitForTypeScript(): Promise<void> {
		await expect(this.page.locator('.editor[data-ready]')).toBeVisible();
		await this.page.locator('.editor .view-lines').click();
		await expect(this.page.locator('[data-typescript="ready"]')).toBeVisible();
	}

	async runProgram(): Promise<void> {
		if (this.inputDevice === 'keyboard') await this.page.keyboard.press('Control+Enter');
		else {
			const button = this.page.getByRole('button', { name: /^(Lancer|Run)$/ });
			// In an arrange step, a Run button beside the lines is visible, so the code need not be shown.
			if (!(await button.isVisible())) await this.showPanel('code');
			await button.click();
		}
	}

	/** Replaces the last `return (minutes - 20) * 5;` of the code, which the parking meter begins with, key by key. */
	async replaceLastReturn(line: string): Promise<void> {
		await this.retypeLastLine('return (minutes - 20) * 5;', line);
	}

	async retypeLastLine(oldText: string, newText: string): Promise<void> {
		await this.showPanel('code');
		await expect(this.page.locator('.editor[data-ready]')).toBeVisible();
		if (await this.#isPlain()) {
			await expect(this.#field).toHaveValue(new RegExp(oldText.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
			await this.#field.tap();
			await this.#field.evaluate((field: HTMLTextAreaElement, text) => {
				const at = field.value.lastIndexOf(text);
				field.setSelectionRange(at, at + text.length);
			}, oldText);
			return this.page.keyboard.type(newText, { delay: 20 });
		}
		await expect(this.page.locator('.view-lines')).toContainText(oldText.replaceAll(' ', '\u00a0'));
		if (this.inputDevice === 'mouse')
			await this.page
				.locator('.view-line', { hasText: oldText.replaceAll(' ', '\u00a0') })
				.last()
				.click();
		else {
			await this.moveFocusTo(this.editor);
			await this.page.keyboard.press('Control+End');
			// The last line is empty, and the line before it closes the function.
			await this.page.keyboard.press('ArrowUp');
			await this.page.keyboard.press('ArrowUp');
		}
		await this.page.keyboard.press('Home');
		await this.page.keyboard.press('Shift+End');
		await this.page.keyboard.type(newText, { delay: 20 });
		// From this command on, Tab leaves the editor.
		if (this.inputDevice === 'keyboard') await this.page.keyboard.press('Control+m');
	}

	async replaceWholeFile(program: string): Promise<void> {
		await this.showPanel('code');
		await expect(this.page.locator('.editor[data-ready]')).toBeVisible();
		if (await this.#isPlain()) await this.#field.tap();
		else if (this.inputDevice === 'mouse') await this.page.locator('.editor .view-lines').click();
		else await this.moveFocusTo(this.editor);
		await this.page.keyboard.press('Control+a');
		await pasteText(this.page, program);
		// This command makes Tab leave the editor, and stays in effect.
		const moves = this.page.getByRole('switch', { name: 'Tab' });
		if (this.inputDevice === 'keyboard' && !(await moves.isChecked())) await this.page.keyboard.press('Control+m');
	}

	async waitForFailedCheck(): Promise<void> {
		await this.showPanel('results');
		await expect(this.page.locator('.checks li.fail').first()).toBeVisible();
	}

	/** Checks that every check of the step shows as passed. */
	async waitUntilAllPassed(): Promise<void> {
		await this.showPanel('results');
		await expect(this.page.locator('.checks li')).not.toHaveCount(0);
		await expect(this.page.locator('.checks li:not(.pass)')).toHaveCount(0);
	}

	/** Predicts the result of a call, and sees the real one. */
	async goThroughPredictStep(value: string, returned: string): Promise<void> {
		await expect(this.locateStep('predict')).toBeVisible();
		await this.answer(value);
		await expect(this.page.locator('.fact dd')).toHaveText(returned);
		await this.goToNextStep();
	}

	async goThroughArrangeStep(lines: string[]): Promise<void> {
		await expect(this.locateStep('arrange')).toBeVisible();
		await this.placeLines(lines);
		await this.runProgram();
		await this.waitUntilAllPassed();
		await this.goToNextStep();
	}

	/** Runs the step's unfinished program, which fails, and then writes one that passes. */
	async goThroughBuildStep(step: string, program: string): Promise<void> {
		await expect(this.locateStep(step)).toBeVisible();
		await this.runProgram();
		await this.waitForFailedCheck();
		await this.replaceWholeFile(program);
		await this.runProgram();
		await this.waitUntilAllPassed();
		await this.waitUntilSaved();
		await this.goToNextStep();
	}

	/** Writes one example in a row, and goes on. */
	async goThroughCatchStep(name: string, given: string, returns: string): Promise<void> {
		await expect(this.locateStep('catch')).toBeVisible();
		await this.showPanel('task');
		await this.writeExample(1, name, given, returns);
		await this.goToNextStep();
	}

	async writeExample(number: number, name: string, given: string, returns: string): Promise<void> {
		const row = this.page.getByRole('group', { name: new RegExp(`^(Exemple|Example) ${number}$`) });
		await row.getByRole('combobox').selectOption(name);
		for (const [at, text] of [given, returns].entries()) {
			const cell = row.getByRole('textbox').nth(at);
			if (this.inputDevice === 'keyboard') await this.moveFocusTo(cell);
			else await cell.click();
			await this.page.keyboard.press('Control+a');
			await this.page.keyboard.type(text);
			await expect(cell).toHaveValue(text);
		}
	}

	/** Writes an example that says that the function throws. */
	async writeThrowingExample(number: number, name: string, given: string): Promise<void> {
		await this.writeExample(number, name, given, '');
		const row = this.page.getByRole('group', { name: new RegExp(`^(Exemple|Example) ${number}$`) });
		const isError = row.getByRole('checkbox', { name: /s’arrête sur une erreur|stops with an error/ });
		if (this.inputDevice === 'keyboard') await this.moveFocusTo(isError);
		if (this.inputDevice === 'keyboard') await this.page.keyboard.press('Space');
		else await isError.click();
		await expect(isError).toBeChecked();
		await expect(row.getByRole('textbox')).toHaveCount(1);
	}

	async skipStretch(): Promise<void> {
		await expect(this.locateStep('stretch')).toBeVisible();
		await this.press(this.page.locator('.ways button', { hasText: /Passer|Skip/ }));
	}

	/** Chooses the option whose figures are shown, and writes a position. */
	async takePosition(text: string): Promise<void> {
		await this.press(this.page.locator('.option button').last());
		const position = this.page.locator('.position textarea');
		if (this.inputDevice === 'keyboard') await this.moveFocusTo(position);
		else await position.click();
		await this.page.keyboard.type(text);
	}

	async waitUntilSaved(): Promise<void> {
		await expect(this.page.locator('[data-saved="saved"]')).toBeVisible();
	}
}
