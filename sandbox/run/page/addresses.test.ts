import { expect, test } from 'vitest';
import { replaceAddressesInSrcset } from './addresses.ts';

const findPictureAddress = (written: string) => ({ 'cat.png': 'blob:1', 'cat-2.png': 'blob:2' })[written];

test.each([
	['cat.png', 'blob:1'],
	['cat.png 1x, cat-2.png 2x', 'blob:1 1x, blob:2 2x'],
	[' cat.png  40w ,\n\tother.png 80w', 'blob:1 40w, other.png 80w'],
	['cat.png,cat-2.png 2x', undefined],
	['cat.png, cat-2.png 2x', 'blob:1, blob:2 2x'],
	['data:image/png;base64,AAAA 1x, cat.png 2x', 'data:image/png;base64,AAAA 1x, blob:1 2x'],
	['other.png 1x', undefined],
	['', undefined]
])('the srcset %j becomes %j', (written, expected) => {
	expect(replaceAddressesInSrcset(written, findPictureAddress)).toBe(expected);
});
