/** A newcomer goes through the whole lesson: in French and in English, by mouse and with the keyboard alone. */
import { test } from '../any-browser.ts';
import { goThroughLesson } from './lesson.ts';
import type { Hands } from './student.ts';

for (const language of ['fr', 'en'] as const) {
	for (const hands of ['mouse', 'keyboard'] satisfies Hands[]) {
		test(`solves the parking meter in ${language}, by ${hands}`, async ({ page }) => {
			test.setTimeout(120_000);
			await goThroughLesson(page, language, hands);
		});
	}
}
