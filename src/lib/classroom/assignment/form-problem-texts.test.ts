/** Tests that an assignment form's message about a rubric names the criterion that is wrong, where there is one. */
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { formProblemTexts } from './form-problem-texts.ts';

test('says of which criterion a rubric’s problem is, so that its field can be marked', () => {
	const problem = { kind: 'few-levels', criterion: 'Lisible' } as const;
	expect(formProblemTexts([{ field: 'rubric', problem }])).toEqual({
		rubric: m.give_wrong_rubric_few({ criterion: 'Lisible' }),
		criterion: 'Lisible'
	});
});

test('names no criterion where there are too many, or none is wrong', () => {
	const problem = { kind: 'too-many', criterion: '' } as const;
	expect(formProblemTexts([{ field: 'rubric', problem }])).not.toHaveProperty('criterion');
	expect(Object.keys(formProblemTexts([{ field: 'members', problem: 'nobody' }]))).toEqual(['members']);
});
