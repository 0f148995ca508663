import { expect, test } from 'vitest';
import { describeStrokes, keyboardPlatformOf, CODE_SYMBOLS } from './symbols.ts';

function describeKeys(text: string, platform: 'pc' | 'mac'): string | undefined {
	const codeSymbol = CODE_SYMBOLS.find((symbol) => symbol.text === text);
	return codeSymbol && describeStrokes(codeSymbol.strokes[platform], 'puis');
}

test('the keys for a sign on an AZERTY keyboard are named, on PC and Mac', () => {
	expect(describeKeys('{', 'pc')).toBe('AltGr+4');
	expect(describeKeys('||', 'pc')).toBe('AltGr+6 ×2');
	expect(describeKeys('=>', 'pc')).toBe('= puis ⇧+<');
	expect(describeKeys(']', 'mac')).toBe('⇧+⌥+)');
});

test('a Mac is recognised by its user agent, and other machines count as a PC', () => {
	expect(keyboardPlatformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac');
	expect(keyboardPlatformOf('Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)')).toBe('pc');
});
