/** Joins the descriptions that a program gives: of the whole picture, its parts and its shapes. */

export class PictureDescription {
	#whole = '';
	/** Descriptions of single parts, by their names. */
	readonly #parts = new Map<string, string>();
	#shapes = '';
	readonly #onChange: (text: string) => void;

	/** `onChange` gets the whole description, one part a line. */
	constructor(onChange: (text: string) => void) {
		this.#onChange = onChange;
	}

	createDrawFunctions() {
		return {
			describe: (text: string) => {
				if (text === this.#whole) return;
				this.#whole = text;
				this.#tell();
			},
			describeElement: (name: string, text: string) => {
				if (this.#parts.get(name) === text) return;
				this.#parts.set(name, text);
				this.#tell();
			}
		};
	}

	setShapes(words: string): void {
		if (words === this.#shapes) return;
		this.#shapes = words;
		this.#tell();
	}

	#tell(): void {
		this.#onChange([this.#whole, ...this.#parts.values(), this.#shapes].filter((part) => part !== '').join('\n'));
	}
}
