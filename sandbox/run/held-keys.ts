/** Holds the keys that a program knows as pressed, and reports each as released, even without the browser's event. */

export interface PressedKey {
	key: string;
	keyCode: number;
}

export class HeldKeys {
	readonly #keyByCode = new Map<number, PressedKey>();
	readonly #send: (kind: 'down' | 'up', key: PressedKey) => void;

	constructor(send: (kind: 'down' | 'up', key: PressedKey) => void) {
		this.#send = send;
	}

	pressKey({ key, keyCode }: PressedKey): void {
		this.#keyByCode.set(keyCode, { key, keyCode });
		this.#send('down', { key, keyCode });
	}

	releaseKey({ key, keyCode }: PressedKey): void {
		if (!this.#keyByCode.delete(keyCode)) return;
		this.#send('up', { key, keyCode });
		// While Meta is held, macOS does not say which other keys are released.
		if (key === 'Meta') this.releaseAllKeys();
	}

	/** Reports all keys as released, because releases in another window cannot be seen. */
	releaseAllKeys(): void {
		for (const pressed of [...this.#keyByCode.values()]) this.releaseKey(pressed);
	}
}
