/** Writes a maximum into the file, so that no program exhausts the machine's memory. */

/** Pages of 64 KiB, 384 MiB in all. Compiling a large challenge takes about a fifth of this. */
const MAX_MEMORY_PAGES = 6144;

const WASM_HEADER_BYTES = 8;
const MEMORY_SECTION_ID = 5;
const MEMORY_FLAG_WITHOUT_MAXIMUM = 0;
const MEMORY_FLAG_WITH_MAXIMUM = 1;

/** Throws unless the file declares exactly one memory, without a maximum: a new esbuild version needs review. */
export function limitWasmMemory(engine: Uint8Array, pages = MAX_MEMORY_PAGES): Uint8Array<ArrayBuffer> {
	for (let at = WASM_HEADER_BYTES; at < engine.length;) {
		const size = readLeb128Number(engine, at + 1);
		const end = size.end + size.value;
		if (engine[at] === MEMORY_SECTION_ID) {
			const [memories, limits] = engine.subarray(size.end, size.end + 2);
			if (memories !== 1 || limits !== MEMORY_FLAG_WITHOUT_MAXIMUM) break;
			const least = engine.subarray(size.end + 2, end);
			const section = [1, MEMORY_FLAG_WITH_MAXIMUM, ...least, ...leb128BytesOf(pages)];
			return joinBytes(
				engine.subarray(0, at + 1),
				[...leb128BytesOf(section.length), ...section],
				engine.subarray(end)
			);
		}
		at = end;
	}
	throw new Error('esbuild declares its memory in another way than expected.');
}

function joinBytes(before: Uint8Array, between: number[], after: Uint8Array): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(before.length + between.length + after.length);
	whole.set(before);
	whole.set(between, before.length);
	whole.set(after, before.length + between.length);
	return whole;
}

function readLeb128Number(bytes: Uint8Array, start: number): { value: number; end: number } {
	let value = 0;
	for (let at = start; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		value += (byte & 0x7f) * 2 ** (7 * (at - start));
		if (byte < 0x80) return { value, end: at + 1 };
	}
	throw new Error('The WebAssembly file is cut off.');
}

function leb128BytesOf(value: number): number[] {
	return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128BytesOf(Math.floor(value / 0x80))];
}
