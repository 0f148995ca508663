/** Detects a page program that takes the keyboard focus while the user types in the app. */

export interface FocusWatchedFrame {
	readonly element: HTMLIFrameElement | undefined;
	/**
	 * Resolves to whether the user pressed or clicked something in the frame during the last seconds. The shell measures this, so
	 * that the program cannot forge it.
	 */
	hasRecentUserAction(): Promise<boolean>;
}

/** Milliseconds that a user needs at least between a key in the app and an action in the frame. */
const TYPING_PAUSE_MILLISECONDS = 500;
/**
 * Milliseconds between two checks of the focus. These checks are needed, because a window in the background gets no focus events.
 */
const FOCUS_CHECK_INTERVAL_MILLISECONDS = 100;

const WATCHED_EVENT_NAMES = ['keydown', 'keyup', 'pointerdown', 'pointerover', 'focusin', 'focus', 'blur'] as const;

export class KeyboardFocusWatch {
	readonly #frame: FocusWatchedFrame;
	readonly #onFocusTaken: () => void;
	readonly #endController = new AbortController();
	/** The field of the app that has the focus, or had it before the frame got it. */
	#focusedField: HTMLElement | null = null;
	/** Whether the focus is in the frame, and it is already known who moved the focus there. */
	#isFocusInside = false;
	/** Whether the focus is in a frame or in another window. */
	#isFocusElsewhere = false;
	#isTabbing = false;
	/** Time of the last key or click in the app; `#enteredFrameAt` is the time when the pointer entered the frame. */
	#pressedAt = -Infinity;
	#enteredFrameAt = -Infinity;
	#isLastPressTouch = false;
	/**
	 * Whether the user did nothing in the frame since the last key or click in the app. The next use of the frame then shows that
	 * the user moved the focus there.
	 */
	#isFrameUnused = false;
	#doubtCount = 0;

	constructor(frame: FocusWatchedFrame, onTaken: () => void) {
		this.#frame = frame;
		this.#onFocusTaken = onTaken;
		const { signal } = this.#endController;
		for (const name of WATCHED_EVENT_NAMES)
			addEventListener(name, (event) => this.#noteEvent(event), { capture: true, signal });
		// This listener comes after all others, because an editor that uses Tab itself prevents its default action.
		addEventListener('keydown', (event) => this.#noteTab(event), { signal });
		const focusTimer = setInterval(() => this.#checkFocus(), FOCUS_CHECK_INTERVAL_MILLISECONDS);
		signal.addEventListener('abort', () => clearInterval(focusTimer));
		this.#checkFocus();
		const { activeElement } = document;
		if (activeElement instanceof HTMLElement && isTextField(activeElement)) this.#focusedField = activeElement;
	}

	endWatch(): void {
		this.#endController.abort();
	}

	#noteEvent(event: Event): void {
		if (!event.isTrusted) return;
		switch (event.type) {
			case 'pointerover':
				if (event.target === this.#frame.element) this.#enteredFrameAt = performance.now();
				return;
			case 'focusin':
				this.#isFocusInside = this.#isTabbing = false;
				this.#focusedField = event.target instanceof HTMLElement && isTextField(event.target) ? event.target : null;
				return;
			case 'focus':
				if (event.target === window) this.#isFocusElsewhere = false;
				return;
			case 'blur':
				if (event.target !== window) return;
				this.#isFocusElsewhere = true;
				return this.#checkFocus();
			case 'pointerdown':
				this.#isLastPressTouch = event instanceof PointerEvent && event.pointerType === 'touch';
				this.#pressedAt = performance.now();
				return;
			default:
				this.#isTabbing = false;
				this.#pressedAt = performance.now();
		}
	}

	#noteTab(event: KeyboardEvent): void {
		this.#isTabbing = event.isTrusted && event.key === 'Tab' && !event.defaultPrevented;
	}

	#checkFocus(): void {
		const frame = this.#frame.element;
		if (frame === undefined || !this.#isFocusIn(frame)) {
			this.#isFocusInside = false;
			if (!this.#isFrameUnused && frame !== undefined) void this.#checkFrameUse();
			return;
		}
		if (this.#isFocusInside) return;
		this.#isFocusInside = true;
		const field = this.#focusedField;
		this.#focusedField = null;
		if (field === null || this.#isTabbing) return void (this.#isFrameUnused = false);
		void this.#decideFocusMover(frame, field);
	}

	/** `activeElement` alone is not enough: it may already be the field that the focus will return to. */
	#isFocusIn(frame: HTMLIFrameElement): boolean {
		return document.activeElement === frame || (this.#isFocusElsewhere && document.hasFocus());
	}

	async #checkFrameUse(): Promise<void> {
		const hasRecentUserAction = await this.#frame.hasRecentUserAction();
		if (!hasRecentUserAction && !this.#isFocusInside) this.#isFrameUnused = true;
	}

	/**
	 * Decides whether the user moved the focus into the frame or the program took it. In the second case returns the focus to
	 * `field`.
	 */
	async #decideFocusMover(frame: HTMLIFrameElement, field: HTMLElement): Promise<void> {
		const hasPointerEntered = this.#enteredFrameAt > this.#pressedAt;
		const isTyping = !hasPointerEntered && performance.now() - this.#pressedAt < TYPING_PAUSE_MILLISECONDS;
		const hasRecentUserAction = !isTyping && (await this.#frame.hasRecentUserAction());
		if (this.#endController.signal.aborted || !this.#isFocusIn(frame)) return;
		if (hasRecentUserAction && (hasPointerEntered || this.#isFrameUnused || this.#isLastPressTouch))
			return void (this.#isFrameUnused = false);
		// If the user acted in the frame shortly before, `hasRecentUserAction` cannot tell whether the user acted there again. The
		// program is given the benefit of the doubt twice.
		if (!hasRecentUserAction || (this.#doubtCount += 1) > 2) this.#onFocusTaken();
		// Moves the focus back a moment later, because a browser ignores requests while it is moving the focus.
		setTimeout(() => field.isConnected && field.focus({ preventScroll: true }));
	}
}

const isTextField = (element: HTMLElement): boolean =>
	element.isContentEditable ||
	element.matches('input, textarea, select, [role="textbox"]') ||
	isEditContextHost(element);

const isEditContextHost = (element: HTMLElement): boolean => 'editContext' in element && element.editContext !== null;
