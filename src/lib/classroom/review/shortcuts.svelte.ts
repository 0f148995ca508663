/** One key for what is done thirty-five times. Off while something is typed, and for whoever turns them off. */
const KEPT = 'braise.review.keys';

export const COMMANDS = [
	'after',
	'before',
	'next',
	'code',
	'line',
	'whole',
	'level',
	'again',
	'view',
	'run',
	'return',
	'accept',
	'help'
] as const;
export type Command = (typeof COMMANDS)[number];

const LETTERS: Record<string, Command> = {
	j: 'after',
	arrowright: 'after',
	k: 'before',
	arrowleft: 'before',
	n: 'next',
	l: 'code',
	c: 'line',
	g: 'whole',
	backspace: 'again',
	d: 'view',
	e: 'run',
	r: 'return',
	a: 'accept',
	'?': 'help'
};
/** As they are shown in the list. */
export const KEYS: Record<Command, readonly string[]> = {
	after: ['j', '→'],
	before: ['k', '←'],
	next: ['n'],
	code: ['l', '↑', '↓'],
	line: ['c'],
	whole: ['g'],
	level: ['1', '…', '9'],
	again: ['⌫'],
	view: ['d'],
	run: ['e'],
	return: ['r'],
	accept: ['a'],
	help: ['?']
};

/** The figure of a key: on a French keyboard it is the lower row, without Shift. */
const FIGURE = /^(?:Digit|Numpad)([1-9])$/;
/** Letters there are for what is written, and arrows for what has its own. */
const TYPED = 'textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])';
const ARROWED = 'input, [role="separator"], [tabindex="0"]:not(button), summary, iframe';

export class Shortcuts {
	on = $state(true);

	/** What this machine remembers. */
	begin(): void {
		this.on = read() !== 'off';
	}

	turn(on: boolean): void {
		this.on = on;
		try {
			localStorage.setItem(KEPT, on ? 'on' : 'off');
		} catch {
			// It lasts as long as the page.
		}
	}

	commandOf(event: KeyboardEvent): { command: Command; figure: number } | undefined {
		const { target, key, code, ctrlKey, altKey, metaKey, isComposing, defaultPrevented } = event;
		if (!this.on || ctrlKey || altKey || metaKey || isComposing || defaultPrevented) return undefined;
		if (!(target instanceof Element) || target.closest(TYPED) || target.closest('[role="dialog"]')) return undefined;
		const figure = FIGURE.exec(code)?.[1];
		if (figure !== undefined && key !== '?') return { command: 'level', figure: Number(figure) };
		if (key.startsWith('Arrow') && target.closest(ARROWED)) return undefined;
		const command = LETTERS[key.toLowerCase()];
		return command && { command, figure: 0 };
	}
}

function read(): string | null {
	try {
		return localStorage.getItem(KEPT);
	} catch {
		return null;
	}
}
