import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCALE_BY_TEXT_SIZE } from '#lib/domain/reading-settings.ts';

const readingCss = readFileSync(new URL('./reading.css', import.meta.url), 'utf8');

test.each(Object.entries(SCALE_BY_TEXT_SIZE))('the styles and the scripts scale %s text alike', (size, scale) => {
	const selector = size === 'normal' ? ':root {' : `:root[data-text-size='${size}'] {`;
	expect(readingCss).toContain(`${selector}\n\t--text-scale: ${scale};`);
});
