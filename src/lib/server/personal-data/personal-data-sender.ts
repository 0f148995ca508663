const TEXT_PART_CHARACTERS = 64 * 1024;
const textEncoder = new TextEncoder();

/** Allows one download at a time for each person, so that many slow requests hold their text in memory only once. */
export class PersonalDataSender {
	readonly #downloadingPersons = new Set<string>();

	/** Starts a download. Returns undefined while another download for this person runs. */
	async sendTo(
		person: string,
		write: () => Promise<string>
	): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
		if (this.#downloadingPersons.has(person)) return undefined;
		this.#downloadingPersons.add(person);
		try {
			return this.#streamParts(person, await write());
		} catch (error) {
			this.#downloadingPersons.delete(person);
			throw error;
		}
	}

	#streamParts(person: string, text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
		let at = 0;
		return new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull: (stream) => {
				const end = findTextPartEnd(text, at + TEXT_PART_CHARACTERS);
				stream.enqueue(textEncoder.encode(text.slice(at, end)));
				at = end;
				if (at < text.length) return;
				this.#downloadingPersons.delete(person);
				stream.close();
			},
			cancel: () => void this.#downloadingPersons.delete(person)
		});
	}
}

/** Returns where a part of the text ends: at `end`, or one code unit later where that would split a surrogate pair. */
function findTextPartEnd(text: string, end: number): number {
	const code = text.charCodeAt(end - 1);
	return end < text.length && code >= 0xd800 && code <= 0xdbff ? end + 1 : end;
}
