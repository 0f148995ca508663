/** Detects a page program that takes the keyboard focus from a user typing in the app. */

export interface WatchedFrame {
	readonly element: HTMLIFrameElement | undefined;
	/**
	 * Resolves to whether the user pressed or clicked something in the frame during the last seconds. Measured outside the
	 * program's realm.
	 */
	isUsed(): Promise<boolean>;
}

/** Milliseconds within which no user presses a key in the app and then acts in the frame. */
const TYPING_MILLISECONDS = 500;
/** Milliseconds between checks, because a window in the background gets no focus events. */
const CHECK_MILLISECONDS = 100;

const WATCHED_EVENTS = ['keydown', 'keyup', 'pointerdown', 'pointerover', 'focusin', 'focus', 'blur'] as const;

export class KeyboardWatch {
	readonly #frame: WatchedFrame;
	readonly #onTaken: () => void;
	readonly #end = new AbortController();
	/** The app's field that has the focus, or had it before the frame. */
	#field: HTMLElement | null = null;
	/** The focus is in the frame, and its arrival there was judged. */
	#isInside = false;
	/** The focus is in a frame or another window. */
	#isElsewhere = false;
	/** The last key was a Tab that no handler has used. */
	#isTabbing = false;
	/** Time of the last key or click in the app, and time when the pointer entered the frame. */
	#pressed = -Infinity;
	#over = -Infinity;
	#isTouched = false;
	/** The frame has been without use since the app was last used, so its next use brought the focus there. */
	#isUnused = false;
	#doubts = 0;

	constructor(frame: WatchedFrame, onTaken: () => void) {
		this.#frame = frame;
		this.#onTaken = onTaken;
		const { signal } = this.#end;
		for (const name of WATCHED_EVENTS) addEventListener(name, (event) => this.#hear(event), { capture: true, signal });
		// Listens after all others, since an editor that uses Tab itself prevents its default.
		addEventListener('keydown', (event) => this.#hearTab(event), { signal });
		const timer = setInterval(() => this.#look(), CHECK_MILLISECONDS);
		signal.addEventListener('abort', () => clearInterval(timer));
		this.#look();
		const { activeElement } = document;
		if (activeElement instanceof HTMLElement && isField(activeElement)) this.#field = activeElement;
	}

	end(): void {
		this.#end.abort();
	}

	#hear(event: Event): void {
		if (!event.isTrusted) return;
		switch (event.type) {
			case 'pointerover':
				if (event.target === this.#frame.element) this.#over = performance.now();
				return;
			case 'focusin':
				this.#isInside = this.#isTabbing = false;
				this.#field = event.target instanceof HTMLElement && isField(event.target) ? event.target : null;
				return;
			case 'focus':
				if (event.target === window) this.#isElsewhere = false;
				return;
			case 'blur':
				if (event.target !== window) return;
				this.#isElsewhere = true;
				return this.#look();
			case 'pointerdown':
				this.#isTouched = event instanceof PointerEvent && event.pointerType === 'touch';
				this.#pressed = performance.now();
				return;
			default:
				this.#isTabbing = false;
				this.#pressed = performance.now();
		}
	}

	#hearTab(event: KeyboardEvent): void {
		this.#isTabbing = event.isTrusted && event.key === 'Tab' && !event.defaultPrevented;
	}

	#look(): void {
		const frame = this.#frame.element;
		if (frame === undefined || !this.#isIn(frame)) {
			this.#isInside = false;
			if (!this.#isUnused && frame !== undefined) void this.#ask();
			return;
		}
		if (this.#isInside) return;
		this.#isInside = true;
		const field = this.#field;
		this.#field = null;
		if (field === null || this.#isTabbing) return void (this.#isUnused = false);
		void this.#judge(frame, field);
	}

	/** Returns whether the focus is in the frame. `activeElement` alone may already be the field that is to get the focus back. */
	#isIn(frame: HTMLIFrameElement): boolean {
		return document.activeElement === frame || (this.#isElsewhere && document.hasFocus());
	}

	async #ask(): Promise<void> {
		const isUsed = await this.#frame.isUsed();
		if (!isUsed && !this.#isInside) this.#isUnused = true;
	}

	/** Decides whether the user moved the focus into the frame or the program took it, and returns it in that case. */
	async #judge(frame: HTMLIFrameElement, field: HTMLElement): Promise<void> {
		const hasCome = this.#over > this.#pressed;
		const isTyping = !hasCome && performance.now() - this.#pressed < TYPING_MILLISECONDS;
		const isUsed = !isTyping && (await this.#frame.isUsed());
		if (this.#end.signal.aborted || !this.#isIn(frame)) return;
		if (isUsed && (hasCome || this.#isUnused || this.#isTouched)) return void (this.#isUnused = false);
		// After a recent use of the frame, `isUsed` cannot tell whether it was used again: assume so, but only twice.
		if (!isUsed || (this.#doubts += 1) > 2) this.#onTaken();
		// Wait: a browser that is about to move the focus ignores other requests.
		setTimeout(() => field.isConnected && field.focus({ preventScroll: true }));
	}
}

const isField = (element: HTMLElement): boolean =>
	element.isContentEditable ||
	element.matches('input, textarea, select, [role="textbox"]') ||
	isEditContextHost(element);

const isEditContextHost = (element: HTMLElement): boolean => 'editContext' in element && element.editContext !== null;
