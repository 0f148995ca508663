import { expect, test, vi } from 'vitest';
import { createTestChallenge, exampleSteps } from '#lib/steps/fixtures/challenge.ts';
import { createTestSession } from './testing.ts';

vi.stubGlobal('matchMedia', () => ({ matches: false }));

const DISCOVER_DIALS = [{ id: 'minutes', min: 0, max: 600, step: 5, start: 10 }];
const FRENCH_CHALLENGE_TEXT = createTestChallenge().text.fr;
const TEXT_WITH_MINUTES_DIAL = {
	...FRENCH_CHALLENGE_TEXT,
	values: { minutes: { label: 'Combien de temps ?', unit: 'min' } }
};
const beginSession = () =>
	createTestSession(
		createTestChallenge(
			[{ ...exampleSteps.discover, hand: DISCOVER_DIALS }, exampleSteps.predict, exampleSteps.build],
			{
				start: { fr: { 'main.ts': 'start' }, en: {} },
				text: { fr: TEXT_WITH_MINUTES_DIAL, en: TEXT_WITH_MINUTES_DIAL }
			}
		)
	);

test('moving a stage dial changes the scene’s values, but nothing in the work', () => {
	const session = beginSession();
	expect(session.stageDials.dials).toMatchObject([
		{ id: 'minutes', label: 'Combien de temps ?', unit: 'min', value: 10 }
	]);
	expect(session.createSceneInput().values).toEqual({ minutes: 10 });
	const before = JSON.stringify(session.currentContent());
	session.stageDials.setDialValue('minutes', 600);
	expect(session.createSceneInput()).toMatchObject({ situation: 'discover', values: { minutes: 600 } });
	expect(session.stageDials.dials[0]?.value).toBe(600);
	expect(JSON.stringify(session.currentContent())).toBe(before);
});

test('an unanswered prediction shows the earlier scene without the values of the stage dials', () => {
	const session = beginSession();
	session.stageDials.setDialValue('minutes', 30);
	session.lesson.send({ type: 'step.next' });
	expect(session.stageDials.dials).toEqual([]);
	const input = session.createSceneInput();
	expect(input.situation).toBe('discover');
	expect(input).not.toHaveProperty('values');
});

test('a step without stage dials passes no values to the scene', () => {
	const session = createTestSession(createTestChallenge([exampleSteps.discover, exampleSteps.build]));
	expect(session.stageDials.dials).toEqual([]);
	expect(session.createSceneInput()).not.toHaveProperty('values');
});
