import { expect, test } from '../test.ts';
import { SHORT_LESSON_ROUNDS } from '../bench/lesson/rounds.ts';
import { playLesson } from '../bench/lesson.ts';
import { appOrigin } from '../servers.ts';
import { isSoakRun } from '../soak.ts';

test('a lesson on a slow machine leaves no extra workers or frames', async ({ page }) => {
	const address = `${appOrigin}/fr/challenges/horodateur`;
	const { before, after } = await playLesson(page, {
		address,
		slowdown: isSoakRun ? 6 : 2,
		seconds: isSoakRun ? 60 : 10,
		rounds: SHORT_LESSON_ROUNDS,
		look: 0
	});
	expect(before.workers).toBeGreaterThan(0);
	expect(after.workers).toBeLessThanOrEqual(before.workers);
	expect(after.frames).toBeLessThanOrEqual(before.frames);
});
