/**
 * A newcomer goes through each challenge to its end, by mouse and with the keyboard alone, in French and in English. Here two challenges
 * once each, which no other test goes through; `npm run soak` goes through all four in every way.
 */
import { test } from '../any-browser.ts';
import { isSoak } from '../soak.ts';
import { goThroughDelivery } from './delivery.ts';
import { goThroughLesson } from './lesson.ts';
import { goThroughPizza } from './pizza.ts';
import type { Hands } from './student.ts';
import { goThroughWard } from './ward.ts';

const challenges = [
	{ name: 'the parking meter', go: goThroughLesson, once: [] },
	{ name: 'the letter on the pizza', go: goThroughPizza, once: [] },
	{ name: 'the delivery round', go: goThroughDelivery, once: ['fr', 'mouse'] },
	{ name: 'the ward at night', go: goThroughWard, once: ['en', 'keyboard'] }
] as const;

for (const { name, go, once } of challenges) {
	for (const language of ['fr', 'en'] as const) {
		for (const hands of ['mouse', 'keyboard'] satisfies Hands[]) {
			if (!isSoak && (once[0] !== language || once[1] !== hands)) continue;
			test(`solves ${name} in ${language}, by ${hands}`, async ({ page }) => {
				await go(page, language, hands);
			});
		}
	}
}
