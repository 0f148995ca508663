import { test } from '../any-browser.ts';
import { isSoakRun } from '../soak.ts';
import { goThroughCamerasChallenge } from './cameras.ts';
import { goThroughDeliveryChallenge } from './delivery.ts';
import { goThroughFridgeChallenge } from './fridge.ts';
import { goThroughMeterChallenge } from './lesson.ts';
import { goThroughMembersChallenge } from './members.ts';
import { goThroughPizzaChallenge } from './pizza.ts';
import type { InputDevice } from './student.ts';
import { goThroughWardChallenge } from './ward.ts';

/** `npm test` plays a challenge only in the language and by the device in `once`, `npm run soak` in every way. */
const challengeWalkthroughs = [
	{ name: 'the parking meter', go: goThroughMeterChallenge, once: [] },
	{ name: 'the list of the club', go: goThroughMembersChallenge, once: [] },
	{ name: 'the letter on the pizza', go: goThroughPizzaChallenge, once: [] },
	{ name: 'the delivery round', go: goThroughDeliveryChallenge, once: [] },
	{ name: 'the vaccine fridge', go: goThroughFridgeChallenge, once: [] },
	{ name: 'the cameras of the town', go: goThroughCamerasChallenge, once: [] },
	{ name: 'the ward at night', go: goThroughWardChallenge, once: ['en', 'keyboard'] }
] as const;

for (const { name, go: goThroughChallenge, once: wayOfShortTest } of challengeWalkthroughs) {
	for (const language of ['fr', 'en'] as const) {
		for (const inputDevice of ['mouse', 'keyboard'] satisfies InputDevice[]) {
			if (!isSoakRun && (wayOfShortTest[0] !== language || wayOfShortTest[1] !== inputDevice)) continue;
			test(`a student solves the challenge about ${name} in ${language}, by ${inputDevice}`, async ({ page }) => {
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
		for (const { name, go } of challengeWalkthroughs) {
			test(`a student solves the challenge about ${name} on ${screen}`, { tag: '@soak' }, async ({ page }) => {
				await go(page, 'fr', 'mouse');
			});
		}
	});
}
