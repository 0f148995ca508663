/** Sends a long text part by part, one to a person at a time: who asks ten times over and reads slowly holds it in memory once. */
const PART = 64 * 1024;
const bytes = new TextEncoder();

export class Sending {
	readonly #on = new Set<string>();

	/** Undefined: another is on its way to this person. */
	async to(person: string, write: () => Promise<string>): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
		if (this.#on.has(person)) return undefined;
		this.#on.add(person);
		try {
			return this.#parts(person, await write());
		} catch (error) {
			this.#on.delete(person);
			throw error;
		}
	}

	#parts(person: string, text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
		let at = 0;
		return new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull: (stream) => {
				const end = endOfPart(text, at + PART);
				stream.enqueue(bytes.encode(text.slice(at, end)));
				at = end;
				if (at < text.length) return;
				this.#on.delete(person);
				stream.close();
			},
			cancel: () => void this.#on.delete(person)
		});
	}
}

/** Never between the two halves of one character. */
function endOfPart(text: string, end: number): number {
	const code = text.charCodeAt(end - 1);
	return end < text.length && code >= 0xd800 && code <= 0xdbff ? end + 1 : end;
}
