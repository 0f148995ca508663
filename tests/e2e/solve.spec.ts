/** A newcomer goes through the whole lesson: in French and in English, by mouse and with the keyboard alone. */
import { test } from '../any-browser.ts';
import { goThroughDelivery } from './delivery.ts';
import { goThroughLesson } from './lesson.ts';
import { goThroughPizza } from './pizza.ts';
import type { Hands } from './student.ts';

for (const language of ['fr', 'en'] as const) {
	for (const hands of ['mouse', 'keyboard'] satisfies Hands[]) {
		test(`solves the parking meter in ${language}, by ${hands}`, async ({ page }) => {
			test.setTimeout(120_000);
			await goThroughLesson(page, language, hands);
		});
	}
}

// What the four above prove of language and hands is not proved four times again for each challenge.
for (const [language, hands] of [
	['fr', 'keyboard'],
	['en', 'mouse']
] as const) {
	test(`solves the letter on the pizza in ${language}, by ${hands}`, async ({ page }) => {
		test.setTimeout(120_000);
		await goThroughPizza(page, language, hands);
	});
	test(`solves the delivery round in ${language}, by ${hands}`, async ({ page }) => {
		test.setTimeout(120_000);
		await goThroughDelivery(page, language, hands);
	});
}
