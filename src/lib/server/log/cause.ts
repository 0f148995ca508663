/** Reduces an error to what may be logged: kind, code, place, and messages only of the language's own errors. */

export interface LoggedCause {
	error: string;
	/** Error code of PostgreSQL or of the operating system. */
	code?: string;
	/** The SQL statement, with `$1` in place of values. */
	statement?: string;
	message?: string;
	frames: string[];
}

const MOST_STACK_FRAMES = 8;
/** Errors of the JavaScript language, whose messages name only parts of the program. */
const ERRORS_WITH_LOGGED_MESSAGE = new Set(['TypeError', 'ReferenceError', 'RangeError']);

export function loggedCauseOf(error: unknown): LoggedCause {
	if (!(error instanceof Error)) return { error: typeof error, frames: [] };
	const innerError = error.cause instanceof Error ? error.cause : undefined;
	const code = textPropertyOf(error, 'code') ?? (innerError && textPropertyOf(innerError, 'code'));
	const statement = textPropertyOf(error, 'query');
	return {
		error: error.name,
		...(code !== undefined && { code }),
		...(statement !== undefined && { statement }),
		...(ERRORS_WITH_LOGGED_MESSAGE.has(error.name) && { message: error.message }),
		frames: stackFramesOf(innerError ?? error)
	};
}

/** Returns the stack's frames, skipping the message before them, which may look like a frame. */
function stackFramesOf({ message, stack = '' }: Error): string[] {
	const workingFolder = process.cwd();
	const messageIndex = stack.indexOf(message);
	const frameLines = messageIndex < 0 ? stack : stack.slice(messageIndex + message.length);
	return frameLines
		.split('\n')
		.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
		.slice(0, MOST_STACK_FRAMES)
		.map((line) => line.trim().replaceAll(`file://${workingFolder}/`, '').replaceAll(`${workingFolder}/`, ''));
}

function textPropertyOf(value: object, name: string): string | undefined {
	const propertyValue = Object.entries(value).find(([key]) => key === name)?.[1];
	return typeof propertyValue === 'string' ? propertyValue : undefined;
}
