export class PictureDescription {
	#wholeDescription = '';
	readonly #partDescriptions = new Map<string, string>();
	#shapesDescription = '';
	readonly #onChange: (text: string) => void;

	/** `onChange` gets the joined description, with one part on each line. */
	constructor(onChange: (text: string) => void) {
		this.#onChange = onChange;
	}

	createDrawFunctions() {
		return {
			describe: (text: string) => {
				if (text === this.#wholeDescription) return;
				this.#wholeDescription = text;
				this.#reportDescription();
			},
			describeElement: (name: string, text: string) => {
				if (this.#partDescriptions.get(name) === text) return;
				this.#partDescriptions.set(name, text);
				this.#reportDescription();
			}
		};
	}

	setShapesDescription(words: string): void {
		if (words === this.#shapesDescription) return;
		this.#shapesDescription = words;
		this.#reportDescription();
	}

	#reportDescription(): void {
		this.#onChange(
			[this.#wholeDescription, ...this.#partDescriptions.values(), this.#shapesDescription]
				.filter((part) => part !== '')
				.join('\n')
		);
	}
}
