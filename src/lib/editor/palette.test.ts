import { describe, expect, test } from 'vitest';
import { CODE_PALETTES, type Theme } from './palette.ts';

function computeLuminance(hex: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function computeContrast(one: string, other: string): number {
	const [light, dark] = [computeLuminance(one), computeLuminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
	const { ground, raised, selection, text, quiet, tokens } = CODE_PALETTES[theme];
	test.each(Object.entries({ text, quiet, ...tokens }))(
		'the colour %s contrasts enough with the background',
		(_name, colour) => {
			expect(computeContrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
			expect(computeContrast(colour, raised)).toBeGreaterThanOrEqual(4.5);
		}
	);
	test.each(Object.entries({ text, ...tokens }))(
		'the colour %s contrasts enough with the selection',
		(_name, colour) => {
			expect(computeContrast(colour, selection)).toBeGreaterThanOrEqual(4.5);
		}
	);
});
