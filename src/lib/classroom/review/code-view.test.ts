import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import CodeView from './CodeView.svelte';
import { ReviewDraft } from './review-draft.svelte.ts';
import { ReusableComments } from './reusable-comments.svelte.ts';

const LONG_PROGRAM_LINE_COUNT = 60_000;

test('the page of a 60,000-line program stays small and shows a comment near its end', () => {
	const draft = new ReviewDraft({ id: 'piece', state: 'judged', review: null }, () =>
		Promise.reject(new Error('unused'))
	);
	const { body } = render(CodeView, {
		props: {
			files: {
				'main.ts': 'const a = 1;\n'.repeat(LONG_PROGRAM_LINE_COUNT),
				'other.ts': 'let b;\n'.repeat(LONG_PROGRAM_LINE_COUNT / 3)
			},
			givenFiles: { 'main.ts': 'let c;\n'.repeat(LONG_PROGRAM_LINE_COUNT) },
			submissionBefore: null,
			lineComments: [{ id: 'comment', file: 'main.ts', line: LONG_PROGRAM_LINE_COUNT - 1, text: 'Why so long?' }],
			draft,
			phrases: new ReusableComments([], () => Promise.resolve(undefined)),
			readonly: false,
			view: 'code'
		}
	});
	expect(body.length).toBeLessThan(1_500_000);
	expect(body).toContain(`data-line="1"`);
	expect(body).toContain(`data-line="${LONG_PROGRAM_LINE_COUNT - 1}"`);
	expect(body).toContain('Why so long?');
});
