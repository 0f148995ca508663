import { browserValueStore } from '#lib/browser-values.ts';

const SHORTCUTS_STORAGE_KEY = 'braise.review.keys';

export const REVIEW_COMMANDS = [
	'after',
	'before',
	'next',
	'code',
	'line',
	'whole',
	'level',
	'criterionBefore',
	'view',
	'run',
	'return',
	'accept',
	'help'
] as const;
export type ReviewCommand = (typeof REVIEW_COMMANDS)[number];

const COMMAND_BY_LETTER: Record<string, ReviewCommand> = {
	j: 'after',
	arrowright: 'after',
	k: 'before',
	arrowleft: 'before',
	n: 'next',
	l: 'code',
	c: 'line',
	g: 'whole',
	backspace: 'criterionBefore',
	d: 'view',
	e: 'run',
	r: 'return',
	a: 'accept',
	'?': 'help'
};
export const REVIEW_COMMAND_KEYS: Record<ReviewCommand, readonly string[]> = {
	after: ['j', '→'],
	before: ['k', '←'],
	next: ['n'],
	code: ['l', '↑', '↓'],
	line: ['c'],
	whole: ['g'],
	level: ['1', '…', '9'],
	criterionBefore: ['⌫'],
	view: ['d'],
	run: ['e'],
	return: ['r'],
	accept: ['a'],
	help: ['?']
};

/** Matches a digit key by its position on the keyboard, because French keyboards need Shift for digits. */
const DIGIT_KEY_CODE_PATTERN = /^(?:Digit|Numpad)([1-9])$/;
const TEXT_INPUT_SELECTOR = 'textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])';
const ARROW_KEY_USERS_SELECTOR = 'input, [role="separator"], [tabindex="0"]:not(button), summary, iframe';

export class ReviewShortcuts {
	isEnabled = $state(true);

	restoreEnabledSetting(): void {
		this.isEnabled = browserValueStore.read(SHORTCUTS_STORAGE_KEY) !== 'off';
	}

	setEnabled(isEnabled: boolean): void {
		this.isEnabled = isEnabled;
		browserValueStore.write(SHORTCUTS_STORAGE_KEY, isEnabled ? 'on' : 'off');
	}

	commandOfKey(event: KeyboardEvent): { command: ReviewCommand; figure: number } | undefined {
		const { target, key, code, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
		if (!this.isEnabled || ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return undefined;
		if (!(target instanceof Element) || target.closest(TEXT_INPUT_SELECTOR) || target.closest('[role="dialog"]'))
			return undefined;
		const figure = DIGIT_KEY_CODE_PATTERN.exec(code)?.[1];
		if (figure !== undefined && key !== '?') return { command: 'level', figure: Number(figure) };
		if (key.startsWith('Arrow') && target.closest(ARROW_KEY_USERS_SELECTOR)) return undefined;
		const command = COMMAND_BY_LETTER[key.toLowerCase()];
		return command && { command, figure: 0 };
	}
}
