import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([0, 1, 42, 999, 1000, 1234.5, 0.25, -7, 1_000_000])(
	'%d is written as Intl.NumberFormat writes it',
	(value) => {
		for (const language of ['fr', 'en'])
			expect(formatNumber(value, language)).toBe(new Intl.NumberFormat(language).format(value));
	}
);
