import { expect, test } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';

const INNER_FRAME_HTML = `<html lang="en"><title>Inner</title><p><button></button></p></html>`;
const OUTER_FRAME_HTML = `<html lang="en"><title>Outer</title><iframe title="inner" srcdoc='${INNER_FRAME_HTML}'></iframe></html>`;

test('accessibility faults are found in the page, in nested frames, and in a single theme', async ({ page }) => {
	await page.setContent(`<!doctype html><html lang="en"><title>Page</title>
		<style>@media (prefers-color-scheme: light) { .pale { color: #ddd; background: #fff; } }</style>
		<main><h1>Page</h1><p class="pale">Pale</p><img src="data:,"></main></html>`);
	await page.evaluate((text) => {
		const frame = document.createElement('iframe');
		frame.title = 'outer';
		frame.srcdoc = text;
		document.querySelector('main')?.append(frame);
	}, OUTER_FRAME_HTML);
	await page.frameLocator('iframe').frameLocator('iframe').getByRole('button').waitFor();
	expect(await findAccessibilityFaults(page)).toEqual([
		'dark, button-name: iframe iframe button',
		'dark, image-alt: img',
		'light, color-contrast: p'
	]);
});
