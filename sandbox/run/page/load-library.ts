/** Runs a page's libraries as a script of its document, before the program. */

/** The browser's own `setTimeout`, taken before a library or a program can replace it. It also takes the text of a script. */
const runLater: (task: string | (() => void)) => void = setTimeout.bind(window);

/**
 * Runs the libraries, then calls `onEnd`. A text in a timer is a script, which the browser compiles once for all documents of a
 * process; `eval` would compile p5 again after each edit, which takes 50 ms of 60.
 */
export function loadLibrary(code: string, onEnd: () => void): void {
	// p5 would look for the program's functions at once if the document said that it is complete.
	Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
	runLater(code);
	runLater(() => {
		Reflect.deleteProperty(document, 'readyState');
		onEnd();
	});
}
