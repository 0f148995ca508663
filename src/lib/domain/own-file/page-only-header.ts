/** Recognises fonts, films and models by their bytes. */
import { OWN_FILE_LIMITS, PAGE_ONLY_TYPES, type PageOnlyType } from './own-file.ts';

export interface PageOnlyHeader {
	type: PageOnlyType;
}

/** First bytes of fonts (https://www.w3.org/TR/WOFF2/, OpenType) and of WebM films (EBML mark), in hexadecimal digits. */
const PAGE_ONLY_TYPE_BY_FIRST_BYTES: readonly [string, PageOnlyType][] = [
	['00010000', PAGE_ONLY_TYPES.ttf],
	['4f54544f', PAGE_ONLY_TYPES.otf],
	['774f4646', PAGE_ONLY_TYPES.woff],
	['774f4632', PAGE_ONLY_TYPES.woff2],
	['1a45dfa3', PAGE_ONLY_TYPES.webm]
];

/** Matches lines of a model (Wavefront OBJ) by the words with which they may begin. */
const MODEL_LINE_PATTERN = /^\s*(?:$|#|(?:v|vt|vn|vp|f|l|p|o|g|s|usemtl|mtllib)(?:\s|$))/;
const MODEL_VERTEX_PATTERN = /^\s*v\s+[-+.\de]+\s+[-+.\de]+\s+[-+.\de]+/im;

/** Reads the header of a font, a film or a model; undefined for other bytes, whatever the file's name says. */
export function readPageOnlyHeader(bytes: Uint8Array): PageOnlyHeader | undefined {
	const markDigits = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
	const type = PAGE_ONLY_TYPE_BY_FIRST_BYTES.find(([digits]) => digits === markDigits)?.[1];
	if (type !== undefined) return { type };
	return isWavefrontModel(bytes) ? { type: PAGE_ONLY_TYPES.obj } : undefined;
}

/** Tells whether the bytes are a Wavefront OBJ model: a text of known lines, one of them a vertex. */
function isWavefrontModel(bytes: Uint8Array): boolean {
	if (bytes.length > OWN_FILE_LIMITS.bytes) return false;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return MODEL_VERTEX_PATTERN.test(text) && text.split('\n').every((line) => MODEL_LINE_PATTERN.test(line));
	} catch {
		return false;
	}
}
