/** Notices a page program that takes the keyboard from somebody who writes in the app, and gives it back. */

export interface WatchedFrame {
	/** Absent while there is no frame. */
	element(): HTMLIFrameElement | undefined;
	/** Whether a person has pressed or clicked something in the frame within the last seconds. Asked outside of the program's realm. */
	isUsed(): Promise<boolean>;
}

/** Nobody presses a key here and something in the frame within this time, milliseconds. */
const TYPING = 500;
/** A window that is not in front hears of no focus: it is also looked at this often, milliseconds. */
const EVERY = 100;

const EVENTS = ['keydown', 'keyup', 'pointerdown', 'pointerover', 'focusin', 'focus', 'blur'] as const;

export class KeyboardWatch {
	readonly #frame: WatchedFrame;
	readonly #onTaken: () => void;
	readonly #end = new AbortController();
	/** The field of the app that has the keyboard, or had it until the frame took it. */
	#field: HTMLElement | null = null;
	/** The keyboard is in the frame, and it was looked at how it came there. */
	#isInside = false;
	/** The keyboard is in a frame or in another window. */
	#isElsewhere = false;
	/** The last key was a Tab that nobody has used yet. */
	#isTabbing = false;
	/** When something was last pressed in the app, and when the pointer came over the frame. */
	#pressed = -Infinity;
	#over = -Infinity;
	#isTouched = false;
	/** The frame was seen without any use since the app was used last: the next use of it is one that brought the keyboard there. */
	#isUnused = false;
	#doubts = 0;

	constructor(frame: WatchedFrame, onTaken: () => void) {
		this.#frame = frame;
		this.#onTaken = onTaken;
		const { signal } = this.#end;
		for (const name of EVENTS) addEventListener(name, (event) => this.#hear(event), { capture: true, signal });
		// After everybody else: an editor that makes something else of Tab says so.
		addEventListener('keydown', (event) => this.#hearTab(event), { signal });
		const timer = setInterval(() => this.#look(), EVERY);
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
				if (event.target === this.#frame.element()) this.#over = performance.now();
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
		const frame = this.#frame.element();
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

	/** What the document calls its active element may already be the field that is to have the keyboard again. */
	#isIn(frame: HTMLIFrameElement): boolean {
		return document.activeElement === frame || (this.#isElsewhere && document.hasFocus());
	}

	async #ask(): Promise<void> {
		const isUsed = await this.#frame.isUsed();
		if (!isUsed && !this.#isInside) this.#isUnused = true;
	}

	/** Somebody was writing, and now the frame has the keyboard: they clicked into it, or its program took it. */
	async #judge(frame: HTMLIFrameElement, field: HTMLElement): Promise<void> {
		const hasCome = this.#over > this.#pressed;
		const isTyping = !hasCome && performance.now() - this.#pressed < TYPING;
		const isUsed = !isTyping && (await this.#frame.isUsed());
		if (this.#end.signal.aborted || !this.#isIn(frame)) return;
		if (isUsed && (hasCome || this.#isUnused || this.#isTouched)) return void (this.#isUnused = false);
		// Used a moment ago, the frame cannot say whether it is used again: then it is given the benefit of the doubt, twice.
		if (!isUsed || (this.#doubts += 1) > 2) this.#onTaken();
		// Not now: a browser that is about to move the keyboard takes no other order.
		setTimeout(() => field.isConnected && field.focus({ preventScroll: true }));
	}
}

const isField = (element: HTMLElement): boolean =>
	element.isContentEditable || element.matches('input, textarea, select, [role="textbox"]') || hasEditContext(element);

/** An editor may write without any of these. */
const hasEditContext = (element: HTMLElement): boolean => 'editContext' in element && element.editContext !== null;
