/** Plays challenges to their end, in French and English, by mouse and by keyboard alone. */
import { test } from '../any-browser.ts';
import { isSoak } from '../soak.ts';
import { goThroughCameras } from './cameras.ts';
import { goThroughDelivery } from './delivery.ts';
import { goThroughFridge } from './fridge.ts';
import { goThroughLesson } from './lesson.ts';
import { goThroughMembers } from './members.ts';
import { goThroughPizza } from './pizza.ts';
import type { InputDevice } from './student.ts';
import { goThroughWard } from './ward.ts';

/**
 * `npm test` plays each challenge in the ways listed in `once`, because other tests play the first one; `npm run soak` plays all in
 * every way.
 */
const challenges = [
	{ name: 'the parking meter', go: goThroughLesson, once: [] },
	{ name: 'the list of the club', go: goThroughMembers, once: [] },
	{ name: 'the letter on the pizza', go: goThroughPizza, once: [] },
	{ name: 'the delivery round', go: goThroughDelivery, once: [] },
	{ name: 'the vaccine fridge', go: goThroughFridge, once: [] },
	{ name: 'the cameras of the town', go: goThroughCameras, once: [] },
	{ name: 'the ward at night', go: goThroughWard, once: ['en', 'keyboard'] }
] as const;

for (const { name, go: goThroughChallenge, once: wayOfShortTest } of challenges) {
	for (const language of ['fr', 'en'] as const) {
		for (const inputDevice of ['mouse', 'keyboard'] satisfies InputDevice[]) {
			if (!isSoak && (wayOfShortTest[0] !== language || wayOfShortTest[1] !== inputDevice)) continue;
			test(`solves ${name} in ${language}, by ${inputDevice}`, async ({ page }) => {
				await goThroughChallenge(page, language, inputDevice);
			});
		}
	}
}

for (const [screen, width, height] of [
	['a tablet', 820, 1180],
	['a telephone', 360, 640]
] as const) {
	test.describe(`on ${screen}`, () => {
		test.use({ viewport: { width, height }, hasTouch: true });
		for (const { name, go } of challenges) {
			test(`solves ${name} on ${screen}`, { tag: '@soak' }, async ({ page }) => {
				await go(page, 'fr', 'mouse');
			});
		}
	});
}
