import { expect, test } from 'vitest';
import { EMPTY_REVIEW, type LineComment, type ReviewText } from '#lib/domain/review.ts';
import { parseSentReview } from './review.ts';

const line = (id: string, text: string, at = 1): LineComment => ({ id, file: 'main.ts', line: at, text });
const text = (more: Partial<ReviewText>): ReviewText => ({ ...EMPTY_REVIEW, ...more });

test('a malformed review is refused', () => {
	const good = { format: 1, account: 'a', revision: 0, text: text({ lines: [line('l', 'x')] }), move: 'return' };
	expect(parseSentReview(good)).toEqual(good);
	const withText = (more: object) => ({ ...good, text: { ...good.text, ...more } });
	const wrong: unknown[] = [
		{ ...good, format: 2 },
		{ ...good, revision: -1 },
		{ ...good, move: 'judge' },
		{ ...good, more: 1 },
		withText({ comment: 'x'.repeat(10_001) }),
		withText({ comment: 'zero \0' }),
		withText({ comment: '\ud800' }),
		withText({ rubric: { 'not an id': 'x' } }),
		withText({ rubric: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`c${at}`, 'x'])) }),
		withText({ lines: [line('l', '')] }),
		withText({ lines: [line('l', 'x', 0)] }),
		withText({ lines: [line('l', 'x', 1.5)] }),
		withText({ lines: [line('l', 'x'), line('l', 'y')] }),
		withText({ lines: Array.from({ length: 201 }, (_, at) => line(`l${at}`, 'x')) })
	];
	for (const one of wrong) expect(parseSentReview(one), JSON.stringify(one)?.slice(0, 80)).toBeUndefined();
});
