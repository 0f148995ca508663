/** Makes pictures and sounds for tests. */
const bytesOf = (...parts: (string | number[])[]): number[] =>
	parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part));
const big = (value: number, length: number) =>
	Array.from({ length }, (_, at) => (value >>> ((length - 1 - at) * 8)) & 255);
const little = (value: number, length: number) => big(value, length).reverse();

const WRITERS = {
	png: (width: number, height: number) =>
		bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a], big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 6, 0, 0, 0]),
	/** A JPEG with a comment before the frame that holds the size. */
	jpg: (width: number, height: number) =>
		bytesOf([0xff, 0xd8, 0xff, 0xfe, 0, 6], 'Hi! ', [0xff, 0xc2, 0, 17, 8], big(height, 2), big(width, 2), [3]),
	webp: (width: number, height: number) =>
		bytesOf(
			'RIFF',
			little(30, 4),
			'WEBPVP8X',
			little(10, 4),
			[0, 0, 0, 0],
			little(width - 1, 3),
			little(height - 1, 3)
		),
	lossless: (width: number, height: number) =>
		bytesOf('RIFF', little(30, 4), 'WEBPVP8L', little(10, 4), [0x2f], little((width - 1) | ((height - 1) << 14), 4)),
	lossy: (width: number, height: number) =>
		bytesOf(
			'RIFF',
			little(30, 4),
			'WEBPVP8 ',
			little(10, 4),
			[0, 0, 0, 0x9d, 1, 0x2a],
			little(width, 2),
			little(height, 2)
		)
};

/** The bytes of a sound: a tone of 440 hertz, loud enough to be heard, at 8,000 samples a second. */
export function createTestWav(milliseconds: number): Uint8Array<ArrayBuffer> {
	const rate = 8000;
	const samples = Array.from({ length: (rate * milliseconds) / 1000 }, (_, at) =>
		Math.round(128 + 100 * Math.sin((2 * Math.PI * 440 * at) / rate))
	);
	const format = bytesOf('fmt ', little(16, 4), [1, 0, 1, 0], little(rate, 4), little(rate, 4), [1, 0, 8, 0]);
	const data = bytesOf('data', little(samples.length, 4), samples);
	return Uint8Array.from(bytesOf('RIFF', little(4 + format.length + data.length, 4), 'WAVE', format, data));
}

export type PictureFormat = keyof typeof WRITERS;

export const createTestPicture = (format: PictureFormat, width: number, height: number): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(WRITERS[format](width, height));

/** The bytes of a whole picture of one pixel. */
export const ONE_PIXEL_PNG = Uint8Array.from(
	atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
	(character) => character.charCodeAt(0)
);
