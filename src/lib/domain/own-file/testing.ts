const joinBytes = (...parts: (string | number[])[]): number[] =>
	parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part));
const bigEndianBytes = (value: number, length: number) =>
	Array.from({ length }, (_, at) => (value >>> ((length - 1 - at) * 8)) & 255);
const littleEndianBytes = (value: number, length: number) => bigEndianBytes(value, length).reverse();

const PICTURE_WRITERS = {
	png: (width: number, height: number) =>
		joinBytes(
			[0x89],
			'PNG\r\n',
			[0x1a, 0x0a],
			bigEndianBytes(13, 4),
			'IHDR',
			bigEndianBytes(width, 4),
			bigEndianBytes(height, 4),
			[8, 6, 0, 0, 0]
		),
	/** A JPEG with a comment before the frame that holds the size. */
	jpg: (width: number, height: number) =>
		joinBytes(
			[0xff, 0xd8, 0xff, 0xfe, 0, 6],
			'Hi! ',
			[0xff, 0xc2, 0, 17, 8],
			bigEndianBytes(height, 2),
			bigEndianBytes(width, 2),
			[3]
		),
	webp: (width: number, height: number) =>
		joinBytes(
			'RIFF',
			littleEndianBytes(30, 4),
			'WEBPVP8X',
			littleEndianBytes(10, 4),
			[0, 0, 0, 0],
			littleEndianBytes(width - 1, 3),
			littleEndianBytes(height - 1, 3)
		),
	lossless: (width: number, height: number) =>
		joinBytes(
			'RIFF',
			littleEndianBytes(30, 4),
			'WEBPVP8L',
			littleEndianBytes(10, 4),
			[0x2f],
			littleEndianBytes((width - 1) | ((height - 1) << 14), 4)
		),
	lossy: (width: number, height: number) =>
		joinBytes(
			'RIFF',
			littleEndianBytes(30, 4),
			'WEBPVP8 ',
			littleEndianBytes(10, 4),
			[0, 0, 0, 0x9d, 1, 0x2a],
			littleEndianBytes(width, 2),
			littleEndianBytes(height, 2)
		)
};

/** The bytes of a sound: a tone of 440 hertz, loud enough to be heard, at 8,000 samples a second. */
export function createTestWav(milliseconds: number): Uint8Array<ArrayBuffer> {
	const sampleRate = 8000;
	const samples = Array.from({ length: (sampleRate * milliseconds) / 1000 }, (_, at) =>
		Math.round(128 + 100 * Math.sin((2 * Math.PI * 440 * at) / sampleRate))
	);
	const formatChunk = joinBytes(
		'fmt ',
		littleEndianBytes(16, 4),
		[1, 0, 1, 0],
		littleEndianBytes(sampleRate, 4),
		littleEndianBytes(sampleRate, 4),
		[1, 0, 8, 0]
	);
	const dataChunk = joinBytes('data', littleEndianBytes(samples.length, 4), samples);
	return Uint8Array.from(
		joinBytes('RIFF', littleEndianBytes(4 + formatChunk.length + dataChunk.length, 4), 'WAVE', formatChunk, dataChunk)
	);
}

export type PictureFormat = keyof typeof PICTURE_WRITERS;

export const createTestPicture = (format: PictureFormat, width: number, height: number): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(PICTURE_WRITERS[format](width, height));

export const ONE_PIXEL_PNG = Uint8Array.from(
	atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
	(character) => character.charCodeAt(0)
);

const encodeTwoBytes = (value: number) => [(value >> 8) & 255, value & 255];
const END_OF_IMAGE_MARKER = [0xff, 0xd9];

const createSegment = (marker: number, content: number[]) => [
	0xff,
	marker,
	...encodeTwoBytes(content.length + 2),
	...content
];
export const createTextSegment = (marker: number, text: string): number[] =>
	createSegment(
		marker,
		[...text].map((letter) => letter.charCodeAt(0))
	);

interface JpegParts {
	width?: number;
	height?: number;
	segmentsBefore?: number[];
	scanData?: number[];
	bytesAfter?: number[];
}

export function createTestJpeg({
	width = 640,
	height = 480,
	segmentsBefore = [],
	scanData = [1, 2, 3],
	bytesAfter = []
}: JpegParts) {
	const headSegment = createSegment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
	const tableSegment = createSegment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]);
	const frameSegment = createSegment(0xc0, [8, ...encodeTwoBytes(height), ...encodeTwoBytes(width), 1, 1, 0x11, 0]);
	const codesSegment = createSegment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)]);
	const scanSegment = [...createSegment(0xda, [1, 1, 0, 0, 63, 0]), ...scanData];
	return Uint8Array.from([
		0xff,
		0xd8,
		...headSegment,
		...segmentsBefore,
		...tableSegment,
		...frameSegment,
		...codesSegment,
		...scanSegment,
		...END_OF_IMAGE_MARKER,
		...bytesAfter
	]);
}

export const createJpegWithoutMetadata = () => createTestJpeg({});
