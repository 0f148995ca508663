/** Writes small JPEGs for tests: whole to a reader of segments, though no decoder draws them. */
const two = (value: number) => [(value >> 8) & 255, value & 255];
const END = [0xff, 0xd9];

const createSegment = (marker: number, content: number[]) => [0xff, marker, ...two(content.length + 2), ...content];
/** Returns a segment that holds a text. */
export const createTextSegment = (marker: number, text: string): number[] =>
	createSegment(
		marker,
		[...text].map((letter) => letter.charCodeAt(0))
	);

interface Parts {
	width?: number;
	height?: number;
	/** Segments before the picture's frame. */
	before?: number[];
	/** Data of the only scan. */
	scan?: number[];
	/** Bytes after the end. */
	after?: number[];
}

export function createTestJpeg({ width = 640, height = 480, before = [], scan = [1, 2, 3], after = [] }: Parts) {
	const head = createSegment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
	const table = createSegment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]);
	const frame = createSegment(0xc0, [8, ...two(height), ...two(width), 1, 1, 0x11, 0]);
	const codes = createSegment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)]);
	const data = [...createSegment(0xda, [1, 1, 0, 0, 63, 0]), ...scan];
	return Uint8Array.from([0xff, 0xd8, ...head, ...before, ...table, ...frame, ...codes, ...data, ...END, ...after]);
}

export const createBareJpeg = () => createTestJpeg({});
