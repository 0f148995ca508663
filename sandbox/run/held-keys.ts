/** The keys that a program was told are down. Each is reported as released, even when the browser does not say so. */

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

	press({ key, keyCode }: PressedKey): void {
		this.#keyByCode.set(keyCode, { key, keyCode });
		this.#send('down', { key, keyCode });
	}

	/** Releases a key, unless the program never got it. */
	release({ key, keyCode }: PressedKey): void {
		if (!this.#keyByCode.delete(keyCode)) return;
		this.#send('up', { key, keyCode });
		// While Meta is held, macOS does not say which other keys are released.
		if (key === 'Meta') this.releaseAll();
	}

	/** Releases all keys, because what happens to them in another window is not known. */
	releaseAll(): void {
		for (const pressed of [...this.#keyByCode.values()]) this.release(pressed);
	}
}
