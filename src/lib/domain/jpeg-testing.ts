/** Writes small JPEGs for tests: their segments can be read, but no decoder can draw them. */
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
	/** Bytes of segments to insert before the picture's frame. */
	segmentsBefore?: number[];
	/** Data of the only scan. */
	scanData?: number[];
	/** Bytes after the end. */
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
