import { pasteText } from '../paste.ts';
import { expect, test } from '../test.ts';

test('every piece of the kit is drawn on its page by day, at dusk and at night', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/kit');
	const gallery = page.locator('.gallery');
	const pieceRadios = page.getByRole('group', { name: 'Pièces' }).getByRole('radio');
	await expect(gallery).toHaveAttribute('data-drawn', 'street');
	const count = await pieceRadios.count();
	expect(count).toBeGreaterThan(15);
	for (const [light, hour] of [
		['Nuit', 'night'],
		['Soir', 'dusk'],
		['Jour', 'day']
	] as const) {
		await page.getByRole('radio', { name: light }).check();
		for (let index = 0; index < count; index++) {
			const pieceName = (await pieceRadios.nth(index).locator('xpath=..').innerText()).trim();
			await pieceRadios.nth(index).check();
			await expect(gallery, `${pieceName}, ${light}`).toHaveAttribute('data-drawn', pieceName);
			await expect(gallery, `${pieceName}, ${light}`).toHaveAttribute('data-hour', hour);
			await expect(gallery.locator('pre')).toContainText(`${pieceName}(`);
			await expect(gallery.getByRole('status'), `${pieceName}, ${light}`).toBeEmpty();
		}
	}
});

test('a project loads the kit only once its program imports it', { tag: '@soak' }, async ({ page }) => {
	const kitAddresses: string[] = [];
	page.on('response', async (response) => {
		const isScript = response.url().endsWith('.js');
		const text = isScript ? await response.text().catch(() => '') : '';
		// This colour of a coat occurs only in the kit.
		if (text.includes('#dea12f')) kitAddresses.push(response.url());
	});
	await page.goto('/fr/projects/new');
	await page.locator('.editor[data-ready]').waitFor();
	await expect(page.locator('.description li').first()).toContainText('rond orange');
	expect(kitAddresses).toEqual([]);
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await pasteText(
		page,
		[
			"import { describe } from 'braise/draw';",
			"import { person, place, room, shelf } from 'braise/scene';",
			'export function draw() {',
			"	room('kitchen');",
			"	shelf({ x: 10, y: 10, width: 200, height: 120 }, { item: 'bread', count: 3, most: 8 });",
			"	person(place('middle'), { mood: 'content' });",
			"	describe('Trois pains et quelqu’un de content.');",
			'}'
		].join('\n')
	);
	await page.keyboard.press('Control+Enter');
	await expect(page.locator('.description li').first()).toContainText('Trois pains');
	await expect(page.locator('[data-typescript="ready"]')).toBeVisible();
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	expect(kitAddresses).toHaveLength(1);
});
