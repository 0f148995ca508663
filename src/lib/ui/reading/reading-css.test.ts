/** Tests that the styles scale each text size by the same factor as the scripts do. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEXT_SCALES } from '#lib/domain/reading-settings.ts';

const styles = readFileSync(new URL('./reading.css', import.meta.url), 'utf8');

test.each(Object.entries(TEXT_SCALES))('the styles and the scripts scale %s text alike', (size, scale) => {
	const selector = size === 'normal' ? ':root {' : `:root[data-text-size='${size}'] {`;
	expect(styles).toContain(`${selector}\n\t--text-scale: ${scale};`);
});
