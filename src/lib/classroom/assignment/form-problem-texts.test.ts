import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { formProblemTexts } from './form-problem-texts.ts';

test('a problem with one criterion of a rubric is returned with the name of that criterion', () => {
	const problem = { kind: 'few-levels', criterion: 'Lisible' } as const;
	expect(formProblemTexts([{ field: 'rubric', problem }])).toEqual({
		rubric: m.give_wrong_rubric_few({ criterion: 'Lisible' }),
		criterion: 'Lisible'
	});
});

test('no criterion is named for too many criteria or for a problem of another field', () => {
	const problem = { kind: 'too-many', criterion: '' } as const;
	expect(formProblemTexts([{ field: 'rubric', problem }])).not.toHaveProperty('criterion');
	expect(Object.keys(formProblemTexts([{ field: 'members', problem: 'nobody' }]))).toEqual(['members']);
});
