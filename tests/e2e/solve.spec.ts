import type { Page } from '@playwright/test';
import { test } from '../any-browser.ts';
import { isSoakRun } from '../soak.ts';
import { goThroughLesson, goThroughMeterChallenge, type Language, type Walkthrough } from './lesson.ts';
import type { InputDevice } from './student.ts';
import {
	camerasWalkthrough,
	deliveryWalkthrough,
	fridgeWalkthrough,
	membersWalkthrough,
	pizzaWalkthrough,
	wardWalkthrough
} from './walkthroughs.ts';

const play = (walkthrough: Walkthrough) => (page: Page, language: Language, inputDevice: InputDevice) =>
	goThroughLesson(walkthrough, page, language, inputDevice);

/** `npm test` plays a challenge only in the language and by the device in `once`, `npm run soak` in every way. */
const challengeWalkthroughs = [
	{ name: 'the parking meter', go: goThroughMeterChallenge, once: [] },
	{ name: 'the list of the club', go: play(membersWalkthrough), once: [] },
	{ name: 'the letter on the pizza', go: play(pizzaWalkthrough), once: [] },
	{ name: 'the delivery round', go: play(deliveryWalkthrough), once: [] },
	{ name: 'the vaccine fridge', go: play(fridgeWalkthrough), once: [] },
	{ name: 'the cameras of the town', go: play(camerasWalkthrough), once: [] },
	{ name: 'the ward at night', go: play(wardWalkthrough), once: ['en', 'keyboard'] }
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
